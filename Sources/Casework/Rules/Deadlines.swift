/// The deadlines of a case: a pure function of its facts.
package enum Deadlines {
  /// All deadlines of a case, earliest first; those that are done are among them.
  ///
  /// A case on which work has ended has only the days until which it is kept, and what was answered.
  package static func of(_ facts: DeadlineFacts) -> [Deadline] {
    let (running, isEnded) = (computed(facts), facts.case.record.status.isEnd)
    let decided = decide((isEnded ? [] : running) + answered(facts), facts)
    let kept = isEnded ? retention(facts, open: decide(running, facts)) : []
    return (decided + kept).sorted {
      ($0.date, $0.rule.rawValue, $0.record.id) < ($1.date, $1.rule.rawValue, $1.record.id)
    }
  }

  static func computed(_ facts: DeadlineFacts) -> [Deadline] {
    let groups: [[Deadline]] = [
      birth(facts), residence(facts), deportation(facts), notices(facts), procedure(facts),
      papers(facts), work(facts), stays(facts), contact(facts), consents(facts), plan(facts),
      applications(facts),
    ]
    return groups.flatMap(\.self)
  }

  /// What a rule gives for a fact; nil where the table has no such rule.
  ///
  /// - Parameters:
  ///   - since: when the fact began, where that is not the day it counts from.
  ///   - stated: the day as a paper says it, which needs no counting.
  static func deadline(
    _ id: DeadlineRuleID, of record: RecordAddress, from day: CivilDate, since: CivilDate? = nil,
    stated: CivilDate? = nil, doubts: Set<Deadline.Doubt> = []
  ) -> Deadline? {
    guard let rule = DeadlineRule.of(id) else { return nil }
    var deadline = Deadline(
      rule: id, record: record, countedFrom: day, since: since ?? day,
      date: stated ?? rule.date(from: day), doubts: doubts)
    if rule.standing == .confirm { deadline.doubts.insert(.rule) }
    if rule.asksOnDayOff, stated == nil {
      if DayOff.contains(deadline.date) {
        deadline.doubts.insert(.dayOff)
      } else if DayOff.isBeyond(deadline.date) {
        deadline.doubts.insert(.noHolidays)
      }
    }
    return deadline
  }

  /// Puts staff's own days in the place of the computed ones.
  static func decide(_ computed: [Deadline], _ facts: DeadlineFacts) -> [Deadline] {
    var deadlines = computed
    for row in facts.own {
      let own = row.record
      guard let on = own.on else { continue }
      let meant = deadlines.indices.filter { index in
        let deadline = deadlines[index]
        guard deadline.rule == own.rule, own.about.isEmpty || own.about == deadline.about(facts)
        else { return false }
        return own.countedFrom.map { $0 == deadline.countedFrom } ?? (deadline.since <= on)
      }
      for index in meant {
        if let due = own.due {
          deadlines[index].computed = deadlines[index].computed ?? deadlines[index].date
          deadlines[index].date = due
          deadlines[index].isOwn = true
        }
        if own.done != nil, deadlines[index].answer?.what != .recorded {
          deadlines[index].answer = answer(row, on)
        }
        // Only a new row says that a stay does not end, or has ended otherwise.
        if !own.rule.endsStay { deadlines[index].done = own.done ?? deadlines[index].done }
      }
      // Nothing to compute it from: the day is known from staff alone.
      if !deadlines.contains(where: { $0.rule == own.rule }), own.countedFrom == nil,
        let due = own.due, !facts.case.record.status.isEnd
      {
        deadlines.append(
          Deadline(
            rule: own.rule, record: row.address, countedFrom: on, since: on, date: due,
            isOwn: true,
            done: own.done, answer: own.done.map { _ in answer(row, on) }))
      }
    }
    return deadlines
  }

  private static func answer(
    _ row: DeadlineFacts.Row<OwnDeadline>, _ on: CivilDate
  ) -> Deadline.Answer {
    let own = row.record
    return Deadline.Answer(
      what: own.answer ?? .done, record: row.address, on: on, staff: own.staff, reason: own.reason)
  }
}
