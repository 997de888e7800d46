import Casework
import CustomDump
import Foundation
import GRDB
import Testing

@testable import CaseStore

@Suite struct `The journal` {
  private static func fill(_ desk: Desk) throws -> RecordID {
    let id = try desk.addCase("A", ["city": .text("横浜市")])
    try desk.change(.case, id, ["risk": .code("high")])
    try desk.change(.case, id, ["risk": .code("low")])
    _ = try desk.addFollowUp(id, "act", due: 3)
    return id
  }

  @Test func `tells who did what to which record, when and why`() throws {
    let desk = try Desk()
    let id = try desk.addCase("Fatima", ["owner": .to(.staff, RecordID(1))])
    desk.now = Instant(desk.now.rawValue + 60)
    try desk.change(.case, id, ["owner": .absent, "risk": .code("high")], reason: "異動のため")
    let entry = try #require(try desk.store.journal(JournalFilter(), limit: 1).first)
    #expect(entry.sequence == 4 && entry.step == 4 && entry.at == desk.now)
    #expect(entry.who?.title == "林 桃子" && entry.command == "case.edit")
    #expect(entry.record?.number == "2026-0001" && entry.record?.title == "Fatima")
    expectNoDifference(entry.before, ["owner": .to(.staff, RecordID(1)), "risk": .absent])
    expectNoDifference(entry.after, ["owner": .absent, "risk": .code("high")])
    #expect(
      entry.before["owner"].flatMap { if case .link(let l) = $0 { l.title } else { nil } } == "林 桃子"
    )
    #expect(entry.reason == "異動のため")
  }

  @Test(arguments: [0, 60, 61, 86_400, 40_000_000])
  func `tells that the clock was set back, once`(seconds: Int64) throws {
    let desk = try Desk()
    let id = try Self.fill(desk)
    desk.now = Instant(desk.now.rawValue - seconds)
    for risk in ["high", "medium"] { try desk.change(.case, id, ["risk": .code(risk)]) }
    let told = try desk.store.journal(JournalFilter(command: "clockSetBack"), limit: 9)
    #expect(told.count == (seconds > 60 ? 1 : 0))
    #expect(told.allSatisfy { $0.at == desk.now && $0.who != nil })
    // It is no work of anybody: what is taken back is the change behind it.
    for risk in ["high", "low"] {
      _ = try desk.store.undo()
      #expect(try desk.card(.case, id)["risk"] == .code(risk))
    }
    _ = try desk.store.redo()
    #expect(try desk.card(.case, id)["risk"] == .code("high"))
    #expect(try desk.store.verifyJournal().isWhole)
  }

  @Test func `is read by record, by person, by command and in pages`() throws {
    let desk = try Desk()
    let id = try Self.fill(desk)
    let other = try desk.add(.staff, ["name": .text("y")])
    let theirs = try desk.open(as: .coordinator(other))
    _ = try theirs.save(
      Change(
        .case, id: id, version: 3, values: ["phone": .text("1")], command: "case.edit"))
    func found(_ filter: JournalFilter) throws -> [Int] {
      try desk.store.journal(filter, limit: 3).map(\.sequence)
    }
    let record = RecordAddress(.case, id)
    #expect(try found(JournalFilter()) == [8, 7, 6])
    #expect(try found(JournalFilter(before: 6)) == [5, 4, 3])
    #expect(try found(JournalFilter(after: 6)) == [8, 7])
    // The person's own row and the case's.
    #expect(try found(JournalFilter(record: record)) == [8, 5, 4])
    #expect(try found(JournalFilter(record: record, before: 4)) == [3, 2])
    #expect(try found(JournalFilter(who: RecordAddress(.staff, other))) == [8])
    #expect(try found(JournalFilter(command: "init")) == [1])
    let history = try desk.store.detail(record, limit: 9).history.map(\.sequence)
    #expect(history == [8, 5, 4, 3, 2])
  }

  @Test func `holds as it was written`() throws {
    let desk = try Desk()
    _ = try Self.fill(desk)
    let verdict = try desk.store.verifyJournal()
    #expect(verdict.isWhole && verdict.entries == 6 && verdict.head.count == 64)
    _ = try desk.store.undo()
    let next = try desk.store.verifyJournal()
    #expect(next.isWhole && next.entries == 7 && next.head != verdict.head)
  }

  @Test(arguments: [
    (
      "UPDATE journalRow SET who = (SELECT command FROM journalRow) WHERE sequence = 4", 4,
      JournalVerdict.Cause.entry
    ),
    // What a word says is part of every entry that names it.
    ("UPDATE journalWord SET word = 'staff:2' WHERE word = 'staff:1'", 2, .entry),
    ("UPDATE journalWord SET word = 'x' WHERE word = 'case'", 3, .entry),
    ("DELETE FROM journalWord WHERE word = 'staff:1'", 2, .entry),
    ("UPDATE journalRow SET at = at + 1 WHERE sequence = 1", 1, .entry),
    ("UPDATE journalRow SET command = command + 1 WHERE sequence = 6", 6, .entry),
    ("UPDATE journalRow SET undoes = 3 WHERE sequence = 4", 4, .entry),
    ("UPDATE journalRow SET mac = zeroblob(32) WHERE sequence = 3", 3, .entry),
    ("UPDATE journalContent SET after = '{\"risk\":\"low\"}' WHERE sequence = 4", 4, .content),
    ("UPDATE journalContent SET before = NULL WHERE sequence = 4", 4, .content),
    ("UPDATE journalContent SET reason = 'x' WHERE sequence = 5", 5, .content),
    ("DELETE FROM journalContent WHERE sequence = 5", 5, .content),
    ("DELETE FROM journalRow WHERE sequence = 4", 5, .gap),
    ("DELETE FROM journalRow WHERE sequence = 1", 2, .gap),
    (
      "DELETE FROM journalRow WHERE sequence = 4; UPDATE journalRow SET sequence = 4 WHERE sequence = 5",
      4, .entry
    ),
  ])
  func `shows what was changed, removed or put in`(
    tampering: String, sequence: Int, cause: JournalVerdict.Cause
  ) throws {
    let desk = try Desk()
    _ = try Self.fill(desk)
    try desk.raw { db in
      for name in try String.fetchAll(
        db,
        sql: "SELECT name FROM sqlite_schema WHERE type = 'trigger' AND tbl_name LIKE 'journal%'")
      {
        try db.execute(sql: "DROP TRIGGER \(name)")
      }
      try db.execute(sql: "PRAGMA foreign_keys = OFF; \(tampering)")
    }
    #expect(try desk.store.verifyJournal().fault == .init(sequence, cause))
  }

  @Test func `shows that its end was cut by the records, and where they were cut too by its head`()
    throws
  {
    let desk = try Desk()
    _ = try Self.fill(desk)
    let before = try desk.store.verifyJournal()
    try desk.raw { db in
      let guards = ["journalIsKept", "journalContentIsKept"]
      let triggers = try guards.map {
        try String.fetchOne(
          db, sql: "SELECT sql FROM sqlite_schema WHERE name = ?", arguments: [$0])
          ?? ""
      }
      for name in guards { try db.execute(sql: "DROP TRIGGER \(name)") }
      try db.execute(
        sql: """
          DELETE FROM journalContent WHERE sequence = 6; DELETE FROM journalRow WHERE sequence = 6
          """)
      for sql in triggers { try db.execute(sql: sql) }
    }
    let cut = try desk.store.verifyJournal()
    #expect(cut.fault == nil && cut.entries == 5 && cut.findings.map(\.cause) == [.unknown])
    try desk.execute("DELETE FROM followup")
    let after = try desk.store.verifyJournal()
    #expect(after.isWhole && after.head != before.head)
  }

  @Test func `holds where an erasure emptied an entry and says so, and not where none does`() throws
  {
    let desk = try Desk()
    let id = try Self.fill(desk)
    try desk.execute(
      """
      UPDATE journalContent SET before = NULL, after = NULL, reason = NULL WHERE sequence = 4
      """)
    let emptied = try desk.store.verifyJournal()
    #expect(emptied.fault == nil && emptied.found == 1)
    #expect(emptied.findings.map(\.cause) == [.emptied] && emptied.findings[0].entries == [4])
    #expect(emptied.findings[0].record?.number == "2026-0001")
    let entry = try desk.store.journal(JournalFilter(before: 5), limit: 1)[0]
    #expect(entry.before == [:] && entry.after == [:])
    _ = try desk.store.write { try $0.note(JournalCommand.erase, of: RecordAddress(.case, id)) }
    #expect(try desk.store.verifyJournal().isWhole)
  }

  @Test func `another key does not fit it`() throws {
    let desk = try Desk()
    _ = try Self.fill(desk)
    let other = try Desk(isNew: true)
    let key = try #require(FileManager.default.contents(atPath: other.path + ".journal-key"))
    try key.write(to: URL(fileURLWithPath: desk.path + ".journal-key"))
    #expect(try desk.open().verifyJournal().fault == .init(1, .entry))
  }
}
