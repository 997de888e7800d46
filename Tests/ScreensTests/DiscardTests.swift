import Casework
import Cells
import DeskWorld
import Labels
import Screens
import Testing
import Widgets

@Suite struct `Throwing away what was typed` {
  private func typed() -> DeskHarness {
    var harness = DeskHarness()
    harness.type("2rn")
    harness.go(to: "body")
    harness.type("長い記録")
    harness.send(.tick)
    return harness
  }

  @Test(arguments: ["n", "<Esc>", "<Enter>"])
  func `asks, and any answer but yes leaves the form as it was`(answer: String) throws {
    var harness = typed()
    let before = harness.screen
    let draft = try #require(harness.desk.drafts.first)
    harness.type("<Ctrl-X>")
    #expect(harness.form == nil)
    harness.type(answer)
    #expect(harness.form?.view.focused?.text == "長い記録")
    #expect(harness.screen == before)
    #expect(harness.desk.drafts == [draft])
    #expect(!harness.effects.contains(.forgetDraft(draft.key)))
  }

  @Test func `is done after yes, and comes back with the same key`() throws {
    var harness = typed()
    let before = harness.screen
    let key = try #require(harness.desk.drafts.first?.key)
    harness.type("<Ctrl-X>y")
    #expect(harness.effects.last == .forgetDraft(key))
    #expect(harness.form?.view.focused?.text == "")
    harness.type("<Ctrl-X>")
    #expect(harness.form?.view.focused?.text == "長い記録")
    harness.type("<Left><Right>")
    #expect(harness.screen == before)
  }

  @Test func `comes back with undo once the form is closed, until something is saved`() throws {
    var harness = typed()
    harness.type("<Ctrl-X>y<Esc>")
    #expect(harness.desk.overlays.isEmpty && harness.desk.drafts.isEmpty)
    harness.type("u")
    #expect(harness.form?.view.focused?.text == "長い記録")
    #expect(!harness.effects.contains(.undo))
    harness.type("<Ctrl-X>y<Esc>rf")
    harness.go(to: "action")
    harness.type("電話<Ctrl-S>u")
    #expect(harness.effects.contains(.undo), "\(harness.screen)")
    #expect(harness.desk.overlays.isEmpty)
  }

  @Test func `of nothing asks nothing`() {
    var harness = DeskHarness()
    harness.type("2rn<Ctrl-X>")
    #expect(harness.form != nil)
    #expect(harness.desk.notice?.text == Words(.ja)("desk.nothingToDiscard"))
  }

  @Test func `stands in hints, help and manual`() {
    #expect(KeyMode.form.keys.contains { $0.text == "Ctrl-X" })
    let wide = DeskHarness(Size(rows: 40, columns: 140))
    var harness = wide
    harness.type("2rn")
    #expect(harness.screen.contains("Ctrl-X"), "\(harness.screen)")
  }
}
