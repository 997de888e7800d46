import Casework
import GRDB

extension Database {
  /// Writes the deadlines of cases anew, in their order.
  func renewDeadlines(of ids: [RecordID]) throws {
    for ids in IDList.lists(of: ids) {
      try run("DELETE FROM deadline WHERE \"case\" IN (\(ids.marks))", ids.arguments)
      let facts = try deadlineFacts(of: ids)
      for id in ids.ids { if let facts = facts[id] { try write(Deadlines.of(facts), of: facts) } }
    }
  }

  private func write(_ deadlines: [Deadline], of facts: DeadlineFacts) throws {
    for deadline in deadlines {
      let record = DeadlineRecord(deadline, of: facts)
      try run(DeadlineColumns.insert, DeadlineColumns.values(record))
    }
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
