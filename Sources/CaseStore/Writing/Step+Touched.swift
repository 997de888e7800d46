import Casework
import GRDB

/// The people whom staff should tell of what a step has done, by name. It is only shown, never
/// stored.
extension Step {
  func touched(by entries: [JournalEntry]) throws -> [Touched] {
    let ended = try unassigned(in: entries)
    let told = try entries.flatMap { entry -> [Touched] in
      guard let record = entry.record?.address, !entry.after.isEmpty else { return [] }
      switch record.kind {
      case .consent where entry.after.value(of: \Consent.status).map { $0 != .given } == true:
        return [try recall(under: record)].compactMap(\.self)
      case .host where entry.after.value(of: \Host.stage) == .suspended:
        return [try suspension(of: record)]
      default: return []
      }
    }
    // Nobody is left to be told to stop where it was volunteers who saw it, and do not any more.
    let others = told.filter { ended.isEmpty || $0.cause != .recall || !$0.whom.isEmpty }
    return try others + pauses(in: entries) + ended
  }

  /// The volunteers whose assignments ended with a consent, or with the case.
  private func unassigned(in entries: [JournalEntry]) throws -> [Touched] {
    guard let first = entries.first, let subject = first.record?.address else { return [] }
    let isClosing = first.after.value(of: \Case.status)?.isEnd == true
    guard isClosing || subject.kind.recordType is Consent.Type else { return [] }
    // One that goes on in the case that remains of two is not ended.
    let ended = entries.filter { $0.after[Assignment.name(\.until)] != nil }
      .compactMap { $0.record?.address }.filter { $0.kind.recordType is Assignment.Type }
    if ended.isEmpty { return [] }
    let volunteers = try ended.map { try db.link(recipient(of: $0)) }
    return [
      Touched(
        isClosing ? .closing : .unassigned, try db.link(subject),
        volunteers.reduce(into: []) { if !$0.contains($1) { $0.append($1) } })
    ]
  }

  /// The recipients who were told something under a consent that no longer holds.
  private func recall(under address: RecordAddress) throws -> Touched? {
    guard let values = try db.record(address)?.values,
      let about = values.value(of: \Consent.case)?.id, let facts = try db.deadlineFacts(of: about)
    else { return nil }
    let recipients = try Deadlines.disclosures(under: Consent(values: values), facts).map {
      sharing in
      try db.link(recipient(of: sharing))
    }
    return Touched(
      .recall, try db.link(address),
      recipients.reduce(into: []) { whom, link in
        if !whom.contains(link) { whom.append(link) }
      })
  }

  private static let recipients = [
    Placement.name(\.company), Homestay.name(\.host), Assignment.name(\.volunteer),
  ]

  /// The company, host or volunteer behind what is shared; a referral is called by its recipient.
  private func recipient(of sharing: RecordAddress) throws -> RecordAddress {
    let field = Self.recipients.first {
      RecordDescription.of(sharing.kind)[$0] != nil
    }
    return try field.flatMap { try db.record(sharing)?.values[$0]?.link?.address } ?? sharing
  }

  /// The guests of a host, those who are there already first.
  private func suspension(of host: RecordAddress) throws -> Touched {
    let stays = try db.rows(
      Condition(
        sql: """
          SELECT "case" FROM homestay WHERE host = ? AND +isOpen = 1
          ORDER BY stage NOT IN ('in_progress', 'extended'), start, id
          """, arguments: [host.id.rawValue.databaseValue]))
    let guests = try stays.compactMap { $0.number(at: 0) }.map {
      try db.link(RecordAddress(.case, RecordID($0)))
    }
    let concern = try db.record(host)?.values[\Host.concern]
    return Touched(
      .suspension, try db.link(host), guests, isUnexplained: concern?.isAbsent != false)
  }

  /// The other placements that are paused from now on.
  private func pauses(in entries: [JournalEntry]) throws -> [Touched] {
    let paused = entries.filter { entry in
      entry.record?.address.kind == .placement && !entry.before.isEmpty
        && entry.after.value(of: \Placement.pausedFor) != nil
    }
    guard let whole = paused.first?.after[\Placement.pausedFor]?.link else { return [] }
    let others = try paused.compactMap { $0.record?.address }.map {
      try db.link(recipient(of: $0))
    }
    return [Touched(.pause, try db.link(whole.address), others)]
  }
}
