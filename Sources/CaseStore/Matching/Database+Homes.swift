import Casework
import GRDB

/// A host who may have guests, with everything that matching asks.
struct HomeRow {
  let id: RecordID
  let home: HomeProfile
}

extension Database {
  /// The needs of open cases that wait for a host and are not over, earliest first; not of somebody
  /// who has one up to the last night.
  func waitingLodgings(of record: RecordID?, _ today: CivilDate) throws -> [DeadlineFacts.Row<
    Lodging
  >] {
    let fields = Fields.of(.lodging)
    let about = record == nil ? "" : " AND \"case\" = ?"
    return try rows(
      Condition(
        sql: """
          \(fields.select) WHERE stage = 'waiting' AND until > ?\(about)
            AND (SELECT isOpen FROM "case" WHERE id = lodging."case") = 1 AND NOT EXISTS (
              SELECT 1 FROM homestay AS stay WHERE stay."case" = lodging."case"
              AND stay.stage IN (\(StayStage.holding.codeList)) AND stay.start < lodging.until
              AND ifnull(stay."end", lodging.until) >= lodging.until)
          ORDER BY "from", id
          """,
        arguments: [today.description.databaseValue]
          + (record.map { [$0.rawValue.databaseValue] } ?? []))
    ).map(fields.record).map { DeadlineFacts.Row($0.address.id, Lodging(values: $0.values)) }
  }

  /// The hosts who are approved, as far as their stage goes; or one, whatever their stage.
  func homes(_ today: CivilDate, only host: RecordID? = nil) throws -> [HomeRow] {
    let fields = Fields.of(.host)
    // A pair is kept apart in all cases of the person.
    let blocked = try rows(
      Condition(
        sql: """
          SELECT b.host, p.other FROM blockedpair AS b JOIN samePerson AS p ON p."case" = b."case"
          """, arguments: [])
    ).reduce(into: [RecordID: Set<RecordID>]()) { result, row in
      guard let host = row.number(at: 0), let record = row.number(at: 1) else { return }
      result[RecordID(host), default: []].insert(RecordID(record))
    }
    // Every adult is named and checked.
    let checked = Set(
      try rows(
        Condition(
          sql: "SELECT host FROM hostadult GROUP BY host HAVING min(result = 'clear')",
          arguments: [])
      ).compactMap { $0.number(at: 0).map(RecordID.init(_:)) })
    let taken = Dictionary(grouping: try staysHoldingBeds(of: nil), by: \.record.host.id)
    let cases = try casesHoldingBeds()
    let stages = HostStage.allCases.filter(\.isApproved).codeList
    let which = host == nil ? "stage IN (\(stages))" : "id = ?"
    return try rows(
      Condition(
        sql: "\(fields.select) WHERE \(which) ORDER BY id",
        arguments: host.map { [$0.rawValue.databaseValue] } ?? [])
    ).map(fields.record).map { record in
      let id = record.address.id
      var home = Home(Host(values: record.values))
      home.isChecked = checked.contains(id)
      var profile = HomeProfile(home, today: today)
      profile.keepOut(blocked[id] ?? [])
      profile.take(
        (taken[id] ?? []).compactMap { row in
          row.record.nights(on: today).map { nights in
            BedsTaken(
              nights, persons: row.record.beds,
              cases: cases[row.record.case.id] ?? [row.record.case.id])
          }
        })
      return HomeRow(id: id, home: profile)
    }
  }

  /// What records of a kind say, by their ids.
  func values(
    of kind: RecordKind, _ ids: Set<RecordID>
  ) throws -> [RecordID: [String: FieldValue]] {
    let fields = Fields.of(kind)
    return try IDList.lists(of: ids.sorted()).reduce(into: [:]) { values, list in
      let sql = "\(fields.select) WHERE id IN (\(list.marks))"
      for row in try rows(Condition(sql: sql, arguments: list.arguments)) {
        let record = try fields.record(row)
        values[record.address.id] = record.values
      }
    }
  }

  /// What those who wait need, in their order.
  func guests(
    _ waiting: [DeadlineFacts.Row<Lodging>], _ today: CivilDate
  ) throws -> [GuestProfile] {
    let consents = try consentsOfWaiting()
    return waiting.map { row in
      let told = Told(by: consents[row.record.case.id] ?? [], on: today)
      return GuestProfile(row.record, told: told, today: today)
    }
  }

  /// For each case that waits for a host: the consents about host families.
  private func consentsOfWaiting() throws -> [RecordID: [Consent]] {
    let fields = Fields.of(.consent)
    let rows = try rows(
      Condition(
        sql: """
          \(fields.select) WHERE "case" IN (SELECT "case" FROM lodging WHERE stage = 'waiting')
            AND +scope = ? ORDER BY id
          """, arguments: [ConsentScope.hostFamilies.rawValue.databaseValue]))
    return Dictionary(grouping: try rows.map { Consent(values: try fields.record($0).values) }) {
      $0.case.id
    }
  }

  /// For each case with a stay that holds beds: all cases of the same person.
  private func casesHoldingBeds() throws -> [RecordID: Set<RecordID>] {
    try rows(
      Condition(
        sql: """
          SELECT stay."case", p.other FROM homestay AS stay
          JOIN samePerson AS p ON p."case" = stay."case"
          WHERE stay.stage IN (\(StayStage.holding.codeList))
          """, arguments: [])
    ).reduce(into: [:]) { result, row in
      guard let record = row.number(at: 0), let own = row.number(at: 1) else { return }
      result[RecordID(record), default: []].insert(RecordID(own))
    }
  }
}
