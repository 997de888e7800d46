@testable import CaseStore
import Casework
import CustomDump
import Dispatch
import Foundation
import GRDB
import Synchronization
import Testing

/// Data that follow from the records are made anew where their definition is another.
@Suite struct `Derived data` {
  private struct Noted: Equatable {
    var appeal: [String]
    var search: [String]
    var names: [String]
    var duplicates: [String]
    var views: [String]
  }

  private func noted(_ desk: Desk) throws -> Noted {
    try desk.raw { db in
      func all(_ sql: String) throws -> [String] { try String.fetchAll(db, sql: sql) }
      return Noted(
        appeal: try all("SELECT date FROM deadline WHERE rule = 'appeal'"),
        search: try all("SELECT id || names || notes FROM searchText ORDER BY 1"),
        names: try all("SELECT kind || record || folded FROM nameKey ORDER BY 1"),
        duplicates: try all("SELECT key || person FROM duplicateKey ORDER BY 1"),
        views: try all("SELECT name || sql FROM sqlite_schema WHERE type = 'view' ORDER BY 1"))
    }
  }

  /// A store with a refusal of 28 September, and everything derived from it spoilt.
  private func spoilt() throws -> (desk: Desk, right: Noted) {
    let desk = try Desk()
    let id = try desk.addCase("Amina Osman", ["phone": .text("090-1234-5678")])
    _ = try desk.addHost("佐藤家")
    try desk.add(
      .procedure,
      [
        "case": .to(.case, id), "on": .day("2026-09-28"), "procedureStage": .code("denied"),
        "notifiedOn": .day("2026-09-28"),
      ])
    let right = try noted(desk)
    #expect(right.appeal == ["2026-10-05"])
    #expect(!right.search.isEmpty && !right.names.isEmpty && !right.duplicates.isEmpty)
    try desk.execute(
      """
      UPDATE deadline SET date = '2030-01-01';
      UPDATE searchText SET names = 'x', notes = '';
      DELETE FROM nameKey WHERE kind = 'host';
      UPDATE duplicateKey SET key = 'p x' || key;
      DROP VIEW stayTwice;
      CREATE VIEW stayTwice AS SELECT 1 AS id;
      CREATE VIEW ofOld AS SELECT 1 AS x;
      """)
    return (desk, right)
  }

  @Test func `of another definition are corrected when the store is opened`() throws {
    let (desk, right) = try spoilt()
    try desk.execute("UPDATE derived SET revision = 'before'")
    #expect(try desk.open().verifyJournal().isWhole)
    expectNoDifference(try noted(desk), right)
    let revisions = try desk.raw { db in
      try Row.fetchAll(db, sql: "SELECT name, revision FROM derived WHERE name <> 'program'")
        .reduce(into: [:]) {
          $0[$1["name"] as String] = $1["revision"] as String
        }
    }
    let current = Schema.current.derived.map { ($0.name, $0.revision) }
    #expect(revisions == Dictionary(uniqueKeysWithValues: current))
  }

  @Test(arguments: ["views", "index", "duplicates", "deadlines"])
  func `are made anew each by its own revision`(name: String) throws {
    let (desk, right) = try spoilt()
    let spoilt = try noted(desk)
    try desk.execute("UPDATE derived SET revision = 'before' WHERE name = '\(name)'")
    _ = try desk.open()
    var expected = spoilt
    switch name {
    case "views": expected.views = right.views
    case "index": (expected.search, expected.names) = (right.search, right.names)
    case "duplicates": expected.duplicates = right.duplicates
    default: expected.appeal = right.appeal
    }
    expectNoDifference(try noted(desk), expected)
  }

  @Test func `of this definition are left alone`() throws {
    let (desk, _) = try spoilt()
    let spoilt = try noted(desk)
    _ = try desk.open()
    expectNoDifference(try noted(desk), spoilt)
  }

  @Test func `tell how far they have come`() throws {
    let desk = try Desk()
    for number in 1...4 { _ = try desk.addCase("Person \(number)") }
    try desk.execute("DELETE FROM derived WHERE name IN ('duplicates', 'deadlines')")
    var told: [String] = []
    _ = try OpenedStore(desk.path) { told.append("\($0)/\($1)") }
    #expect(told == (1...8).map { "\($0)/8" })
    told = []
    _ = try OpenedStore(desk.path) { told.append("\($0)/\($1)") }
    #expect(told == [])
  }

  /// What a process that was killed in the middle leaves behind: its files at that moment.
  @Test func `stay as they were where a process was killed over them`() throws {
    let (desk, right) = try spoilt()
    let spoilt = try noted(desk)
    try desk.execute("DELETE FROM derived")
    let copy = desk.folder.appending(path: "killed.db").path
    var copied = false
    _ = try OpenedStore(desk.path) { done, total in
      guard done == total, !copied else { return }
      for ending in ["", "-wal", ".journal-key"] {
        try? FileManager.default.copyItem(atPath: desk.path + ending, toPath: copy + ending)
      }
      copied = true
    }
    expectNoDifference(try noted(desk), right)
    let killed = try DatabaseQueue(path: copy)
    let appeal = "SELECT date FROM deadline WHERE rule = 'appeal'"
    let before = try killed.read { db in
      try [String].fetchAll(db, appeal, "SELECT revision FROM derived")
    }
    #expect(before == [spoilt.appeal, []])
    try killed.close()
    _ = try CaseStore.open(copy, as: .coordinator(RecordID(1))) { desk.now }
    let opened = try DatabaseQueue(path: copy)
    #expect(try opened.read { try String.fetchAll($0, sql: appeal) } == right.appeal)
  }

  @Test func `are made once where several open the store at the same moment`() throws {
    let desk = try Desk()
    let made = Mutex(0)
    let data = DerivedData("test", definition: ["1"]) { _, _ in made.withLock { $0 += 1 } }
    let schema = Schema(Schema.current.migrations, derived: [data])
    let path = desk.path
    let failures = Mutex<[String]>([])
    DispatchQueue.concurrentPerform(iterations: 6) { _ in
      do {
        let queue = try DatabaseQueue(path: path, configuration: StoreFile.configuration)
        try queue.writeWithoutTransaction { try schema.migrate($0, path: path) }
        try queue.close()
      } catch {
        failures.withLock { $0.append("\(error)") }
      }
    }
    #expect(failures.withLock { $0 } == [])
    #expect(made.withLock { $0 } == 1)
  }

  @Test func `whose making fails leave the store as it was`() throws {
    struct Failure: Error {}
    let desk = try Desk()
    let data = DerivedData("test", definition: ["1"]) { db, _ in
      try db.execute(sql: "DELETE FROM searchText")
      throw Failure()
    }
    _ = try desk.addCase("A")
    let before = try noted(desk)
    let schema = Schema(Schema.current.migrations, derived: [data])
    let queue = try DatabaseQueue(path: desk.path, configuration: StoreFile.configuration)
    #expect(throws: Failure.self) {
      try queue.writeWithoutTransaction { try schema.migrate($0, path: desk.path) }
    }
    try queue.close()
    expectNoDifference(try noted(desk), before)
  }

  @Test func `have a revision that tells every text and where it ends`() {
    let definitions = [[], [""], ["a"], ["a", ""], ["", "a"], ["ab"], ["a", "b"], ["b", "a"]]
    #expect(Set(definitions.map(DerivedData.revision)).count == definitions.count)
    #expect(Set(Schema.current.derived.map(\.revision)).count == 6)
  }

  /// All views stand in one file, and nowhere else.
  @Test func `hold every view`() throws {
    let desk = try Desk()
    let text = try #require(EmbeddedResources.files.first { $0.name == "views.sql" }?.text)
    let written = text.split(separator: "\n").filter { $0.hasPrefix("CREATE VIEW ") }
      .compactMap { $0.split(separator: " ").dropFirst(2).first.map(String.init) }
    let views = try desk.raw {
      try String.fetchAll($0, sql: "SELECT name FROM sqlite_schema WHERE type = 'view'")
    }
    #expect(written.sorted() == views.sorted())
    // 025 and 028 make some for as long as they drop columns, where an older store lacks them.
    let late = Schema.current.migrations.filter {
      $0.number > 13 && ![25, 28].contains($0.number) && $0.sql.contains("CREATE VIEW")
    }
    #expect(late.isEmpty)
  }
}

extension [String] {
  fileprivate static func fetchAll(_ db: Database, _ statements: String...) throws -> [[String]] {
    try statements.map { try String.fetchAll(db, sql: $0) }
  }
}
