import Casework
import GRDB

extension Step {
  /// What the rules of a stay need to know; nil where its host is not known.
  func stayFacts(for draft: Draft) throws -> StayFacts? {
    guard let host = draft.values.value(of: \Homestay.host)?.id,
      let record = try db.record(RecordAddress(.host, host))
    else { return nil }
    var facts = StayFacts()
    facts.host = Host(values: record.values)
    facts.adults = try adults(of: host)
    facts.others = try db.staysHoldingBeds(of: host)
      .filter { $0.id != draft.before?.address.id }.map(\.record)
    if let guest = draft.values.value(of: \Homestay.case)?.id {
      facts.own = try db.staysHoldingBeds(ofPersonOf: guest)
        .filter { $0.id != draft.before?.address.id }
        .map { row in
          let home = try db.link(RecordAddress(.host, row.record.host.id))
          return StayFacts.OwnStay(row.record, home: home)
        }
      facts.isBlocked =
        try db.row(
          """
          SELECT 1 FROM blockedpair AS b JOIN samePerson AS p ON p."case" = b."case"
          WHERE b.host = ? AND p.other = ?
          """, host.rawValue.databaseValue, guest.rawValue.databaseValue) != nil
    }
    return facts
  }

  /// The stays that hold beds of a host whose stage or capacity becomes another.
  func guests(of draft: Draft) throws -> [Homestay] {
    guard let host = draft.before?.address.id,
      draft.changes[\Host.stage] != nil || draft.changes[\Host.capacity] != nil
    else { return [] }
    return try db.staysHoldingBeds(of: host).map(\.record)
  }

  /// The gender of the person whom a record is about.
  func gender(for draft: Draft) throws -> Gender? {
    guard let link = draft.values.aboutCase else { return nil }
    let row = try db.row(
      """
      SELECT p.gender FROM "case" AS c JOIN person AS p ON p.id = c.person WHERE c.id = ?
      """, link.address.id.rawValue.databaseValue)
    return try row?.choice(at: 0, Person.name(\.gender), of: link.address)
  }

  func adults(of host: RecordID) throws -> [HostAdult] {
    try db.stored(.hostAdult, "WHERE host = ?", [host.rawValue.databaseValue])
      .map { HostAdult(values: $0.values) }
  }
}

extension Database {
  /// The stays that hold beds, of a host or of all.
  func staysHoldingBeds(of host: RecordID?) throws -> [DeadlineFacts.Row<Homestay>] {
    let held = StayStage.holding.codeList
    // With a plus SQLite goes by the host, and not through every stay of a stage.
    let which = host == nil ? "stage IN (\(held))" : "host = ? AND +stage IN (\(held))"
    return try stays(which, host)
  }

  /// The stays that hold beds for the person of a case, in whichever case they stand.
  func staysHoldingBeds(ofPersonOf record: RecordID) throws -> [DeadlineFacts.Row<Homestay>] {
    let held = StayStage.holding.codeList
    return try stays(
      """
      "case" IN (
        SELECT other FROM samePerson AS p WHERE p."case" = ?)
      AND +stage IN (\(held))
      """, record)
  }

  private func stays(_ condition: String, _ key: RecordID?) throws -> [DeadlineFacts.Row<Homestay>]
  {
    try stored(
      .homestay, "WHERE \(condition)", key.map { [$0.rawValue.databaseValue] } ?? []
    ).map { DeadlineFacts.Row($0.address.id, Homestay(values: $0.values)) }
  }
}
