import CustomDump
import Foundation
import GRDB
import TestSupport
import Testing

@testable import CaseStore

/// A new store gets today's schema at once, as if every migration had gone over it.
@Suite struct `The whole schema` {
  private static let file = URL(filePath: #filePath)
    .appending(path: "../../../Resources/Schema/whole.sql").standardized

  private func store(_ schema: Schema) throws -> DatabaseQueue {
    let queue = try DatabaseQueue(configuration: StoreFile.configuration)
    try queue.writeWithoutTransaction { try schema.migrate($0, path: "p") }
    return queue
  }

  /// Everything that SQLite knows of it, in the order in which it can be made.
  private func statements(_ queue: DatabaseQueue) throws -> [String] {
    try queue.read { db in
      try String.fetchAll(
        db,
        sql: """
          SELECT sql FROM sqlite_schema WHERE sql IS NOT NULL AND name NOT LIKE 'sqlite\\_%' ESCAPE '\\'
            AND tbl_name NOT IN (SELECT name FROM pragma_table_list WHERE type = 'shadow')
          ORDER BY type <> 'table', rowid
          """)
    }
  }

  /// How many rows are in each table, and what of them is no identity.
  private func content(_ queue: DatabaseQueue) throws -> [String] {
    try queue.read { db in
      let tables = try String.fetchAll(
        db,
        sql: """
          SELECT name FROM pragma_table_list WHERE type NOT IN ('view', 'virtual') ORDER BY name
          """)
      let counts = try tables.map { table in
        let count = try Int.fetchOne(db, sql: "SELECT count(*) FROM \"\(table)\"") ?? 0
        return "\(table): \(count)"
      }
      // The catalogue itself counts what is held to be equal elsewhere.
      return counts.filter { !$0.hasPrefix("sqlite_") }
        + (try String.fetchAll(
          db, sql: "SELECT k || '=' || v FROM searchIndex_config ORDER BY k"))
        + (try String.fetchAll(db, sql: "PRAGMA user_version"))
    }
  }

  @Test func `is what its migrations make of an empty file`() throws {
    let current = Schema.current
    let slow = try store(Schema(current.migrations))
    let made = try statements(slow)
    let text =
      "-- Written by WRITE_SCHEMA=1 swift test --filter 'The whole schema'; see `Schema.whole`.\n\n"
      + made.map { "\($0);\n" }.joined()
      + "\nINSERT INTO storeIdentity (one, id) VALUES (1, lower(hex(randomblob(16))));\n"
    if ProcessInfo.processInfo.environment["WRITE_SCHEMA"] != nil {
      try text.write(to: Self.file, atomically: true, encoding: .utf8)
    }
    let written = try String(contentsOf: Self.file, encoding: .utf8)
    #expect(written == text, "another schema: WRITE_SCHEMA=1, and build again")
    let whole = try store(Schema(current.migrations, whole: written))
    expectNoDifference(try statements(whole), made)
    expectNoDifference(try content(whole), try content(slow))
    // The program has what the file says.
    let embedded = try #require(EmbeddedResources.files.first { $0.name == "whole.sql" }).text
    #expect(embedded == written)
    let identities = try [whole, try store(Schema(current.migrations, whole: written))].map {
      try $0.read { try String.fetchOne($0, sql: "SELECT id FROM storeIdentity") ?? "" }
    }
    #expect(Set(identities).count == 2 && identities.allSatisfy { $0.count == 32 })
  }

  @Test func `is never put into a file that has something`() throws {
    let old = Schema([(1, "CREATE TABLE a (x)")])
    let new = Schema(old.migrations + [(2, "CREATE TABLE b (x)")], whole: "CREATE TABLE c (x)")
    func tables(_ queue: DatabaseQueue) throws -> [String] {
      try queue.read {
        try String.fetchAll($0, sql: "SELECT name FROM sqlite_schema ORDER BY name")
      }
    }
    let queue = try store(old)
    try queue.writeWithoutTransaction { try new.migrate($0, path: "p") }
    #expect(try tables(queue) == ["a", "b"])
    #expect(try tables(store(new)) == ["c"])
  }
}
