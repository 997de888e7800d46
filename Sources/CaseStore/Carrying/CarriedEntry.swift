import Casework
import Foundation
import GRDB

/// A change as another store's journal tells of it.
struct CarriedEntry {
  let sequence: Int
  let step: Int
  let at: Instant
  let who: RecordAddress?
  let command: String
  let record: RecordAddress
  let uid: Data
  let before: [String: FieldValue]
  let after: [String: FieldValue]
  let reason: String
  /// Whether it was emptied since.
  let isErased: Bool

  var isAddition: Bool { before.isEmpty && !after.isEmpty }
  var isRemoval: Bool { after.isEmpty && !before.isEmpty }

  /// Whether it restores what stood before, and no rule is asked.
  var isRestoring: Bool {
    [JournalCommand.undo, .redo, .importCut].map(\.rawValue).contains(command)
  }

  /// A record of which nothing but itself is known, as if it were made now.
  init(_ record: StoredRecord, uid: Data, at: Instant) {
    (sequence, step, self.at, who, command) = (0, 0, at, nil, "")
    (self.record, self.uid) = (record.address, uid)
    before = [:]
    after = record.values.filter { !$0.value.isAbsent }
    (reason, isErased) = ("", false)
  }

  private init?(_ row: Row) {
    guard let kind = row.text(at: 5).flatMap(RecordKind.init(rawValue:)),
      let id = row.number(at: 6),
      let uid = Data.fromDatabaseValue(row[7])
    else { return nil }
    sequence = Int(row.number(at: 0) ?? 0)
    step = Int(row.number(at: 1) ?? 0)
    at = Instant(row.number(at: 2) ?? 0)
    who = row.text(at: 3).flatMap(RecordAddress.init(code:))
    command = row.text(at: 4) ?? ""
    record = RecordAddress(kind, RecordID(id))
    self.uid = uid
    before = StoredFields.values(row.text(at: 8), of: kind)
    after = StoredFields.values(row.text(at: 9), of: kind)
    reason = row.text(at: 10) ?? ""
    isErased = row.number(at: 11) == 1
  }

  /// What was changed after an entry, in its order.
  static func all(after sequence: Int, in db: Database) throws -> [CarriedEntry] {
    try Row.fetchAll(
      db,
      sql: """
        SELECT j.sequence, j.step, j.at, j.who, j.command, j.recordKind, j.record, j.uid,
          c.before, c.after, c.reason, c.after IS NULL
        FROM journal AS j JOIN journalContent AS c ON c.sequence = j.sequence
        WHERE j.sequence > ? AND j.version IS NOT NULL ORDER BY j.sequence
        """, arguments: [sequence]
    ).compactMap { CarriedEntry($0) }
  }
}
