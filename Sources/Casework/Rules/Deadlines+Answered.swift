/// Deadlines of law that a later row answered: they ask nothing of anybody any more, but say whether
/// they were kept.
extension Deadlines {
  /// The appeals and lawsuits that were brought, and the ends of stays that a new row followed, each
  /// done on the day that answered it.
  ///
  /// An ended case keeps them: what was kept once does not change as work ends.
  static func answered(_ facts: DeadlineFacts) -> [Deadline] {
    let refusals = ProcedureCourse(facts.procedures).refusals
    return (refusals.flatMap(answers) + followed(facts)).filter { $0.done != nil }
  }

  private static func answers(to refusal: ProcedureCourse.Refusal) -> [Deadline] {
    guard let notice = refusal.notice else { return [] }
    func answered(_ rule: DeadlineRuleID, by row: ProcedureCourse.Row?, isInTime: Bool) -> Deadline?
    {
      guard let on = row?.record.on,
        var deadline = deadline(rule, of: refusal.row.address, from: notice)
      else { return nil }
      // A last day on which offices are closed ends on the next open one.
      deadline.done = isInTime ? min(on, deadline.date) : on
      deadline.answer = row.map { answer($0, on) }
      return deadline
    }
    return [
      answered(
        .appeal, by: refusal.mayBeAppealed ? refusal.appeal : nil,
        isInTime: refusal.appeal.map(refusal.isInTime) ?? false),
      answered(.lawsuit, by: refusal.lawsuit, isInTime: false),
    ].compactMap(\.self)
  }

  /// The ends of the stays before the present one, which a new row followed; who applied in time kept
  /// the day, whenever it was decided.
  private static func followed(_ facts: DeadlineFacts) -> [Deadline] {
    // Latest first.
    let rows = facts.residences
    return zip(rows.dropFirst(), rows).compactMap { row, next in
      guard let expires = row.record.expires, let on = next.record.on,
        row.record.on.map({ $0 <= on }) ?? true
      else { return nil }
      var end = deadline(
        row.record.ruleOfEnd, of: row.address, from: expires, since: row.record.on)
      let stay = row.record.told(by: facts.application(of: row.record, before: next.record))
      end?.answer = answer(next, on)
      end?.done = stay.renewal.map { $0 <= expires ? $0 : on } ?? on
      return end
    }
  }

  /// What a later row says by being there.
  private static func answer<R: AxisRow>(
    _ row: DeadlineFacts.Row<R>, _ on: CivilDate
  ) -> Deadline.Answer {
    Deadline.Answer(what: .recorded, record: row.address, on: on, staff: row.record.confirmedBy)
  }
}
