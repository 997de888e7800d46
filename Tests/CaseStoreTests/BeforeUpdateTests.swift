import Casework
import Foundation
import GRDB
import TestSupport
import Testing

@testable import CaseStore

/// A copy of a store that is brought up to date.
@Suite struct `Before an update` {
  @Test(arguments: try ReleasedStore.some().filter { $0 < Schema.current.version })
  func `of every schema the store is kept as it was, for its owner alone`(number: Int) throws {
    let released = try ReleasedStore(ofSchema: number)
    let tables = "SELECT name, sql FROM sqlite_schema ORDER BY 1"
    let cases = "SELECT * FROM \"case\" ORDER BY id"
    let before = try [tables, cases].map(released.lines)
    let store = try released.open()
    let copy = try #require(BeforeUpdate(beside: released.path).paths.first)
    let three = String(repeating: "0", count: 3 - "\(number)".count) + "\(number)"
    #expect(copy.hasSuffix("tomoni.db.before-\(three)"))
    let kept = try DatabaseQueue(path: copy)
    let after = try kept.read { db in
      try [tables, cases].map { sql in
        try Row.fetchAll(db, sql: sql).map { row in
          row.databaseValues.map { $0.isNull ? "-" : "\($0)" }.joined(separator: " ")
        }
      }
    }
    try kept.close()
    #expect(after == before)
    let mode = try FileManager.default.attributesOfItem(atPath: copy)[.posixPermissions] as? Int
    #expect(mode == 0o600)
    // Put in its place it is the store, and is brought up to date again.
    #expect(try store.verifyJournal().fault == nil)
    let folder = try ScratchFolder()
    let place = folder.path("tomoni.db")
    try FileManager.default.copyItem(atPath: copy, toPath: place)
    try FileManager.default.copyItem(
      atPath: released.path + ".journal-key", toPath: place + ".journal-key")
    let again = try CaseStore.open(place, as: .coordinator(RecordID(1))) {
      Instant(1_790_987_400)
    }
    let both = try [store, again].map { try $0.page(ListQuery(.case), .first, count: 99).cards }
    #expect(both[0] == both[1] && !both[0].isEmpty)
  }

  @Test func `of the same schema nothing is kept, and one copy alone of all updates`() throws {
    let desk = try Desk()
    #expect(BeforeUpdate(beside: desk.path).paths == [])
    let released = try ReleasedStore(ofSchema: 25)
    for old in ["020", "019.new"] {
      try Data("x".utf8).write(to: URL(fileURLWithPath: released.path + ".before-\(old)"))
    }
    _ = try released.open()
    let names = BeforeUpdate(beside: released.path).paths.map { $0.suffix(10) }
    #expect(names == ["before-025"])
    _ = try released.open()
    #expect(BeforeUpdate(beside: released.path).paths.count == 1)
  }

  @Test func `a copy goes when somebody is erased`() throws {
    let released = try ReleasedStore(ofSchema: 25)
    let store = try released.open()
    #expect(BeforeUpdate(beside: released.path).paths.count == 1)
    let found = try store.page(ListQuery(.case), .first, count: 9).cards.first
    let card = try #require(found)
    try store.change(
      .case, card.address.id, ["status": .code("not_eligible"), "receivingBody": .text("x")],
      reason: "x")
    _ = try store.erase(personOf: card.address.id, reason: "x", isTrial: false)
    #expect(BeforeUpdate(beside: released.path).paths == [])
  }

  @Test func `the disk has to have room for both`() throws {
    let folder = try ScratchFolder()
    let path = folder.path("s.db")
    try PrivateFile.create(path, Data())
    let queue = try DatabaseQueue(path: path)
    let old = Schema([(1, "CREATE TABLE a (x); INSERT INTO a VALUES (zeroblob(2500000))")])
    try queue.writeWithoutTransaction { try old.migrate($0, path: path) }
    let new = Schema(old.migrations + [(2, "ALTER TABLE a ADD COLUMN y")], room: { _ in 4_000_000 })
    #expect(throws: Refusal.roomMissing(megabytes: 2)) {
      try queue.writeWithoutTransaction {
        try new.migrate($0, path: path, keeping: BeforeUpdate(beside: path))
      }
    }
    #expect(BeforeUpdate(beside: path).paths == [])
    #expect(try queue.read { try Int.fetchOne($0, sql: "PRAGMA user_version") } == 1)
  }
}
