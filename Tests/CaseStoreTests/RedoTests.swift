import CaseStore
import Casework
import CustomDump
import Testing

@Suite struct `Redo` {
  /// Every field of a record but its version.
  private func fields(_ desk: Desk, _ kind: RecordKind, _ id: RecordID) throws -> Card {
    var card = try desk.card(kind, id)
    card.version = 0
    return card
  }

  @Test func `does again what was taken back, back and forth, in any session`() throws {
    let desk = try Desk()
    let id = try desk.addCase("A", ["risk": .code("low")])
    try desk.change(.case, id, ["risk": .code("high"), "city": .text("横浜市")])
    let after = try fields(desk, .case, id)
    let undone = try desk.store.undo()
    let redone = try desk.open().redoAnyway()
    #expect(redone.entries.map(\.command) == undone.entries.map { _ in "redo" })
    #expect(redone.entries.map(\.undoes) == undone.entries.map { _ in undone.step })
    expectNoDifference(try fields(desk, .case, id), after)
    #expect(refusal { try desk.store.redo() } == .nothingToRedo)
    _ = try desk.store.undoAnyway()
    #expect(try desk.card(.case, id)["risk"] == .code("low"))
    _ = try desk.store.redo()
    expectNoDifference(try fields(desk, .case, id), after)
    #expect(try desk.store.verifyJournal().isWhole)
  }

  @Test func `goes forward in the order in which undo went back`() throws {
    let desk = try Desk()
    let id = try desk.addCase("A")
    for city in ["a", "b", "c"] { try desk.change(.case, id, ["city": .text(city)]) }
    for _ in 0..<3 { _ = try desk.store.undo() }
    #expect(try desk.card(.case, id)["city"] == .absent)
    for city in ["a", "b"] {
      _ = try desk.store.redo()
      #expect(try desk.card(.case, id)["city"] == .text(city))
    }
    _ = try desk.store.undo()
    _ = try desk.store.redo()
    _ = try desk.store.redo()
    #expect(try desk.card(.case, id)["city"] == .text("c"))
    #expect(refusal { try desk.store.redo() } == .nothingToRedo)
  }

  @Test func `brings an addition back under its number and with a later version`() throws {
    let desk = try Desk()
    let id = try desk.addCase("A", ["nationality": .code("UKR"), "risk": .code("low")])
    try desk.change(.case, id, ["city": .text("x")])
    let before = try desk.card(.case, id)
    _ = try desk.store.undo()
    _ = try desk.store.undo()
    #expect(refusal { try desk.card(.case, id) } == .notFound)
    _ = try desk.store.redo()
    _ = try desk.store.redo()
    var now = try desk.card(.case, id)
    #expect(now.version > before.version)
    now.version = before.version
    expectNoDifference(now, before)
    #expect(
      try desk.store.page(
        ListQuery(.case, search: "A"), .first, count: 5, fields: ["number"]
      ).cards.count == 1)
  }

  @Test func `ends where something was changed after the undo`() throws {
    let desk = try Desk()
    let id = try desk.addCase("A")
    try desk.change(.case, id, ["city": .text("a")])
    _ = try desk.store.undo()
    try desk.change(.case, id, ["risk": .code("low")])
    #expect(refusal { try desk.store.redo() } == .nothingToRedo)
  }

  @Test func `does not overwrite what somebody changed since`() throws {
    let desk = try Desk()
    let id = try desk.addCase("A")
    let other = try desk.open(as: .coordinator(desk.add(.staff, ["name": .text("y")])))
    try desk.change(.case, id, ["risk": .code("high")])
    _ = try desk.store.undo()
    let version = try other.detail(RecordAddress(.case, id), limit: 1).card.version
    _ = try other.save(
      Change(
        .case, id: id, version: version, values: ["risk": .code("medium")], command: "case.edit"))
    guard case .changedSince(_, let conflicts) = refusal({ try desk.store.redo() }) else {
      Issue.record("not refused")
      return
    }
    expectNoDifference(
      conflicts, [FieldConflict("risk", yours: .absent, theirs: .code("medium"))])
  }
}
