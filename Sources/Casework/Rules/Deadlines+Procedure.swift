/// Deadlines of the procedure for recognition: appeal, lawsuit, six months since the application.
extension Deadlines {
  /// An appeal and a lawsuit belong to each refusal, whatever was written down after it: they end
  /// with the row that answers it.
  static func procedure(_ facts: DeadlineFacts) -> [Deadline] {
    let course = ProcedureCourse(facts.procedures)
    return course.refusals.flatMap(against)
      + [sixMonths(course, facts)].compactMap(\.self)
  }

  private static func against(_ refusal: ProcedureCourse.Refusal) -> [Deadline] {
    guard let notice = refusal.notice else { return [] }
    let row = refusal.row
    var doubts: Set<Deadline.Doubt> = row.record.isConfirmed ? [] : [.fact]
    if row.record.notifiedOn == nil { doubts.insert(.assumed) }
    var deadlines: [Deadline?] = []
    if refusal.awaitsAppeal {
      // That permission on humanitarian grounds leaves the appeal open is to be confirmed.
      let further: Set<Deadline.Doubt> =
        row.record.procedureStage == .deniedHumanitarian ? [.rule] : []
      deadlines.append(
        deadline(.appeal, of: row.address, from: notice, doubts: doubts.union(further)))
    }
    if refusal.awaitsLawsuit {
      deadlines.append(deadline(.lawsuit, of: row.address, from: notice, doubts: doubts))
    }
    return deadlines.compactMap(\.self)
  }

  /// Six months after the application the designation paper is looked at for work, in triage D2.
  private static func sixMonths(_ course: ProcedureCourse, _ facts: DeadlineFacts) -> Deadline? {
    guard let application = course.applications.last, let on = application.record.on else {
      return nil
    }
    // The letter of an application before it says nothing of this one.
    let rows = facts.procedures.prefix { $0.id != application.id } + [application]
    let letter = rows.lazy.compactMap(\.record.triageLetter).first
    guard letter == nil || letter == .d2 else { return nil }
    var doubts: Set<Deadline.Doubt> = application.record.isConfirmed ? [] : [.fact]
    if letter == nil { doubts.insert(.assumed) }
    return deadline(
      .sixMonthsSinceApplication, of: application.address, from: on, doubts: doubts)
  }
}
