/// Until when what is known of an ended case is kept.
extension Deadlines {
  /// - Parameter open: the deadlines that the case would have if it had not ended. What is kept outlasts
  ///   each that is not done and that somebody may still need it for: one that can cost the right to
  ///   stay, papers that were asked for, asking how it goes at work.
  static func retention(_ facts: DeadlineFacts, open: [Deadline]) -> [Deadline] {
    guard let closed = facts.case.record.closedOn else { return [] }
    let ledger = facts.placements.compactMap { row -> Deadline? in
      guard let end = row.record.endedOn ?? row.record.on else { return nil }
      let doubts: Set<Deadline.Doubt> = row.record.endedOn == nil ? [.assumed] : []
      return deadline(.ledgerRetention, of: row.address, from: end, doubts: doubts)
    }.max { $0.date < $1.date }
    var kept = deadline(.retention, of: facts.case.address, from: closed)
    let others = open.filter(needsTheCase).map(\.date) + [ledger?.date].compactMap(\.self)
    if let date = kept?.date, let last = others.max(), last > date { kept?.date = last }
    return [ledger, kept].compactMap(\.self)
  }

  /// For what an ended case is kept longer than its years: a ledger, and what is not done yet; those
  /// that end after a day.
  package static func keeping(_ facts: DeadlineFacts, after day: CivilDate) -> [Deadline] {
    let open = decide(computed(facts), facts).filter(needsTheCase)
    let ledger = retention(facts, open: []).filter { $0.rule == .ledgerRetention }
    return (open + ledger).filter { $0.date > day }.sorted { $0.date > $1.date }
  }

  private static func needsTheCase(_ deadline: Deadline) -> Bool {
    deadline.done == nil
      && (deadline.category == .critical || deadline.rule == .applicationDocuments
        || retentionChecks.contains(deadline.rule))
  }
}
