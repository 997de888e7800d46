import Casework
import CustomDump
import Labels
import Screens
import Testing

@Suite struct `A dot` {
  @Test func `does the last status to another row`() {
    var harness = DeskHarness()
    harness.type("2jmp")
    harness.type("j.")
    #expect(harness.changes.map(\.id) == [RecordID(2), RecordID(3)])
    #expect(harness.changes.last?.values == ["status": .code("planning")])
  }

  @Test func `logs the same about another case`() {
    var harness = DeskHarness()
    harness.type("2rn")
    harness.go(to: "body")
    harness.type("同じ話<Ctrl-S>j.")
    let changes = harness.changes
    #expect(changes.count == 2)
    #expect(changes.last?.values["body"] == .text("同じ話"))
    #expect(changes.last?.values["case"] == .link(Link(RecordAddress(.case, RecordID(2)))))
    #expect(changes.last?.id == nil)
  }

  @Test func `asks first where rows are marked`() {
    var harness = DeskHarness()
    harness.type("2jmp")
    harness.type("j  .")
    #expect(harness.changes.count == 1)
    harness.type("y")
    #expect(harness.changes.map(\.id) == [2, 3, 4].map { RecordID($0) })
  }

  @Test func `says where there is nothing to repeat, or not here`() {
    var harness = DeskHarness()
    harness.type("2.")
    #expect(harness.desk.notice?.text == Words(.ja)("desk.nothingToRepeat"))
    harness.type("mu")
    harness.type("1.")
    #expect(harness.desk.notice?.text.contains(Words(.ja)("kind.case")) == true)
    #expect(harness.changes.count == 1)
  }
}
