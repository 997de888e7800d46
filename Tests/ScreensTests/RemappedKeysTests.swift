import DeskWorld
import Cells
import Labels
import Screens
import Testing

@Suite struct `Remapped keys` {
  static let settings = SettingsFile(
    """
    unbind everywhere u
    bind everywhere Ctrl-Y undo
    bind everywhere z cases
    bind everywhere F3 edit
    unbind everywhere r c
    unbind everywhere r h
    unbind everywhere r s
    unbind everywhere r j
    unbind everywhere r n
    unbind everywhere r f
    bind everywhere L c logContact
    """
  ).settings

  @Test func `do what they were given for`() {
    var harness = DeskHarness(settings: Self.settings)
    harness.type("u")
    #expect(!harness.effects.contains(.undo))
    harness.type("<Ctrl-Y>")
    #expect(harness.effects.contains(.undo))
    harness.type("z")
    #expect(harness.desk.screen == .cases)
    harness.type("Lc")
    guard case .form = harness.desk.overlays.last else {
      Issue.record("no form")
      return
    }
  }

  @Test func `are what hints, tabs, help and sentences show`() {
    let size = Size(rows: 30, columns: 140)
    var harness = DeskHarness(size, language: .en, settings: Self.settings)
    harness.type("z")
    let shown = harness.screen
    #expect(shown.contains("zCases"))
    #expect(shown.contains("F3 edit") && shown.contains("Ctrl-Y undo") && shown.contains("L log"))
    #expect(!shown.contains(" e edit") && !shown.contains(" r log"))
    harness.type("rx")
    #expect(harness.desk.overlays.isEmpty)
    harness.type("?undo")
    #expect(harness.screen.contains("Ctrl-Y"))
    harness.type("<Esc>jL")
    #expect(harness.screen.contains("c  Log contact"))
    harness.type("c<Ctrl-S>")
    #expect(harness.desk.notice?.text.contains("Ctrl-Y to undo") == true)
  }

  @Test func `leave help and cancel where they are`() {
    var harness = DeskHarness(settings: Self.settings)
    harness.type("?")
    #expect(harness.desk.overlays.count == 1)
    harness.type("<Esc>")
    #expect(harness.desk.overlays.isEmpty)
  }
}
