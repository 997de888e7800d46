import CaseStore
import Casework
import CustomDump
import Testing

@Suite struct `Undo` {
  @Test func `takes back step by step what one did, and nothing twice`() throws {
    let desk = try Desk()
    let id = try desk.addCase("A", ["city": .text("横浜市")])
    let before = try desk.card(.case, id)
    let saved = try desk.change(.case, id, ["city": .text("川崎市"), "risk": .code("high")])
    let undone = try desk.store.undo()
    #expect(undone.entries.map(\.command) == ["undo", "undo"])
    #expect(undone.entries.map(\.undoes) == [saved.step, saved.step])
    #expect(undone.link.number == "2026-0001")
    var after = try desk.card(.case, id)
    #expect(after.version > before.version)
    after.version = before.version
    expectNoDifference(after, before)
    let gone = try desk.store.undo()
    #expect(gone.link.title == "A")
    #expect(refusal { try desk.card(.case, id) } == .notFound)
    #expect(try desk.store.count(ListQuery(.person)) == ListCount(0))
    #expect(refusal { try desk.store.undo() } == .nothingToUndo)
    #expect(try desk.store.verifyJournal().isWhole)
  }

  @Test func `knows the steps of earlier sessions, and only one's own`() throws {
    let desk = try Desk()
    let id = try desk.addCase("A")
    let other = try desk.open(as: .coordinator(desk.add(.staff, ["name": .text("y")])))
    #expect(refusal { try other.undo() } == .nothingToUndo)
    try desk.change(.case, id, ["risk": .code("low")])
    let later = try desk.open()
    guard case .earlier(let step) = refusal({ try later.undo() }) else {
      Issue.record("not asked")
      return
    }
    #expect(step.isUndo && step.saved.link.number == "2026-0001")
    #expect(step.at == desk.now && !step.saved.entries.isEmpty)
    #expect(try desk.card(.case, id)["risk"] == .code("low"))
    _ = try later.undo(confirmed: step)
    #expect(try desk.card(.case, id)["risk"] == .absent)
  }

  @Test func `asks before it goes beyond this desk, each time and only then`() throws {
    let desk = try Desk()
    let id = try desk.addCase("A")
    try desk.change(.case, id, ["risk": .code("low")])
    let later = try desk.open()
    let version = try later.detail(RecordAddress(.case, id), limit: 1).card.version
    _ = try later.save(
      Change(.case, id: id, version: version, values: ["risk": .code("high")], command: "edit"))
    _ = try later.undo()
    _ = try later.redo()
    _ = try later.undo()
    guard case .earlier(let step) = refusal({ try later.undo() }) else {
      Issue.record("not asked")
      return
    }
    // Another change came between: what was shown is not what would be taken back.
    try desk.change(.case, id, ["city": .text("横浜市")])
    guard case .earlier(let other) = refusal({ try later.undo(confirmed: step) }) else {
      Issue.record("not asked again")
      return
    }
    #expect(other.step > step.step)
    #expect(try desk.card(.case, id)["city"] == .text("横浜市"))
  }

  @Test func `asks before what another desk took back is done again`() throws {
    let desk = try Desk()
    let id = try desk.addCase("A", ["risk": .code("low")])
    try desk.change(.case, id, ["risk": .code("high")])
    _ = try desk.store.undo()
    let later = try desk.open()
    guard case .earlier(let step) = refusal({ try later.redo() }) else {
      Issue.record("not asked")
      return
    }
    #expect(!step.isUndo)
    #expect(try desk.card(.case, id)["risk"] == .code("low"))
    _ = try later.redo(confirmed: step)
    #expect(try desk.card(.case, id)["risk"] == .code("high"))
  }

  @Test func `does not overwrite what somebody changed since`() throws {
    let desk = try Desk()
    let id = try desk.addCase("A", ["risk": .code("low")])
    let other = try desk.open(as: .coordinator(desk.add(.staff, ["name": .text("y")])))
    try desk.change(.case, id, ["risk": .code("high"), "city": .text("x")])
    _ = try desk.store.undo()
    try desk.change(.case, id, ["risk": .code("high"), "city": .text("x")])
    func theirs(_ values: [String: FieldValue]) throws {
      let version = try other.detail(RecordAddress(.case, id), limit: 1).card.version
      _ = try other.save(
        Change(.case, id: id, version: version, values: values, command: "case.edit"))
    }
    try theirs(["source": .code("rhq")])
    try theirs(["risk": .code("medium")])
    guard case .changedSince(let link, let conflicts) = refusal({ try desk.store.undo() }) else {
      Issue.record("not refused")
      return
    }
    #expect(link.number == "2026-0001")
    expectNoDifference(
      conflicts, [FieldConflict("risk", yours: .code("high"), theirs: .code("medium"))])
    #expect(try desk.card(.case, id)["city"] == .text("x"))
    try theirs(["risk": .code("high")])
    _ = try desk.store.undo()
    let card = try desk.card(.case, id)
    #expect(card["risk"] == .code("low") && card["city"] == .absent)
    #expect(card["source"] == .code("rhq"))
  }

  @Test func `does not take back a record that was filled further or is referred to`() throws {
    let desk = try Desk()
    let other = try desk.open(as: .coordinator(desk.add(.staff, ["name": .text("y")])))
    let id = try desk.addCase("A")
    let note = Change(
      .note, values: ["case": .to(.case, id), "on": .date(Desk.today), "body": .text("x")],
      command: "note.add")
    let saved = try other.save(note)
    guard case .stillReferredTo(let link) = refusal({ try desk.store.undo() }) else {
      Issue.record("not refused")
      return
    }
    #expect(link == saved.link && link.number == "N-0001")
    _ = try other.undo()
    _ = try other.save(
      Change(.case, id: id, version: 1, values: ["risk": .code("low")], command: "case.edit"))
    guard case .changedSince(_, let conflicts) = refusal({ try desk.store.undo() }) else {
      Issue.record("not refused")
      return
    }
    expectNoDifference(
      conflicts, [FieldConflict("risk", yours: .absent, theirs: .code("low"))])
  }

  @Test func `never gives a number of a record again`() throws {
    let desk = try Desk()
    let first = try desk.add(.host, ["name": .text("x")])
    _ = try desk.store.undo()
    #expect(try desk.add(.host, ["name": .text("y")]) > first)
  }
}
