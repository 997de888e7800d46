@testable import CaseStore
import Casework
import GRDB
import GRDBSQLite
import Testing

/// A reading of the store: what it costs beside the statements themselves, and that it writes nothing.
@Suite struct `A reading` {
  /// How often SQLite had to compile a statement again that this connection keeps.
  private func repreparations(_ store: CaseStore) throws -> Int {
    try store.read { db in
      var sum = 0
      var next = sqlite3_next_stmt(db.sqliteConnection, nil)
      while let statement = next {
        sum += Int(sqlite3_stmt_status(statement, SQLITE_STMTSTATUS_REPREPARE, 0))
        next = sqlite3_next_stmt(db.sqliteConnection, statement)
      }
      return sum
    }
  }

  /// What a key of the desk reads: a page, its count, a record with its timeline, the words of a
  /// search.
  private func read(_ store: CaseStore, _ id: RecordID) throws {
    let query = ListQuery(.case)
    _ = try store.page(query, .first, count: 40, fields: ["number", "status", "owner"])
    _ = try store.count(query)
    _ = try store.detail(RecordAddress(.case, id), limit: 200)
    _ = try store.suggestions(.case, matching: "A", limit: 9)
    _ = try store.dataVersion()
  }

  @Test func `has no statement compiled again that is known already`() throws {
    let desk = try Desk()
    let id = try desk.addCase("A")
    let staff = try desk.open()
    for _ in 0..<3 { try read(staff, id) }
    let before = try repreparations(staff)
    for _ in 0..<5 { try read(staff, id) }
    #expect(try repreparations(staff) == before)
  }

  @Test func `writes nothing, also where it tries`() throws {
    let desk = try Desk()
    _ = try desk.addCase("A")
    let change = #"UPDATE "case" SET number = 'x'"#
    #expect(throws: Refusal.self) {
      try desk.store.read { try $0.execute(sql: change) }
    }
    #expect(try desk.raw { try String.fetchOne($0, sql: #"SELECT number FROM "case""#) } != "x")
    // The next one sees the store as it is.
    #expect(try desk.store.count(ListQuery(.case)).value == 1)
  }

  @Test func `sees one moment, whatever another process writes meanwhile`() throws {
    let desk = try Desk()
    _ = try desk.addCase("A")
    let other = try desk.open()
    let counts = try desk.store.read { _ in
      let first = try desk.store.count(ListQuery(.case)).value
      _ = try other.save(
        Change(
          .case, values: ["nameRoman": .text("B"), "opened": .day("2026-09-01")], command: "add"))
      return [first, try desk.store.count(ListQuery(.case)).value]
    }
    #expect(counts == [1, 1])
    #expect(try desk.store.count(ListQuery(.case)).value == 2)
  }

  @Test func `asks of a record only the kinds that have something around it`() throws {
    let desk = try Desk()
    let id = try desk.addCase("A")
    var statements: [String] = []
    func asked() throws -> Int {
      statements = []
      _ = try desk.store.detail(RecordAddress(.case, id), limit: 200)
      return statements.count
    }
    try desk.store.trace { statements.append($0) }
    let empty = try asked()
    #expect(empty < 20)
    try desk.add(.note, ["case": .to(.case, id), "on": .day("2026-09-01"), "body": .text("x")])
    // Its own statement, and the names of whom its change is about.
    #expect(try asked() <= empty + 2)
    let timeline = try desk.store.detail(RecordAddress(.case, id), limit: 200).timeline
    #expect(timeline.contains { $0.address.kind == .note })
  }
}
