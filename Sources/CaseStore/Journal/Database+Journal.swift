import Casework
import Foundation
import GRDB

extension Database {
  /// The sequence, the MAC and the moment of the last entry; zero and empty before the first.
  func journalHead() throws -> (sequence: Int64, mac: Data, at: Int64) {
    // With a bound, so that the plan is a search by key and no scan.
    let row = try row(
      "SELECT sequence, mac, at FROM journal WHERE sequence < ? ORDER BY sequence DESC LIMIT 1",
      Int64.max.databaseValue)
    return (
      row?.number(at: 0) ?? 0, row.flatMap { Data.fromDatabaseValue($0[1]) } ?? Data(),
      row?.number(at: 2) ?? 0
    )
  }

  /// The identity of a record that is there; nil of a kind that the store itself makes.
  func uid(of address: RecordAddress) throws -> Data? {
    if RecordDescription.of(address.kind).isMadeByStore { return nil }
    let row = try row(
      "SELECT uid FROM \(address.kind.table) WHERE id = ?", address.id.rawValue.databaseValue)
    return row.flatMap { Data.fromDatabaseValue($0[0]) }
  }

  func insert(
    _ row: JournalChain.Row, mac: Data, _ content: JournalChain.Content, salt: Data,
    _ words: inout JournalWords
  ) throws {
    try run(
      """
      INSERT INTO journalRow (sequence, step, at, who, command, kind, record, version, undoes,
        hash, uid, mac) VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?)
      """,
      [
        row.sequence.databaseValue, row.step.databaseValue, row.at.databaseValue,
        words.number(of: row.who, in: self), words.number(of: row.command, in: self),
        words.number(of: row.recordKind, in: self), row.record.databaseValue,
        row.version.databaseValue, row.undoes.databaseValue, row.hash.databaseValue,
        row.uid.databaseValue, mac.databaseValue,
      ])
    try run(
      "INSERT INTO journalContent (sequence, before, after, reason, salt) VALUES (?, ?, ?, ?, ?)",
      [
        row.sequence.databaseValue, content.before.databaseValue, content.after.databaseValue,
        content.reason.databaseValue, salt.databaseValue,
      ])
  }

  /// Entries with their content, as `condition` and what follows it choose them.
  func entries(_ condition: String, _ arguments: [DatabaseValue]) throws -> [JournalEntry] {
    try rows(
      Condition(
        sql: """
          SELECT j.sequence, j.step, j.at, j.who, j.command, j.recordKind, j.record, j.undoes,
            c.before, c.after, c.reason, c.before IS NULL
          FROM journal AS j JOIN journalContent AS c ON c.sequence = j.sequence WHERE \(condition)
          """,
        arguments: arguments), JournalEntry.init)
  }
}

extension JournalEntry {
  fileprivate init(_ row: RowBytes) {
    let kind = row.text(at: 5).flatMap(RecordKind.init(rawValue:))
    let record = row.number(at: 6).flatMap { id in kind.map { RecordAddress($0, RecordID(id)) } }
    let who = row.text(at: 3).flatMap(RecordAddress.init(code:))
    self.init(
      sequence: Int(row.number(at: 0) ?? 0), step: Int(row.number(at: 1) ?? 0),
      at: Instant(row.number(at: 2) ?? 0), who: who.map { Link($0) },
      command: row.text(at: 4) ?? "", record: record.map { Link($0) },
      before: StoredFields.values(row.text(at: 8), of: kind),
      after: StoredFields.values(row.text(at: 9), of: kind), reason: row.text(at: 10) ?? "",
      undoes: row.number(at: 7).map(Int.init))
    isErased = row.number(at: 11) == 1
  }
}
