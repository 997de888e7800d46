import Casework
import CustomDump
import Foundation
import GRDB
import Testing

@testable import CaseStore

/// The records against what the journal tells of them.
@Suite struct `The journal and the records` {
  /// Two cases, one changed and one with a note, a volunteer with a key.
  private static func fill() throws -> Desk {
    let desk = try Desk()
    let id = try desk.addCase("SECRET NAME", ["phone": .text("090-1111-2222")])
    try desk.change(.case, id, ["risk": .code("high"), "phone": .text("090-3333-4444")])
    let other = try desk.addCase("B")
    try desk.add(
      .note, ["case": .to(.case, other), "on": .date(Desk.today), "body": .text("body")])
    _ = try desk.addFollowUp(id, "act", due: 3)
    let volunteer = try desk.addVolunteer("内山")
    _ = try desk.store.addKey(volunteer, Keys.key(7))
    _ = try desk.store.revokeKey(desk.store.addKey(volunteer, Keys.key(8)).id)
    return desk
  }

  @Test func `agree after work of every kind, undone, redone and imported`() throws {
    let desk = try Self.fill()
    #expect(try desk.store.verifyJournal().isWhole)
    for _ in 0..<3 { _ = try? desk.store.undo() }
    let undone = try desk.store.verifyJournal()
    expectNoDifference(undone.findings, [])
    for _ in 0..<3 { _ = try? desk.store.redo() }
    let redone = try desk.store.verifyJournal()
    expectNoDifference(redone.findings, [])
    #expect(redone.isWhole)
  }

  @Test(arguments: [
    ("UPDATE person SET phone = '000' WHERE id = 1", "differs P-0001 phone"),
    ("UPDATE person SET city = '000' WHERE id = 1", "differs P-0001 city"),
    ("UPDATE person SET phone = NULL WHERE id = 1", "differs P-0001 phone"),
    (
      "UPDATE person SET interpreterNeeded = 1, city = 'x' WHERE id = 2",
      "differs P-0002 city,interpreterNeeded"
    ),
    (
      "UPDATE \"case\" SET risk = 'low', version = version + 1 WHERE id = 1",
      "differs 2026-0001 risk"
    ),
    ("UPDATE staff SET isSupervisor = 0", "differs ST-0001 isSupervisor"),
    ("UPDATE volunteer SET pledgedOn = '2020-01-01'", "differs V-0001 pledgedOn"),
    ("DELETE FROM note", "missing N-0001 "),
    (
      "INSERT INTO note",
      "unknown N-0099 "
    ),
    ("UPDATE note SET version = 5", "version N-0001 "),
    ("UPDATE person SET version = 1 WHERE id = 1", "version P-0001 "),
    ("UPDATE \"case\" SET version = 9 WHERE id = 2", "version 2026-0002 "),
    ("UPDATE \"case\" SET version = 1 WHERE id = 1", "version 2026-0001 "),
    ("UPDATE sshKey SET revokedAt = NULL WHERE id = 2", "key V-0001 "),
    ("UPDATE sshKey SET revokedAt = 1 WHERE id = 1", "key V-0001 "),
    ("DELETE FROM sshKey WHERE id = 2", "key V-0001 "),
    ("DROP TRIGGER journalStays", "unguarded - "),
  ])
  func `disagree where somebody changed one past the program`(sql: String, found: String) throws {
    let desk = try Self.fill()
    try desk.raw { db in
      let columns = try Row.fetchAll(db, sql: "PRAGMA table_info(note)").map { row -> String in
        let name: String = row["name"]
        if name == "uid" { return "randomblob(16)" }
        return name == "id" ? "99" : "\"\(name)\""
      }
      let sql =
        sql.hasPrefix("INSERT INTO note")
        ? "INSERT INTO note SELECT \(columns.joined(separator: ", ")) FROM note" : sql
      try db.execute(sql: "PRAGMA foreign_keys = OFF; \(sql)")
    }
    let verdict = try desk.store.verifyJournal()
    #expect(verdict.fault == nil && !verdict.isWhole && verdict.found == 1)
    let told = verdict.findings.map {
      "\($0.cause.rawValue) \($0.record?.number ?? "-") \($0.fields.sorted().joined(separator: ","))"
    }
    expectNoDifference(told, [found])
    #expect(!String(describing: verdict.findings).contains("SECRET"))
  }

  @Test func `disagree for ever where a save came after it`() throws {
    let desk = try Self.fill()
    try desk.execute("UPDATE person SET phone = '000' WHERE id = 1")
    try desk.change(.case, RecordID(1), ["phone": .text("111"), "city": .text("横浜市")])
    let verdict = try desk.store.verifyJournal()
    #expect(verdict.findings.map(\.cause) == [.unexplained])
    #expect(verdict.findings.first?.fields == ["phone"])
    #expect(verdict.findings.first?.entries.count == 1)
  }

  @Test func `disagree where the journal was emptied`() throws {
    let desk = try Self.fill()
    try desk.raw { db in
      let guards = try Row.fetchAll(
        db,
        sql:
          "SELECT name, sql FROM sqlite_schema WHERE type = 'trigger' AND tbl_name LIKE 'journal%'")
      for row in guards { try db.execute(sql: "DROP TRIGGER \(row["name"] as String)") }
      try db.execute(sql: "DELETE FROM journalContent; DELETE FROM journalRow; DELETE FROM sshKey")
      for row in guards { try db.execute(sql: row["sql"]) }
    }
    let verdict = try desk.store.verifyJournal()
    #expect(verdict.findings.map(\.cause) == [.empty] && !verdict.isWhole)
  }

  @Test func `are not compared value by value where nothing is left to name`() throws {
    let desk = try Desk()
    for number in 0..<150 { try desk.add(.host, ["name": .text("\(number)")]) }
    try desk.execute("UPDATE host SET name = 'x'")
    let verdict = try desk.store.verifyJournal()
    #expect(verdict.found == 150 && verdict.findings.count == JournalReplay.mostNamed)
  }

  @Test func `cannot agree where the file is damaged`() throws {
    let desk = try Self.fill()
    try desk.execute(
      """
      PRAGMA writable_schema = ON;
      UPDATE sqlite_schema SET sql = replace(sql, '(who)', '(at)') WHERE name = 'journalByWho'
      """)
    #expect(try desk.open().verifyJournal().findings.map(\.cause).contains(.damaged))
  }
}
