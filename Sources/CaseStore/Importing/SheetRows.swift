import Casework
import GRDB

/// Which records of the sheet's kind the rows read so far are about.
///
/// There is one for a sheet: a copy that is held while the next row is noted would be made anew for each.
final class SheetRows {
  private var rows: [RecordID: Row] = [:]
  /// The records of `rows` in the order in which they came.
  private var noted: [RecordID] = []

  /// A row by what tells it from others: all that a long sheet says would not fit into memory.
  private struct Row {
    let number: Int
    let print: Print
  }

  /// Two hashes by the process's own secret: what says something else has another one, but once in
  /// 2¹²⁸ times.
  private struct Print: Equatable {
    private let first: Int
    private let second: Int

    init(_ values: [String: FieldValue]) {
      (first, second) = (Self.hash(values, 1), Self.hash(values, 2))
    }

    private static func hash(_ values: [String: FieldValue], _ salt: UInt8) -> Int {
      var hasher = Hasher()
      hasher.combine(salt)
      hasher.combine(values)
      return hasher.finalize()
    }
  }

  private var lastPerson: RecordID?

  /// The person that the store had last before the sheet brought any.
  func lastPersonBefore(in db: Database) throws -> RecordID {
    if let lastPerson { return lastPerson }
    let last = RecordID(
      Int64(try db.number(Condition(sql: "SELECT max(id) FROM person", arguments: []))))
    lastPerson = last
    return last
  }

  /// The row that is about a record and says something else than `values`; of two rows that say the
  /// same in everything the second says nothing new.
  func other(about record: RecordID, than values: [String: FieldValue]) -> Int? {
    rows[record].flatMap { $0.print == Print(values) ? nil : $0.number }
  }

  func note(_ number: Int, _ values: [String: FieldValue], as record: RecordID) {
    guard rows[record] == nil else { return }
    rows[record] = Row(number: number, print: Print(values))
    noted.append(record)
  }

  var count: Int { noted.count }

  /// Forgets the rows after the first `count`, which left nothing behind.
  func cut(to count: Int) {
    while noted.count > count { rows[noted.removeLast()] = nil }
  }
}
