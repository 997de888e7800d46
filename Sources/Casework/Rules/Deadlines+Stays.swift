/// Deadlines of stays with hosts, and of keeping in touch.
extension Deadlines {
  static func stays(_ facts: DeadlineFacts) -> [Deadline] {
    let concerns = facts.stays.filter { !$0.record.stage.isEnd }.map { concern($0, facts) }
    return concerns.compactMap(\.self)
      + facts.stays.filter { [.inProgress, .extended].contains($0.record.stage) }
      .flatMap { row -> [Deadline] in
        [checkIn(row, facts), vetting(row, facts), move(row, facts)].compactMap(\.self)
      }
  }

  /// A concern about the host of somebody who stays there or is to: to be seen to at once.
  private static func concern(
    _ row: DeadlineFacts.Row<Homestay>, _ facts: DeadlineFacts
  ) -> Deadline? {
    guard let suspended = facts.suspensions[row.record.host.id],
      let since = suspended ?? row.record.start
    else { return nil }
    return deadline(.hostConcern, of: row.address, from: since)
  }

  /// No successful contact for so many days.
  static func contact(_ facts: DeadlineFacts) -> [Deadline] {
    guard let last = facts.case.record.lastContact ?? facts.case.record.opened else { return [] }
    return [deadline(.contactOverdue, of: facts.case.address, from: last)].compactMap(\.self)
  }

  /// The first check-in on the way that no successful contact has followed: on day 1 and 3, after a
  /// week, then every two weeks.
  private static func checkIn(
    _ row: DeadlineFacts.Row<Homestay>, _ facts: DeadlineFacts
  ) -> Deadline? {
    guard let start = row.record.start else { return nil }
    let last = facts.case.record.lastContact ?? start
    func next(_ due: Deadline?) -> Deadline? {
      guard let due, due.date > last, row.record.end.map({ due.date <= $0 }) ?? true else {
        return nil
      }
      return due
    }
    for rule in [DeadlineRuleID.stayCheckIn1, .stayCheckIn3, .stayCheckIn7] {
      let due = deadline(rule, of: row.address, from: start)
      if let due, due.date > last { return next(due) }
    }
    guard let week = DeadlineRule.of(.stayCheckIn7),
      let fortnight = DeadlineRule.of(.stayCheckInBiweekly), fortnight.amount > 0
    else { return nil }
    let first = week.date(from: start)
    let passed = max(0, last.dayNumber - first.dayNumber) / fortnight.amount
    return next(
      deadline(
        .stayCheckInBiweekly, of: row.address, from: start,
        stated: first.adding(days: (passed + 1) * fortnight.amount)))
  }

  private static func vetting(
    _ row: DeadlineFacts.Row<Homestay>, _ facts: DeadlineFacts
  ) -> Deadline? {
    guard let expires = facts.approvals[row.record.host.id] else { return nil }
    return deadline(.vettingExpiry, of: row.address, from: expires, since: row.record.start)
  }

  /// A resident who moves in tells the municipality, if they take their address there.
  private static func move(
    _ row: DeadlineFacts.Row<Homestay>, _ facts: DeadlineFacts
  ) -> Deadline? {
    guard let start = row.record.start else { return nil }
    if let residence = facts.residences.first?.record, !residence.isMidToLongTerm { return nil }
    return deadline(.addressNotice, of: row.address, from: start, doubts: [.assumed])
  }
}
