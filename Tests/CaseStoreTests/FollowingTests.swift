import Casework
import Foundation
import GRDB
import TestSupport
import Testing

@testable import CaseStore

/// What a store keeps although it follows from its records.
@Suite struct `What follows from the records` {
  /// A table with something that follows, the column, and what is put there behind the records.
  private struct Change: CustomStringConvertible {
    let table: String
    let column: String
    var description: String { "\(table).\(column)" }
  }

  /// What another value of a column could be; one of them is, whatever it holds.
  private static let others = [
    "date(c, '+1 day')", "c + 1", "(c) - 1", "c || 'x'", "'2026-01-01'", "'active'", "7", "NULL",
  ]

  @Test func `is found out where it was changed behind them`() throws {
    let desk = try `A volunteer`.Scene(.assigned).desk
    var changes = [
      ("deadline", "date"), ("deadline", "rule"), ("supportentry", "on"), ("statusMove", "day"),
      ("needscore", "score"), ("duplicateKey", "key"), ("nameKey", "folded"),
      ("searchText", "names"),
    ].map { Change(table: $0.0, column: $0.1) }
    for description in RecordKind.allCases.map(RecordDescription.of) {
      changes += description.fields.filter { $0.origin == .derived }.map {
        Change(table: description.kind.rawValue, column: $0.name)
      }
    }
    let whole = try Self.copy(of: desk.path)
    #expect(try whole.writeWithoutTransaction { try $0.tablesThatDoNotFollow() } == [])
    var tried = 0
    for change in changes where try Self.apply(change, to: whole, taking: .rollback) {
      tried += 1
      let copy = try Self.copy(of: desk.path)
      _ = try Self.apply(change, to: copy, taking: .commit)
      let found = try copy.writeWithoutTransaction { try $0.tablesThatDoNotFollow() }
      #expect(found.contains(change.table), "\(change)")
    }
    // A scene with fewer would prove less than it seems to.
    #expect(tried > 30, "\(tried) of \(changes.count)")
  }

  @Test(arguments: try ReleasedStore.some())
  func `is as it should be in a store of every released schema`(number: Int) throws {
    let released = try ReleasedStore(ofSchema: number)
    _ = try released.open()
    let copy = try Self.copy(of: released.path)
    #expect(try copy.writeWithoutTransaction { try $0.tablesThatDoNotFollow() } == [])
  }

  @Test func `is kept of somebody erased, where the journal says nothing any more`() throws {
    let desk = try Desk()
    let record = try desk.addCase("GONE")
    try desk.change(
      .case, record, ["status": .code("not_eligible"), "receivingBody": .text("市役所")], reason: "x")
    let moves = "SELECT status, day FROM statusMove ORDER BY recordKind, record, sequence"
    let before = try desk.raw { try Row.fetchAll($0, sql: moves) }
    _ = try desk.store.erase(personOf: record, reason: "asked", isTrial: false)
    let copy = try Self.copy(of: desk.path)
    let (after, stale) = try copy.writeWithoutTransaction { db in
      try db.inTransaction {
        try db.noteAllStatuses {}
        return .commit
      }
      return (try Row.fetchAll(db, sql: moves), try db.tablesThatDoNotFollow())
    }
    #expect(before.count > 1 && after == before && stale == [])
  }

  @Test func `is made anew where a backup is restored`() throws {
    let desk = try `A volunteer`.Scene(.assigned).desk
    let folder = try ScratchFolder()
    try desk.execute("UPDATE deadline SET date = date(date, '+1 day')")
    let copy = folder.path("copy.db")
    try StoreCare.copy(desk.path, to: copy)
    let tally = try StoreCare.tally(ofCopy: copy, called: "copy", isDeep: true)
    #expect(tally.journal.findings == [JournalFinding(.stale, detail: "deadline")])
    let path = folder.path("restored.db")
    let adopted = try StoreCare.adopt(copy, called: "copy", as: path, isDeep: true) { Desk.start }
    #expect(adopted.journal.isWhole)
    let restored = try Self.copy(of: path)
    #expect(try restored.writeWithoutTransaction { try $0.tablesThatDoNotFollow() } == [])
  }

  /// In memory, with the log of its file.
  private static func copy(of path: String) throws -> DatabaseQueue {
    let file = try DatabaseQueue(path: path, configuration: StoreFile.configuration)
    let copy = try DatabaseQueue(configuration: StoreFile.configuration)
    try file.backup(to: copy)
    return copy
  }

  /// Whether there is a row to change, and a value to change it to.
  private static func apply(
    _ change: Change, to queue: DatabaseQueue, taking completion: Database.TransactionCompletion
  ) throws -> Bool {
    let (table, column) = ("\"\(change.table)\"", "\"\(change.column)\"")
    return try queue.writeWithoutTransaction { db in
      func values() throws -> [DatabaseValue] {
        try DatabaseValue.fetchAll(db, sql: "SELECT \(column) FROM \(table)")
      }
      guard try db.columns(in: change.table).contains(where: { $0.name == change.column }) else {
        return false
      }
      let before = try values()
      for other in others {
        let value = other.replacing("(c", with: "(\(column)").replacing("c ", with: "\(column) ")
        var isOther = false
        do {
          try db.inTransaction {
            try db.execute(sql: "UPDATE \(table) SET \(column) = \(value)")
            isOther = try values() != before
            return isOther ? completion : .rollback
          }
        } catch is DatabaseError {}
        if isOther { return true }
      }
      return false
    }
  }
}
