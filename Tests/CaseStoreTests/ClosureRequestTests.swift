import Casework
import GRDB
import Testing

@testable import CaseStore

@Suite struct `A closing that is asked for` {
  private static let waiting = TodaySection.closures.queries(Desk.today)[0]

  private func waiting(_ desk: Desk) throws -> [Card] {
    try desk.open().page(
      Self.waiting, .first, count: 9,
      fields: Case.names(\.closureRequestedBy, \.closureRequestedOn, \.closureRequestReason)
    ).cards
  }

  private func ask(_ desk: Desk, _ name: String, why: String) throws -> RecordID {
    let id = try desk.addCase(name, ["closureReason": .code("goals_met"), "outcome": .text("x")])
    try desk.execute("UPDATE \"case\" SET status = 'active' WHERE id = \(id.rawValue)")
    try desk.change(.case, id, ["status": .code("closure_requested")], reason: why)
    return id
  }

  @Test func `waits with who asked, since when and why`() throws {
    let desk = try Desk()
    _ = try desk.addCase("B")
    let id = try ask(desk, "A", why: "就職が決まった")
    let card = try #require(try waiting(desk).first)
    #expect(try waiting(desk).count == 1 && card.address.id == id)
    #expect(card["closureRequestedOn"] == .date(Desk.today))
    #expect(card["closureRequestReason"] == .text("就職が決まった"))
    guard case .link(let who) = card["closureRequestedBy"] else {
      Issue.record("nobody asked")
      return
    }
    #expect(who.address.id == RecordID(1))
  }

  @Test func `waits no longer once it is decided, and again where that is undone`() throws {
    let desk = try Desk()
    let id = try ask(desk, "A", why: "達成")
    try desk.change(.case, id, ["status": .code("closed")], reason: "確認")
    #expect(try waiting(desk).isEmpty)
    _ = try desk.store.undo()
    #expect(try waiting(desk).map(\.address.id) == [id])
    try desk.support(id)
    _ = try desk.addFollowUp(id, "電話", due: 1)
    try desk.change(
      .case, id, ["status": .code("active"), "owner": .to(.staff, RecordID(1))], reason: "まだ")
    #expect(try waiting(desk).isEmpty)
    #expect(try desk.card(.case, id)["closureRequestReason"].isAbsent)
  }

  @Test func `is written by the move alone`() throws {
    let desk = try Desk()
    let id = try ask(desk, "A", why: "達成")
    for (field, value) in [
      ("closureRequestReason", FieldValue.text("y")), ("closureRequestedOn", .date(Desk.today)),
    ] {
      #expect(problems { try desk.change(.case, id, [field: value]) } == [field: .readOnly])
    }
  }

  /// Released stores know why from their journal alone, whose instants are in UTC.
  @Test func `is taken over from the journal, with the day in Japan`() throws {
    let released = try ReleasedStore(ofSchema: 21)
    try released.raw {
      try $0.execute(
        sql: """
          UPDATE "case" SET status = 'closure_requested', closureRequestedBy = 1 WHERE id = 2;
          INSERT INTO journalRow (sequence, step, at, command, kind, record, version, hash, mac)
          SELECT sequence, 73, 1782864000 + seconds, 1, id, 2, 2, x'', x''
          FROM journalWord, (SELECT 73 AS sequence, -1 AS seconds UNION SELECT 74, 54000
            UNION SELECT 75, 54001)
          WHERE word = 'case';
          INSERT INTO journalContent (sequence, after, reason, salt) VALUES
          (73, '{"status":"closure_requested"}', '前の', x''),
          (74, '{"status":"closure_requested"}', '卒業', x''),
          (75, '{"risk":"low"}', '別の', x'');
          """)
    }
    let store = try released.open()
    let card = try store.detail(RecordAddress(.case, RecordID(2)), limit: 1).card
    #expect(card["closureRequestReason"] == .text("卒業"))
    #expect(card["closureRequestedOn"] == .day("2026-07-02"))
    let other = try store.detail(RecordAddress(.case, RecordID(1)), limit: 1).card
    #expect(other["closureRequestedOn"].isAbsent && other["closureRequestReason"].isAbsent)
  }
}
