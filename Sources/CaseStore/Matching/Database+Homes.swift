import Casework
import GRDB

/// A host who may have guests, with everything that matching asks.
struct HomeRow {
  let id: RecordID
  let home: Home
  /// The cases that must not come here.
  let blocked: Set<RecordID>
  /// The nights for which beds are taken, each with all cases of who sleeps there.
  let guests: [(nights: Nights, persons: Int, cases: Set<RecordID>)]

  func match(_ lodging: Lodging, _ today: CivilDate) -> StayMatch {
    var home = home
    home.isBlocked = blocked.contains(lodging.case.id)
    // A bed that the guest has already is free for them.
    if guests.contains(where: { $0.cases.contains(lodging.case.id) }) {
      home.taken = guests.filter { !$0.cases.contains(lodging.case.id) }
        .map { (nights: $0.nights, persons: $0.persons) }
    }
    return StayMatch(lodging, home, today: today)
  }
}

extension Database {
  /// The needs of open cases that wait for a host and are not over, earliest first; not of somebody
  /// who has one up to the last night.
  func waitingLodgings(of record: RecordID?, _ today: CivilDate) throws -> [DeadlineFacts.Row<
    Lodging
  >] {
    let fields = Fields(of: .lodging)
    let about = record == nil ? "" : " AND \"case\" = ?"
    let held = StayStage.holding.map { "'\($0.rawValue)'" }.joined(separator: ", ")
    return try rows(
      Condition(
        sql: """
          \(fields.select) WHERE stage = 'waiting' AND until > ?\(about)
            AND (SELECT isOpen FROM "case" WHERE id = lodging."case") = 1 AND NOT EXISTS (
              SELECT 1 FROM homestay AS stay WHERE stay."case" = lodging."case"
              AND stay.stage IN (\(held)) AND stay.start < lodging.until
              AND ifnull(stay."end", lodging.until) >= lodging.until)
          ORDER BY "from", id
          """,
        arguments: [today.description.databaseValue]
          + (record.map { [$0.rawValue.databaseValue] } ?? []))
    ).map(fields.record).map { DeadlineFacts.Row($0.address.id, Lodging(values: $0.values)) }
  }

  /// The hosts who are approved, as far as their stage goes.
  func homes(_ today: CivilDate) throws -> [HomeRow] {
    let fields = Fields(of: .host)
    // Of all cases of the person.
    let blocked = try rows(
      Condition(
        sql: """
          SELECT b.host, own.id FROM blockedpair AS b JOIN "case" AS theirs ON theirs.id = b."case"
          JOIN "case" AS own ON own.person = theirs.person
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
    let stages = HostStage.allCases.filter(\.isApproved).map { "'\($0.rawValue)'" }
    return try rows(
      Condition(
        sql: "\(fields.select) WHERE stage IN (\(stages.joined(separator: ", "))) ORDER BY id",
        arguments: [])
    ).map(fields.record).map { record in
      let id = record.address.id
      var home = Home(Host(values: record.values))
      home.isChecked = checked.contains(id)
      let guests = (taken[id] ?? []).compactMap { row in
        row.record.nights(on: today).map { nights in
          (
            nights: nights, persons: row.record.beds,
            cases: cases[row.record.case.id] ?? [row.record.case.id]
          )
        }
      }
      home.taken = guests.map { (nights: $0.nights, persons: $0.persons) }
      return HomeRow(id: id, home: home, blocked: blocked[id] ?? [], guests: guests)
    }
  }

  /// Of each case with a stay that holds beds all cases of its person.
  private func casesHoldingBeds() throws -> [RecordID: Set<RecordID>] {
    let held = StayStage.holding.map { "'\($0.rawValue)'" }.joined(separator: ", ")
    return try rows(
      Condition(
        sql: """
          SELECT theirs.id, own.id FROM homestay AS stay
          JOIN "case" AS theirs ON theirs.id = stay."case"
          JOIN "case" AS own ON own.person = theirs.person
          WHERE stay.stage IN (\(held))
          """, arguments: [])
    ).reduce(into: [:]) { result, row in
      guard let record = row.number(at: 0), let own = row.number(at: 1) else { return }
      result[RecordID(record), default: []].insert(RecordID(own))
    }
  }
}
