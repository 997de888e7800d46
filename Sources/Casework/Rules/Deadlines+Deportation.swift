/// Deadlines of the deportation procedure: three days to ask for a hearing, three to object, six months
/// for a lawsuit; and what the supervisor of monitoring measures reports.
extension Deadlines {
  static func deportation(_ facts: DeadlineFacts) -> [Deadline] {
    // Each row keeps its own: a newer row of the stay answers no notice.
    facts.residences.indices.flatMap { index -> [Deadline] in
      let (row, later) = (facts.residences[index], facts.residences[..<index].map(\.record))
      let all = [row.record] + later
      return [
        step(
          .oralHearing, row, from: row.record.findingNotifiedOn, later,
          answers: all.map(\.hearingRequestedOn) + all.map(\.rulingNotifiedOn)),
        step(
          .objection, row, from: row.record.rulingNotifiedOn, later,
          answers: all.map(\.objectionFiledOn) + all.map(\.decisionNotifiedOn)),
        step(
          .decisionLawsuit, row, from: row.record.decisionNotifiedOn, later,
          answers: all.map(\.lawsuitFiledOn)),
        step(
          .orderLawsuit, row, from: row.record.orderNotifiedOn, later,
          answers: all.map(\.lawsuitFiledOn)),
        step(.supervisorsReport, row, from: row.record.supervisorEventOn, [], answers: []),
      ].compactMap(\.self)
    }
  }

  /// - Parameters:
  ///   - later: the rows after it; a status that was given since ends the procedure.
  ///   - answers: days on which something may have answered the notice.
  private static func step(
    _ rule: DeadlineRuleID, _ row: DeadlineFacts.Row<ResidenceRow>, from notice: CivilDate?,
    _ later: [ResidenceRow], answers: [CivilDate?]
  ) -> Deadline? {
    guard let notice else { return nil }
    let isPermitted = later.contains { record in
      record.statusOfResidence != .none && record.on.map { $0 > notice } ?? false
    }
    guard !isPermitted else { return nil }
    var step = deadline(
      rule, of: row.address, from: notice, doubts: row.record.isConfirmed ? [] : [.fact])
    step?.done = answers.compactMap(\.self).filter { $0 >= notice }.min()
    return step
  }
}
