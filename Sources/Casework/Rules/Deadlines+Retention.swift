/// Until when what is known of an ended case is kept.
extension Deadlines {
  /// - Parameter open: the other deadlines; what is kept outlasts each that is not done.
  static func retention(_ facts: DeadlineFacts, open: [Deadline]) -> [Deadline] {
    guard facts.case.record.status.isEnd, let closed = facts.case.record.closedOn else { return [] }
    let ledger = facts.placements.compactMap { row -> Deadline? in
      guard let end = row.record.endedOn ?? row.record.on else { return nil }
      let doubts: Set<Deadline.Doubt> = row.record.endedOn == nil ? [.assumed] : []
      return deadline(.ledgerRetention, of: row.address, from: end, doubts: doubts)
    }.max { $0.date < $1.date }
    var kept = deadline(.retention, of: facts.case.address, from: closed)
    let others = open.filter { $0.done == nil }.map(\.date) + [ledger?.date].compactMap(\.self)
    if let date = kept?.date, let last = others.max(), last > date { kept?.date = last }
    return [ledger, kept].compactMap(\.self)
  }
}
