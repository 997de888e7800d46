@testable import CaseStore
import Casework
import GRDB
import Testing

@Suite struct `The day of a stage` {
  private let desk: Desk
  private let placement: RecordID

  init() throws {
    desk = try Desk()
    let company = try desk.add(.company, ["name": .text("丸山製作所")])
    let person = try desk.addCase("A")
    try desk.consent(person, .companies)
    placement = try desk.add(
      .placement,
      [
        "case": .to(.case, person), "company": .to(.company, company),
        "on": .date(Desk.today),
      ])
  }

  private func pass(days: Int) { desk.now = Instant(desk.now.rawValue + Int64(days) * 86_400) }

  private func since(_ kind: RecordKind = .placement, _ id: RecordID? = nil) throws -> FieldValue {
    try desk.card(kind, id ?? placement)["stageSince"]
  }

  private func day(_ days: Int) -> FieldValue { .date(Desk.today.adding(days: days)) }

  @Test func `is kept with each move and with no other change`() throws {
    #expect(try since() == day(0))
    #expect(try since(.company, RecordID(1)) == day(0))
    pass(days: 3)
    let version = try desk.card(.placement, placement).version
    try desk.change(.placement, placement, ["notes": .text("x")])
    #expect(try since() == day(0))
    try desk.change(.placement, placement, ["stage": .code("cv_screening")])
    #expect(try since() == day(3))
    #expect(try desk.card(.placement, placement).version == version + 2)
    pass(days: 4)
    try desk.change(.placement, placement, ["stage": .code("prospect")], reason: "誤り")
    #expect(try since() == day(7))
    #expect(try desk.store.verifyJournal().isWhole)
  }

  @Test func `comes back with undo and redo`() throws {
    pass(days: 3)
    try desk.change(.placement, placement, ["stage": .code("trial")])
    pass(days: 2)
    _ = try desk.store.undo()
    #expect(try since() == day(0))
    _ = try desk.store.redo()
    #expect(try since() == day(3))
    _ = try desk.store.undo()
    #expect(try since() == day(0))
  }

  @Test func `cannot be written by hand`() throws {
    #expect(
      problems { try desk.change(.placement, placement, ["stageSince": day(1)]) }
        == ["stageSince": .readOnly])
  }

  @Test func `is found in the journal for an older store, and left open where it does not tell`()
    throws
  {
    pass(days: 3)
    try desk.change(.placement, placement, ["stage": .code("trial")])
    let host = try desk.add(.host, ["name": .text("佐藤家")])
    try desk.execute(
      """
      INSERT INTO company (name, stage) VALUES ('x', 'lead');
      UPDATE placement SET stageSince = NULL; UPDATE host SET stageSince = '2020-01-01';
      DELETE FROM statusMove; DELETE FROM derived WHERE name = 'statuses';
      """)
    _ = try desk.open()
    #expect(try since() == day(3))
    #expect(try since(.host, host) == day(3))
    #expect(try since(.company, RecordID(1)) == day(0))
    #expect(try since(.company, RecordID(2)) == .absent)
  }
}
