@testable import CaseStore
import Casework
import CustomDump
import Foundation
import GRDB
import Testing

/// Every record has an identity of its own, which the journal names.
@Suite struct `The identity of a record` {
  private static let kinds = RecordKind.allCases.filter { !RecordDescription.of($0).isMadeByStore }

  private func uid(_ desk: Desk, _ kind: RecordKind, _ id: RecordID) throws -> Data {
    try desk.raw { db in
      try #require(
        try Data.fetchOne(
          db, sql: "SELECT uid FROM \(kind.table) WHERE id = ?", arguments: [id.rawValue]))
    }
  }

  private func uids(_ db: Database) throws -> [Data] {
    try Self.kinds.flatMap { try Data.fetchAll(db, sql: "SELECT uid FROM \($0.table)") }
  }

  @Test func `is 128 bits that no other record has, of any kind`() throws {
    let desk = try Desk()
    let id = try desk.addCase("A")
    _ = try desk.addCase("B")
    try desk.support(id)
    _ = try desk.addHost("佐藤家")
    let all = try desk.raw(uids)
    #expect(all.count > 9 && Set(all).count == all.count)
    #expect(all.allSatisfy { $0.count == 16 && Set($0).count > 4 })
  }

  /// The number of a row is given once: what is put back under it is what was there.
  @Test(arguments: kinds)
  func `stands in a row whose number is given to no other`(kind: RecordKind) throws {
    let desk = try Desk()
    let sql = try desk.raw {
      try String.fetchOne(
        $0, sql: "SELECT sql FROM sqlite_schema WHERE name = ?", arguments: [kind.rawValue])
    }
    #expect(sql?.contains("PRIMARY KEY AUTOINCREMENT") == true)
  }

  @Test func `is the same after a change, an undo and what is done again`() throws {
    let desk = try Desk()
    let id = try desk.addCase("A")
    let person = try uid(desk, .person, RecordID(1))
    let first = try uid(desk, .case, id)
    try desk.change(.case, id, ["risk": .code("high")])
    #expect(try uid(desk, .case, id) == first)
    _ = try desk.store.undo()
    // Takes the case and the person away, and puts both back.
    _ = try desk.store.undo()
    #expect(try desk.raw { try Int.fetchOne($0, sql: "SELECT count(*) FROM \"case\"") } == 0)
    _ = try desk.store.redo()
    #expect(try uid(desk, .case, id) == first)
    #expect(try uid(desk, .person, RecordID(1)) == person)
    #expect(try desk.store.verifyJournal().isWhole)
    let other = try desk.addCase("B")
    #expect(try uid(desk, .case, other) != first)
  }

  @Test func `is named by every entry`() throws {
    let desk = try Desk()
    let id = try desk.addCase("A")
    let follow = try desk.addFollowUp(id, "x", due: 3)
    let named = try uid(desk, .followUp, follow)
    try desk.change(.followUp, follow, ["action": .text("y")])
    _ = try desk.store.undo()
    _ = try desk.store.undo()
    let entries = try desk.raw { db in
      try Data?.fetchAll(db, sql: "SELECT uid FROM journal WHERE recordKind = 'followup'")
    }
    expectNoDifference(entries, [named, named, named, named])
    let none = try desk.raw {
      try Int.fetchOne($0, sql: "SELECT count(*) FROM journal WHERE uid IS NULL")
    }
    #expect(none == 0)
  }

  @Test(arguments: [
    "UPDATE journalRow SET uid = randomblob(16) WHERE sequence = 3",
    "UPDATE journalRow SET uid = NULL WHERE sequence = 3",
  ])
  func `is part of what the chain seals`(sql: String) throws {
    let desk = try Desk()
    _ = try desk.addCase("A")
    try desk.execute("DROP TRIGGER journalStays; \(sql)")
    #expect(try desk.store.verifyJournal().fault == JournalVerdict.Fault(3, .entry))
  }

  @Test func `cannot be put into an entry from before there was one`() throws {
    let released = try ReleasedStore(ofSchema: 13)
    defer { withExtendedLifetime(released) {} }
    let store = try released.open()
    #expect(try released.lines("SELECT count(uid) FROM journal") == ["0"])
    #expect(try store.verifyJournal().isWhole)
    try released.raw {
      try $0.execute(
        sql: """
          DROP TRIGGER journalStays;
          UPDATE journalRow SET uid = (SELECT uid FROM person) WHERE sequence = 2
          """)
    }
    #expect(try store.verifyJournal().fault == JournalVerdict.Fault(2, .entry))
  }

  @Test(arguments: [
    "UPDATE person SET uid = randomblob(16)",
    "UPDATE person SET uid = x'00000000000000000000000000000000'",
  ])
  func `is never changed`(sql: String) throws {
    let desk = try Desk()
    _ = try desk.addCase("A")
    #expect(throws: DatabaseError.self) { try desk.execute(sql) }
    try desk.execute("DROP TRIGGER personStaysItself; \(sql)")
    let verdict = try desk.store.verifyJournal()
    #expect(verdict.findings.map(\.cause) == [.identity] && !verdict.isWhole)
    #expect(verdict.findings.first?.record?.address == RecordAddress(.person, RecordID(1)))
  }

  @Test func `is given once to each record of an older store`() throws {
    let one = try ReleasedStore(ofSchema: 13)
    let other = try ReleasedStore(ofSchema: 13)
    _ = (try one.open(), try other.open())
    let first = try one.raw(uids)
    #expect(first.count > 30 && Set(first).count == first.count)
    #expect(try one.raw(uids) == first)
    #expect(Set(try other.raw(uids)).isDisjoint(with: first))
  }
}
