import Casework
import Cells
import CustomDump
import Labels
import Screens
import Testing
import Widgets

@Suite struct `A conflict` {
  private func typed() throws -> DeskHarness {
    var harness = DeskHarness(Size(rows: 40, columns: 140))
    harness.type("2e")
    harness.go(to: "phone")
    harness.type("070-0000-0000")
    harness.go(to: "city")
    harness.type("川崎市")
    harness.world.refusal = .conflict(
      [
        FieldConflict("city", yours: .text("川崎市"), theirs: .text("横浜市")),
        FieldConflict("phone", yours: .text("070-0000-0000"), theirs: .absent),
      ], currentVersion: 9)
    harness.type("<Ctrl-S>")
    harness.world.refusal = nil
    return harness
  }

  @Test func `shows both values of each field and saves what is chosen`() throws {
    var harness = try typed()
    for word in ["川崎市", "横浜市", "070-0000-0000"] {
      #expect(harness.screen.contains(word), "\(word)")
    }
    let saves = harness.changes.count
    harness.type("l<Ctrl-S>")
    #expect(harness.changes.count == saves + 1)
    let change = try #require(harness.changes.last)
    #expect(change.version == 9)
    expectNoDifference(change.values, ["phone": .text("070-0000-0000")])
    #expect(harness.desk.overlays.isEmpty)
  }

  @Test func `leaves the form as it was on Esc`() throws {
    var harness = try typed()
    harness.type("<Esc>")
    #expect(harness.form?.view.fields.contains { $0.text == "川崎市" } == true)
  }

  @Test func `where the other's values all stay saves nothing`() throws {
    var harness = try typed()
    let saves = harness.changes.count
    harness.type(" j <Enter>")
    #expect(harness.changes.count == saves)
    #expect(harness.desk.overlays.isEmpty)
    #expect(harness.desk.notice?.text == Words(.ja)("desk.conflictKept"))
  }
}
