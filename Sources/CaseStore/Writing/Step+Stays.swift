import Casework
import GRDB

extension Step {
  /// What the rules of a stay need to know; nil where its host is not known.
  func stayFacts(for draft: Draft) throws -> StayFacts? {
    guard let host = draft.values["host"]?.link?.address.id,
      let record = try db.record(RecordAddress(.host, host))
    else { return nil }
    var facts = StayFacts()
    facts.host = Host(values: record.values)
    facts.adults = try adults(of: host)
    facts.others = try db.staysHoldingBeds(of: host)
      .filter { $0.id != draft.before?.address.id }.map(\.record)
    if let guest = draft.values["case"]?.link?.address.id {
      facts.isBlocked =
        try db.row(
          """
          SELECT 1 FROM blockedpair AS b JOIN "case" AS c ON c.id = b."case"
          WHERE b.host = ? AND c.person = (SELECT person FROM "case" WHERE id = ?)
          """, host.rawValue.databaseValue, guest.rawValue.databaseValue) != nil
    }
    return facts
  }

  func adults(of host: RecordID) throws -> [HostAdult] {
    let fields = Fields(of: .hostAdult)
    return try db.rows(
      Condition(
        sql: "\(fields.select) WHERE host = ?", arguments: [host.rawValue.databaseValue])
    ).map { HostAdult(values: fields.record($0).values) }
  }

  /// A concern about an adult of a household suspends the host in the same step, also one who rests
  /// or is not approved yet, whoever enters it.
  func suspendHost(after address: RecordAddress) throws {
    guard address.kind == .hostAdult, let adult = try db.record(address),
      HostAdult(values: adult.values).result == .concern,
      let link = adult.values["host"]?.link, let host = try db.record(link.address),
      ![.suspended, .notApproved, .left].contains(Host(values: host.values).stage)
    else { return }
    try update(
      host, ["stage": HostStage.suspended.fieldValue, "suspendedOn": .date(today)])
  }
}

extension Database {
  /// The stays that hold beds, of a host or of all.
  func staysHoldingBeds(of host: RecordID?) throws -> [DeadlineFacts.Row<Homestay>] {
    let fields = Fields(of: .homestay)
    let held = StayStage.holding.map { "'\($0.rawValue)'" }.joined(separator: ", ")
    // With a plus SQLite goes by the host, and not through every stay of a stage.
    let which = host == nil ? "stage IN (\(held))" : "host = ? AND +stage IN (\(held))"
    return try rows(
      Condition(
        sql: "\(fields.select) WHERE \(which)",
        arguments: host.map { [$0.rawValue.databaseValue] } ?? [])
    ).map(fields.record).map { DeadlineFacts.Row($0.address.id, Homestay(values: $0.values)) }
  }
}
