import Casework
import Cells
import DeskWorld
import Labels
import Screens
import Testing
import Widgets

/// A draft is called kept when the store has said so, and nothing is left without a word.
@Suite struct `What cannot be kept` {
  private func full(_ typed: String = "長い記録") -> DeskHarness {
    var world = World.full
    world.draftRefusal = .diskFull
    var harness = DeskHarness(world: world)
    harness.type("2rn")
    harness.go(to: "body")
    harness.type(typed)
    return harness
  }

  @Test(arguments: [LabelLanguage.ja, .en])
  func `is said in the form, and tried again until it is`(language: LabelLanguage) {
    var world = World.full
    world.draftRefusal = .diskFull
    var harness = DeskHarness(language: language, world: world)
    harness.type("2rn")
    harness.go(to: "body")
    harness.type("abc")
    harness.send(.tick)
    let words = Words(language)
    #expect(harness.screen.contains(words("desk.notKept")), "\(harness.screen)")
    #expect(harness.desk.draftFault == .diskFull)
    #expect(harness.desk.drafts.isEmpty)
    #expect(harness.desk.hasUnkeptDraft)
    harness.world.draftRefusal = nil
    harness.send(.tick)
    #expect(!harness.screen.contains(words("desk.notKept")))
    #expect(harness.desk.draftFault == nil && !harness.desk.hasUnkeptDraft)
    #expect(harness.desk.drafts.count == 1)
  }

  @Test func `asks before the form closes, and stays where the person wants to stay`() {
    var harness = full()
    harness.type("<Esc>")
    #expect(harness.form == nil)
    #expect(!harness.screen.contains(Words(.ja)("desk.formKept")))
    harness.type("n")
    #expect(harness.form?.view.focused?.text == "長い記録")
    harness.type("<Esc>y")
    #expect(harness.desk.overlays.isEmpty && harness.desk.drafts.isEmpty)
    #expect(harness.desk.notice == nil)
  }

  @Test func `is never listed as a draft`() {
    var harness = full()
    harness.type("<Esc>ygd")
    #expect(harness.desk.notice?.text == Words(.ja)("desk.noDrafts"))
  }

  @Test func `after a refused save is kept once there is room again`() {
    var harness = full()
    harness.world.refusal = .diskFull
    harness.type("<Ctrl-S>")
    #expect(harness.form != nil)
    harness.world.refusal = nil
    harness.world.draftRefusal = nil
    harness.type("<Esc>")
    #expect(harness.desk.overlays.isEmpty)
    #expect(harness.desk.notice?.text == Words(.ja)("desk.formKept"))
    #expect(harness.desk.drafts.count == 1)
  }
}
