import Casework
import GRDB

extension Database {
  /// Brings the deadlines of cases up to date, in their order.
  ///
  /// Those that stand there already as they should, up to the first that is another, are left alone: each
  /// stands in eight indexes.
  func renewDeadlines(of ids: [RecordID]) throws {
    try renewDeadlines(of: IDList.lists(of: ids)[...])
  }

  func renewDeadlines(of lists: ArraySlice<IDList>) throws {
    let day = lists.isEmpty ? nil : try lastDay()
    for ids in lists {
      let standing = Dictionary(
        grouping: try rows(DeadlineColumns.all(of: ids), StandingDeadline.init), by: { $0.case })
      let facts = try deadlineFacts(of: ids)
      for id in ids.ids {
        let standing = standing[id] ?? []
        guard let facts = facts[id] else {
          try remove(standing[...])
          continue
        }
        try write(Deadlines.of(facts), of: facts, over: standing, on: day)
      }
    }
  }

  /// The day of the last change there was: what is derived follows from the store, and not from when
  /// somebody looks.
  private func lastDay() throws -> CivilDate? {
    // With a bound, so that the plan is a search by key and no scan.
    let last = try row(
      "SELECT at FROM journalRow WHERE sequence < ? ORDER BY sequence DESC LIMIT 1",
      Int64.max.databaseValue)
    return last?.number(at: 0).map { Instant(rawValue: $0).dateInJapan }
  }

  /// Removes some of a case, from the first one on.
  private func remove(_ deadlines: ArraySlice<StandingDeadline>) throws {
    guard let first = deadlines.first else { return }
    try run(
      "DELETE FROM deadline WHERE \"case\" = ? AND id >= ?",
      [first.case.rawValue.databaseValue, first.id.databaseValue])
  }

  private func write(
    _ deadlines: [Deadline], of facts: DeadlineFacts, over standing: [StandingDeadline],
    on day: CivilDate?
  ) throws {
    let known = standing.reduce(into: [[DatabaseValue]: CivilDate]()) {
      $0[DeadlineColumns.key($1.values)] = $1.knownSince
    }
    let wanted = deadlines.map {
      DeadlineColumns.values(
        DeadlineRecord($0, of: facts) { known[DeadlineColumns.key($0)] ?? day })
    }
    let kept = zip(standing, wanted).prefix { $0.values == $1 }.count
    try remove(standing[kept...])
    for values in wanted[kept...] { try run(DeadlineColumns.insert, values) }
    let contact = deadlines.first { $0.rule == .contactOverdue && $0.done == nil }
    let due = (contact?.date.description).databaseValue
    try run(
      "UPDATE \"case\" SET contactDue = ? WHERE id = ? AND contactDue IS NOT ?",
      [due, facts.case.id.rawValue.databaseValue, due])
  }

  /// Writes the deadlines of all cases anew, as when the rules have changed.
  func renewAllDeadlines(_ tick: DerivedData.Tick) throws {
    let ids = try rows(Condition(sql: "SELECT id FROM \"case\" ORDER BY id", arguments: []))
    let all = ids.compactMap { $0.number(at: 0).map(RecordID.init(_:)) }
    for some in IDList.lists(of: all) {
      try renewDeadlines(of: some.ids)
      for _ in some.ids { tick() }
    }
  }
}

/// A deadline as it stands in the store.
private struct StandingDeadline {
  let id: Int64
  let `case`: RecordID
  let values: [DatabaseValue]

  init(_ row: RowBytes) {
    id = row.number(at: 0) ?? 0
    `case` = RecordID(row.number(at: 1) ?? 0)
    values = (0..<DeadlineColumns.count).map { row.value(at: $0 + 2) }
  }

  /// Since when it has been of its day and its owner; nil in a store that did not keep that yet.
  var knownSince: CivilDate? {
    String.fromDatabaseValue(values[DeadlineColumns.knownSince]).flatMap(CivilDate.init(iso:))
  }
}

/// The columns of a deadline, which is no record that anybody saves.
enum DeadlineColumns {
  private static let fields = RecordDescription.of(.deadline).fields.filter {
    $0.name != DeadlineRecord.name(\.isOpen) && $0.view == nil
  }

  static var count: Int { fields.count }
  private static let columns = fields.map { quoted($0.name) }.joined(separator: ", ")

  /// Those of some cases, in their order.
  static func all(of ids: IDList) -> Condition {
    Condition(
      sql: """
        SELECT id, "case", \(columns) FROM deadline WHERE "case" IN (\(ids.marks)) ORDER BY id
        """,
      arguments: ids.arguments)
  }

  static let knownSince = index(\.knownSince)

  private static let keys = [
    index(\.rule), index(\.about), index(\.countedFrom), index(\.date), index(\.owner),
  ]

  private static func index<V: FieldType>(_ path: FieldKey<DeadlineRecord, V>) -> Int {
    fields.firstIndex { $0.name == DeadlineRecord.name(path) } ?? 0
  }

  /// What tells that a deadline stands as it stood: which it is, its day and its owner.
  static func key(_ values: [DatabaseValue]) -> [DatabaseValue] { keys.map { values[$0] } }

  static func key(_ record: DeadlineRecord) -> [DatabaseValue] {
    [
      record.rule.rawValue.databaseValue, record.about.databaseValue,
      (record.countedFrom?.description).databaseValue, (record.date?.description).databaseValue,
      (record.owner?.id.rawValue).databaseValue,
    ]
  }

  static let insert: String = {
    let marks = fields.map { _ in "?" }.joined(separator: ", ")
    return "INSERT INTO deadline (\(columns)) VALUES (\(marks))"
  }()

  static func values(_ record: DeadlineRecord) -> [DatabaseValue] {
    let values = record.values
    return fields.map { $0.shape.stored(values[$0.name] ?? .absent) }
  }
}
