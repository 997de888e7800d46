import Casework
import GRDB

extension Database {
  /// Writes the deadlines of a case anew.
  func renewDeadlines(of id: RecordID) throws {
    let key = id.rawValue.databaseValue
    try run("DELETE FROM deadline WHERE \"case\" = ?", [key])
    guard let facts = try deadlineFacts(of: id) else { return }
    let deadlines = Deadlines.of(facts)
    for deadline in deadlines {
      let record = DeadlineRecord(deadline, of: facts)
      try run(DeadlineColumns.insert, DeadlineColumns.values(record))
    }
    let contact = deadlines.first { $0.rule == .contactOverdue && $0.done == nil }
    let due = (contact?.date.description).databaseValue
    try run(
      "UPDATE \"case\" SET contactDue = ? WHERE id = ? AND contactDue IS NOT ?", [due, key, due])
  }

  /// Writes the deadlines of all cases anew, as when the rules have changed.
  func renewAllDeadlines(_ tick: DerivedData.Tick) throws {
    let ids = try rows(Condition(sql: "SELECT id FROM \"case\" ORDER BY id", arguments: []))
    for id in ids.compactMap({ $0.number(at: 0) }) {
      try renewDeadlines(of: RecordID(id))
      tick()
    }
  }
}

/// The columns of a deadline, which is no record that anybody saves.
enum DeadlineColumns {
  private static let fields = RecordDescription.of(.deadline).fields.filter {
    $0.name != DeadlineRecord.name(\.isOpen) && $0.view == nil
  }

  static let insert: String = {
    let columns = fields.map { quoted($0.name) }.joined(separator: ", ")
    let marks = fields.map { _ in "?" }.joined(separator: ", ")
    return "INSERT INTO deadline (\(columns)) VALUES (\(marks))"
  }()

  static func values(_ record: DeadlineRecord) -> [DatabaseValue] {
    let values = record.values
    return fields.map { $0.shape.stored(values[$0.name] ?? .absent) }
  }
}
