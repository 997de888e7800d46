/// Deadlines of the procedure for recognition: appeal, lawsuit, six months since the application.
extension Deadlines {
  /// An appeal and a lawsuit belong to each refusal, whatever was written down after it: they end
  /// with the row that answers it.
  static func procedure(_ facts: DeadlineFacts) -> [Deadline] {
    let course = ProcedureCourse(facts.procedures)
    let single: [Deadline?] =
      facts.procedures.map { courtAppeal($0, facts) }
      + [newMaterial(facts), firstApplication(facts)]
    return course.refusals.flatMap(against) + sinceApplication(course, facts)
      + single.compactMap(\.self)
  }

  private static func against(_ refusal: ProcedureCourse.Refusal) -> [Deadline] {
    guard let notice = refusal.notice else { return [] }
    let row = refusal.row
    var doubts: Set<Deadline.Doubt> = row.record.isConfirmed ? [] : [.fact]
    if row.record.notifiedOn == nil { doubts.insert(.assumed) }
    var deadlines: [Deadline?] = []
    if refusal.awaitsAppeal {
      deadlines.append(deadline(.appeal, of: row.address, from: notice, doubts: doubts))
    }
    if refusal.awaitsLawsuit {
      let lawsuit = deadline(.lawsuit, of: row.address, from: notice, doubts: doubts)
      // A year from the decision, where that is the earlier day.
      let year = row.record.on.flatMap {
        deadline(.lawsuitYear, of: row.address, from: $0, doubts: doubts)
      }
      deadlines.append(lawsuit)
      if let year, lawsuit.map({ year.date < $0.date }) ?? true { deadlines.append(year) }
    }
    return deadlines.compactMap(\.self)
  }

  /// Six months after the application the designation paper is looked at for work, in triage D2; after
  /// eight it usually permits it.
  private static func sinceApplication(
    _ course: ProcedureCourse, _ facts: DeadlineFacts
  ) -> [Deadline] {
    guard let application = course.applications.last, let on = application.record.on else {
      return []
    }
    // The letter of an application before it says nothing of this one.
    let rows = facts.procedures.prefix { $0.id != application.id } + [application]
    let letter = rows.lazy.compactMap(\.record.triageLetter).first
    guard letter == nil || letter == .d2 else { return [] }
    var doubts: Set<Deadline.Doubt> = application.record.isConfirmed ? [] : [.fact]
    if letter == nil { doubts.insert(.assumed) }
    return [DeadlineRuleID.sixMonthsSinceApplication, .eightMonthsSinceApplication].compactMap {
      deadline($0, of: application.address, from: on, doubts: doubts)
    }
  }

  /// The next court may be asked within two weeks of the judgment; not by who was recognised since.
  private static func courtAppeal(
    _ row: DeadlineFacts.Row<ProcedureRow>, _ facts: DeadlineFacts
  ) -> Deadline? {
    guard let served = row.record.judgmentServedOn else { return nil }
    let later = facts.procedures.prefix { $0.id != row.id }
    guard !later.contains(where: { $0.record.procedureStage == .grantedRefugee }) else {
      return nil
    }
    return deadline(
      .courtAppeal, of: row.address, from: served, doubts: row.record.isConfirmed ? [] : [.fact])
  }

  /// From the third application on nothing keeps the person from being removed, unless material that
  /// gives good grounds is filed with it.
  private static func newMaterial(_ facts: DeadlineFacts) -> Deadline? {
    guard let application = ProcedureCourse.unprotected(facts.procedures),
      let on = application.row.record.on
    else { return nil }
    var doubts: Set<Deadline.Doubt> = application.row.record.isConfirmed ? [] : [.fact]
    if !application.isStated { doubts.insert(.assumed) }
    var material = deadline(.newMaterial, of: application.row.address, from: on, doubts: doubts)
    material?.done = application.row.record.newMaterialOn
    return material
  }

  /// Six months from landing to apply for recognition; who came to know only later why they cannot go
  /// back has six months from then, which nobody but they can say.
  ///
  /// Only where it is said that nobody has applied yet, or where that is why the person is helped: of
  /// everybody else it is not known whether they mean to.
  private static func firstApplication(_ facts: DeadlineFacts) -> Deadline? {
    guard let landed = facts.person?.arrivedOn,
      !facts.procedures.contains(where: { $0.record.procedureStage != .none })
    else { return nil }
    let record = facts.case.record
    let isMeant =
      !facts.procedures.isEmpty
      || [.asylumSeeker, .deFactoRefugee].contains(record.supportCategory)
    guard isMeant,
      let due = deadline(
        .refugeeApplication, of: facts.case.address, from: landed, doubts: [.assumed]),
      record.opened.map({ $0 <= due.date }) ?? true
    else { return nil }
    return due
  }
}
