/// Deadlines of the procedure for recognition: appeal, lawsuit, six months since the application.
extension Deadlines {
  static func procedure(_ facts: DeadlineFacts) -> [Deadline] {
    guard let row = facts.procedures.first, let on = row.record.on else { return [] }
    var deadlines: [Deadline?] = []
    let stage = row.record.procedureStage
    var doubts: Set<Deadline.Doubt> = row.record.isConfirmed ? [] : [.fact]
    if row.record.notifiedOn == nil { doubts.insert(.assumed) }
    let notice = row.record.notifiedOn ?? on
    if stage.isRefusal {
      // That permission on humanitarian grounds leaves the appeal open is to be confirmed.
      let further: Set<Deadline.Doubt> = stage == .deniedHumanitarian ? [.rule] : []
      deadlines.append(
        deadline(.appeal, of: row.address, from: notice, doubts: doubts.union(further)))
    }
    if stage.isRefusal || stage == .appealDismissed {
      deadlines.append(deadline(.lawsuit, of: row.address, from: notice, doubts: doubts))
    }
    deadlines.append(sixMonths(facts))
    return deadlines.compactMap(\.self)
  }

  /// Six months after the application the designation paper is looked at for work, in triage D2.
  private static func sixMonths(_ facts: DeadlineFacts) -> Deadline? {
    guard facts.procedures.first?.record.procedureStage.isPending == true,
      let application = facts.procedures.first(where: { $0.record.procedureStage.isApplication }),
      let on = application.record.on
    else { return nil }
    let letter = facts.procedures.lazy.compactMap(\.record.triageLetter).first
    guard letter == nil || letter == .d2 else { return nil }
    var doubts: Set<Deadline.Doubt> = application.record.isConfirmed ? [] : [.fact]
    if letter == nil { doubts.insert(.assumed) }
    return deadline(
      .sixMonthsSinceApplication, of: application.address, from: on, doubts: doubts)
  }
}
