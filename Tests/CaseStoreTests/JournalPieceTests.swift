import Casework
import GRDB
import Testing

@testable import CaseStore

/// The journal as its screen reads it: backwards, a piece at a time, narrowed.
@Suite struct `A piece of the journal` {
  private static let day: Int64 = 86_400

  /// A case with a follow-up and a contact, changed on four days by two people.
  private struct Scene {
    let desk: Desk
    let id: RecordID
    let other: RecordID
    let theirs: CaseStore

    init() throws {
      desk = try Desk()
      id = try desk.addCase("Fatima Rahimi", ["city": .text("横浜市")])
      other = try desk.add(.staff, ["name": .text("岡田 浩")])
      theirs = try desk.open(as: .coordinator(other))
      desk.now = Instant(desk.now.rawValue + JournalPieceTests.day)
      _ = try desk.addFollowUp(id, "区役所へ同行", due: 4)
      desk.now = Instant(desk.now.rawValue + JournalPieceTests.day)
      let version = try desk.card(.case, id).version
      _ = try theirs.save(
        Change(
          .case, id: id, version: version, values: ["risk": .code("high")], reason: "夜の電話",
          command: "case.edit"))
      desk.now = Instant(desk.now.rawValue + JournalPieceTests.day)
      _ = try desk.addCase("Somebody Else")
    }

    func found(_ change: (inout JournalFilter) -> Void, limit: Int = 50) throws -> [String] {
      var filter = JournalFilter()
      change(&filter)
      return try desk.store.journalPiece(filter, limit: limit).entries.map(\.command)
    }
  }
  private typealias JournalPieceTests = `A piece of the journal`

  @Test func `that tells a supervisor who looked is a look itself, once in ten minutes`() throws {
    let scene = try Scene()
    func told() throws -> Int {
      try scene.desk.store.journal(JournalFilter(command: "audited"), limit: 9).count
    }
    #expect(try !scene.found { _ in }.contains("audited"))
    _ = try scene.found { $0.kind = .followUp }
    #expect(try told() == 1)
    scene.desk.now = Instant(scene.desk.now.rawValue + 660)
    _ = try scene.found { _ in }
    #expect(try told() == 2)
    // Who is no supervisor is not shown who looked.
    _ = try scene.theirs.journalPiece(JournalFilter(), limit: 9)
    #expect(try told() == 2)
  }

  @Test func `is narrowed by record, with what belongs to a case, by person, kind and command`()
    throws
  {
    let scene = try Scene()
    let record = RecordAddress(.case, scene.id)
    #expect(try scene.found { $0.record = record } == ["case.edit", "case.add", "case.add"])
    let around = try scene.found {
      $0.record = record
      $0.isAround = true
    }
    #expect(around == ["case.edit", "followup.add", "case.add", "case.add"])
    #expect(try scene.found { $0.number = "2026-0001" } == around)
    #expect(try scene.found { $0.number = "2026-0099" }.isEmpty)
    #expect(try scene.found { $0.who = RecordAddress(.staff, scene.other) } == ["case.edit"])
    #expect(try scene.found { $0.kind = .followUp } == ["followup.add"])
    #expect(try scene.found { $0.command = "case.edit" } == ["case.edit"])
    #expect(try scene.found { $0.command = "never.given" }.isEmpty)
    let both = try scene.found {
      $0.record = record
      $0.who = RecordAddress(.staff, scene.other)
    }
    #expect(both == ["case.edit"])
  }

  @Test func `is narrowed by days of Japan's calendar`() throws {
    let scene = try Scene()
    func on(_ first: Int, _ last: Int) throws -> [String] {
      try scene.found { $0.days = Desk.today.adding(days: first)...Desk.today.adding(days: last) }
    }
    #expect(try on(1, 1) == ["followup.add"])
    #expect(try on(1, 2) == ["case.edit", "followup.add"])
    #expect(try on(3, 9) == ["case.add", "case.add"])
    #expect(try on(4, 9).isEmpty)
    #expect(try on(-9, -1).isEmpty)
    // Half past midnight in Japan is still yesterday in Europe.
    scene.desk.now = Instant(Desk.start.rawValue + 5 * Self.day - 9 * 3600)
    try scene.desk.change(.case, scene.id, ["risk": .code("low")])
    #expect(scene.desk.now.dateInJapan == Desk.today.adding(days: 5))
    #expect(try on(5, 5) == ["case.edit"])
    #expect(try on(4, 4).isEmpty)
  }

  @Test func `finds words in names, numbers, values, reasons and what commands are called`() throws
  {
    let scene = try Scene()
    func search(_ words: JournalFilter.Word...) throws -> [String] {
      try scene.found { $0.words = words }
    }
    #expect(try search(.init("fatima")).contains("case.edit"))
    #expect(try search(.init("0001")).contains("case.edit"))
    #expect(try search(.init("横浜市")) == ["case.add"])
    #expect(try search(.init("電話")) == ["case.edit"])
    #expect(try search(.init("岡田")).contains("case.edit"))
    #expect(try search(.init("同行"), .init("nothing")).isEmpty)
    #expect(try search(.init("変更", commands: ["case.edit"])) == ["case.edit"])
  }

  @Test func `comes in pages to the beginning, and counts what there is`() throws {
    let scene = try Scene()
    for filter in [JournalFilter(), JournalFilter(record: RecordAddress(.case, scene.id))] {
      let whole = try scene.desk.store.journalPiece(filter, limit: 99)
      #expect(whole.reached == nil && whole.count == ListCount(whole.entries.count))
      for size in 1...3 {
        var (filter, all, rounds) = (filter, [Int](), 0)
        while rounds < 99 {
          let piece = try scene.desk.store.journalPiece(filter, limit: size)
          #expect(piece.entries.count <= size)
          #expect((piece.count == nil) == (filter.before != nil))
          all += piece.entries.map(\.sequence)
          rounds += 1
          guard let reached = piece.reached else { break }
          filter.before = reached
        }
        #expect(all == whole.entries.map(\.sequence), "\(size)")
      }
    }
  }

  /// However much lies behind, one piece looks no further than it may, and says how far it came.
  @Test func `walks so far and no further`() throws {
    let desk = try Desk()
    let id = try desk.addCase("A")
    let head = try #require(try desk.store.journalPiece(JournalFilter(), limit: 1).entries.first)
    // As many entries of another command as one walk passes, and one more.
    try desk.raw { db in
      try db.execute(
        sql: """
          INSERT INTO journalRow (sequence, step, at, command, hash, mac)
          WITH RECURSIVE n(i) AS (SELECT 1 UNION ALL SELECT i + 1 FROM n WHERE i <= ?)
          SELECT ? + i, ? + i, 0, (SELECT command FROM journalRow WHERE sequence = ?), x'', x''
          FROM n;
          """,
        arguments: [JournalReader.walk, head.sequence, head.sequence, head.sequence])
      try db.execute(
        sql: """
          INSERT INTO journalContent (sequence, before, after, reason, salt)
          SELECT sequence, '{}', '{}', '', x'' FROM journalRow
          WHERE sequence NOT IN (SELECT sequence FROM journalContent)
          """)
    }
    var filter = JournalFilter(command: "init")
    let first = try desk.store.journalPiece(filter, limit: 10)
    #expect(first.entries.isEmpty && first.count == ListCount(0, isExact: false))
    let reached = try #require(first.reached)
    #expect(reached == head.sequence + 2)
    filter.before = reached
    #expect(try desk.store.journalPiece(filter, limit: 10).entries.count == 1)
    #expect(try desk.store.journal(JournalFilter(command: "init"), limit: 10).count == 1)
    let all = try desk.store.journalPiece(JournalFilter(), limit: 1)
    #expect(all.count == ListCount(ListCount.limit, isExact: false))
    let words = try desk.store.journalPiece(
      {
        var filter = JournalFilter()
        filter.words = [JournalFilter.Word("横浜")]
        return filter
      }(), limit: 10)
    #expect(words.entries.isEmpty && words.reached != nil)
    _ = id
  }

  @Test func `is read along indexes, and sorts nothing`() throws {
    let scene = try Scene()
    let store = try scene.desk.open()
    var statements: Set<String> = []
    try store.trace { statements.insert($0) }
    let who = RecordAddress(.staff, scene.other)
    for (record, isAround) in [(nil, false), (RecordAddress(.case, scene.id), true)] {
      for person in [nil, who] {
        for kind in [nil, RecordKind.case] {
          var filter = JournalFilter(record: record, who: person)
          (filter.isAround, filter.kind) = (isAround, kind)
          filter.days = Desk.today...Desk.today.adding(days: 9)
          _ = try store.journalPiece(filter, limit: 5)
        }
      }
    }
    _ = try store.journalNames()
    let read = statements.filter { $0.hasPrefix("SELECT") && $0.contains("journal") }
    #expect(read.count > 8)
    try scene.desk.raw { db in
      for sql in read {
        let plan = try Row.fetchAll(
          db, sql: "EXPLAIN QUERY PLAN " + sql,
          arguments: StatementArguments(
            [DatabaseValue](repeating: .null, count: sql.count { $0 == "?" })))
        let faults = plan.map { $0["detail"] as String }.filter {
          $0.contains("TEMP B-TREE") || $0.contains("AUTOMATIC")
            || $0.hasPrefix("SCAN") && !$0.contains("(subquery") && !$0.contains("VIRTUAL TABLE")
        }
        #expect(faults == [], "\(sql)")
      }
    }
  }

  @Test func `tells who looked and who was refused to supervisors alone`() throws {
    let desk = try Desk()
    let id = try desk.addCase("Fatima")
    let volunteer = try desk.addVolunteer("内山")
    try desk.assign(volunteer, to: id)
    let other = try desk.add(.staff, ["name": .text("岡田 浩")])
    let session = try desk.open(as: .volunteer(volunteer))
    _ = try session.detail(RecordAddress(.case, id), limit: 9)
    try session.noteRefusal()
    let theirs = try desk.open(as: .coordinator(other))
    var audit = JournalFilter()
    audit.isAudit = true
    let seen = try desk.store.journalPiece(audit, limit: 9)
    #expect(seen.entries.map(\.command) == ["refused", "view", "login"])
    #expect(seen.entries[1].record?.address == RecordAddress(.case, id))
    #expect(try theirs.journalPiece(audit, limit: 9).entries.isEmpty)
    let hidden: Set = ["refused", "view", "login"]
    let everything = [
      try theirs.journalPiece(JournalFilter(), limit: 99).entries,
      try theirs.journalPiece(
        JournalFilter(who: RecordAddress(.volunteer, volunteer)), limit: 99
      ).entries, try theirs.journal(JournalFilter(), limit: 99),
    ]
    #expect(everything.joined().allSatisfy { !hidden.contains($0.command) })
    #expect(everything[1].isEmpty && !everything[0].isEmpty)
    #expect(hidden.isDisjoint(with: try theirs.journalNames().commands))
    #expect(hidden.isSubset(of: try desk.store.journalNames().commands))
    #expect(refusal { try session.journalPiece(JournalFilter(), limit: 9) } == .notPermitted)
    #expect(refusal { try session.journalNames() } == .notPermitted)
  }

  @Test func `names the people, commands and kinds that occur in it`() throws {
    let scene = try Scene()
    let names = try scene.desk.store.journalNames()
    #expect(names.people.map(\.title).sorted() == ["岡田 浩", "林 桃子"])
    #expect(Set(names.commands).isSuperset(of: ["case.add", "case.edit", "followup.add"]))
    #expect(Set(names.kinds).isSuperset(of: [.case, .person, .followUp, .staff]))
  }

  @Test func `says that something was erased, and invents nothing`() throws {
    let scene = try Scene()
    let last = try #require(
      try scene.desk.store.journalPiece(JournalFilter(command: "case.edit"), limit: 1)
        .entries.first)
    try scene.desk.execute(
      """
      UPDATE journalContent SET before = NULL, after = NULL, reason = NULL
      WHERE sequence = \(last.sequence)
      """)
    let erased = try #require(
      try scene.desk.store.journalPiece(JournalFilter(command: "case.edit"), limit: 1)
        .entries.first)
    #expect(erased.isErased && erased.before.isEmpty && erased.after.isEmpty)
    #expect(erased.reason.isEmpty && erased.record?.number == "2026-0001")
    #expect(
      refusal { try scene.desk.store.undo(step: erased.step) } == .cannotUndo(.erased))
    #expect(try !scene.desk.store.journalPiece(JournalFilter(), limit: 1).entries[0].isErased)
  }
}

/// Taking back a change that was pointed at.
@Suite struct `Undo from the journal` {
  @Test func `takes back any of one's changes, and only what nothing newer stands on`() throws {
    let desk = try Desk()
    let id = try desk.addCase("A")
    let first = try desk.change(.case, id, ["risk": .code("low")])
    let second = try desk.change(.case, id, ["city": .text("川崎市")])
    // Not the last one: the other fields stay.
    let undone = try desk.store.undo(step: first.step)
    #expect(undone.entries.allSatisfy { $0.undoes == first.step && $0.command == "undo" })
    #expect(try desk.card(.case, id)["risk"] == .absent)
    #expect(try desk.card(.case, id)["city"] == .text("川崎市"))
    let piece = try desk.store.journalPiece(JournalFilter(), limit: 20)
    #expect(piece.undone == [first.step])
    #expect(refusal { try desk.store.undo(step: first.step) } == .cannotUndo(.undone))
    #expect(refusal { try desk.store.undo(step: undone.step) } == .cannotUndo(.isUndo))
    try desk.change(.case, id, ["city": .text("千葉市")])
    guard case .changedSince(let link, _) = refusal({ try desk.store.undo(step: second.step) })
    else {
      Issue.record("overwrote what was newer")
      return
    }
    #expect(link.number == "P-0001")
    #expect(try desk.card(.case, id)["city"] == .text("千葉市"))
    #expect(try desk.store.verifyJournal().isWhole)
  }

  @Test func `takes back what others did by a supervisor's hand alone`() throws {
    let desk = try Desk()
    let id = try desk.addCase("A")
    let other = try desk.open(as: .coordinator(desk.add(.staff, ["name": .text("y")])))
    let mine = try desk.change(.case, id, ["risk": .code("low")])
    #expect(refusal { try other.undo(step: mine.step) } == .cannotUndo(.others))
    let version = try desk.card(.case, id).version
    let theirs = try other.save(
      Change(
        .case, id: id, version: version, values: ["city": .text("柏市")], command: "case.edit"))
    _ = try desk.store.undo(step: theirs.step)
    #expect(try desk.card(.case, id)["city"] == .absent)
  }

  @Test func `has nothing to take back of a look, and nothing of what is not there`() throws {
    let desk = try Desk()
    let id = try desk.addCase("A")
    let volunteer = try desk.addVolunteer("内山")
    try desk.assign(volunteer, to: id)
    let session = try desk.open(as: .volunteer(volunteer))
    let login = try #require(
      try desk.store.journalPiece(JournalFilter(command: "login"), limit: 1).entries.first)
    #expect(refusal { try desk.store.undo(step: login.step) } == .cannotUndo(.changedNothing))
    #expect(refusal { try desk.store.undo(step: 9999) } == .cannotUndo(.changedNothing))
    #expect(refusal { try session.undo(step: login.step) } == .notPermitted)
  }
}
