/// Deadlines that stand on papers.
extension Deadlines {
  static func papers(_ facts: DeadlineFacts) -> [Deadline] {
    facts.documents.filter { !isReplaced($0, among: facts.documents) }
      .flatMap { paper($0, facts) } + nextReports(facts)
  }

  private static func paper(
    _ row: DeadlineFacts.Row<Document>, _ facts: DeadlineFacts
  ) -> [Deadline] {
    let paper = row.record
    switch paper.type {
    case .reportingDateNotice: return [report(row)].compactMap(\.self)
    case .residenceCard, .specifiedResidenceCard: return card(row, facts)
    case .provisionalRelease:
      return [paper.appearOn, paper.expiresOn].compactMap { day in
        day.flatMap { deadline(.provisionalRelease, of: row.address, from: $0, since: paper.on) }
      }
    default: return [expiry(row, facts)].compactMap(\.self)
    }
  }

  static func expiry(
    _ row: DeadlineFacts.Row<Document>, _ facts: DeadlineFacts
  ) -> Deadline? {
    guard let expires = row.record.expiresOn else { return nil }
    var expiry = deadline(.documentExpiry, of: row.address, from: expires, since: row.record.on)
    expiry?.weight = weight(row, facts)
    return expiry
  }

  /// What a paper weighs, where its end is more than something to see to: with some ends the right to
  /// be here, and a residence card has to be renewed by law (article 19-11 of the Act).
  private static func weight(
    _ row: DeadlineFacts.Row<Document>, _ facts: DeadlineFacts
  ) -> DeadlineCategory? {
    // Whatever the paper is called, a stay without a status lasts as long as it does.
    let isGround = facts.residences.first.map {
      $0.record.stayBasis != nil && $0.record.document?.id == row.id
    }
    switch row.record.type {
    case .provisionalStay, .temporaryRefuge: return .critical
    case _ where isGround == true: return .critical
    case _ where row.record.type.isResidenceCard: return .legal
    default: return nil
    }
  }

  /// The day on the notice; without it three months after the notice, which is the latest there is.
  private static func report(_ row: DeadlineFacts.Row<Document>) -> Deadline? {
    if let day = row.record.appearOn {
      return deadline(
        .monitoringReport, of: row.address, from: day, since: row.record.on, stated: day)
    }
    guard let issued = row.record.issuedOn ?? row.record.on else { return nil }
    return deadline(.monitoringReport, of: row.address, from: issued, doubts: [.assumed])
  }

  /// Whoever has reported is given the notice of the next day; until staff have seen it, three months
  /// after the report is the latest that day can be.
  private static func nextReports(_ facts: DeadlineFacts) -> [Deadline] {
    let notices = facts.documents.filter { $0.record.type == .reportingDateNotice }
      .compactMap { row in row.record.on.map { (address: row.address, seen: $0) } }
    guard let notice = notices.max(by: { $0.seen < $1.seen }) else { return [] }
    let own = facts.own.map(\.record).filter { $0.rule == .monitoringReport }
    return own.compactMap { report in
      guard let day = report.done, report.answer ?? .done == .done else { return nil }
      // From the day after: what was said of this report is not said of the next.
      let next = day.adding(days: 1)
      guard notice.seen < day || own.contains(where: { $0.countedFrom == next }) else { return nil }
      return deadline(
        .monitoringReport, of: notice.address, from: next,
        stated: DeadlineRule.of(.monitoringReport)?.date(from: day), doubts: [.assumed])
    }
  }

  /// Whether a paper of the same type was seen later that is valid longer, or names a later day.
  private static func isReplaced(
    _ row: DeadlineFacts.Row<Document>, among papers: [DeadlineFacts.Row<Document>]
  ) -> Bool {
    func last(_ paper: Document) -> CivilDate? {
      [paper.appearOn, paper.expiresOn].compactMap(\.self).max()
    }
    return papers.contains { other in
      guard
        other.record.type == row.record.type
          || other.record.type.isResidenceCard && row.record.type.isResidenceCard,
        let seen = row.record.on,
        let seenLater = other.record.on, (seen, row.id) < (seenLater, other.id)
      else { return false }
      guard let old = last(row.record) else { return true }
      return last(other.record).map { old < $0 } ?? false
    }
  }
}
