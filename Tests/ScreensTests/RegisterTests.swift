import Casework
import Cells
import DeskWorld
import Labels
import Screens
import Testing

@Suite struct `The registers` {
  /// Every kind without a screen of its own is reached by its name, in either language.
  @Test(arguments: LabelLanguage.allCases)
  func `are found by name`(language: LabelLanguage) throws {
    let onBar = ScreenID.bar.compactMap(\.screen.kind)
    for kind in RecordKind.allCases where !onBar.contains(kind) {
      var harness = DeskHarness(language: language)
      harness.type("8/\(kind.plural)<Enter>")
      #expect(harness.desk.screen == .register(kind), "\(kind)")
    }
  }

  @Test func `open a kind that has no letter, which can be added to at once`() throws {
    #expect(!ScreenID.registers.contains { $0.kind == .partner })
    var harness = DeskHarness(language: .en)
    harness.type("8/連携<Enter>")
    #expect(harness.desk.screen == .register(.partner))
    harness.type("a")
    #expect(harness.screen.contains("Network size"))
  }
}
