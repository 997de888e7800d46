import Casework
import Cells
import DeskWorld
import Labels
import Screens
import Testing

/// An empty screen says how to begin, and an empty search what was looked for and how to leave it.
@Suite struct `An empty list` {
  private func flat(_ harness: DeskHarness) -> String {
    harness.screen.filter { !$0.isNewline && $0 != " " }
  }

  private func expects(
    _ sentence: String, _ harness: DeskHarness, _ comment: String = #function
  ) {
    let wanted = sentence.filter { $0 != " " }
    #expect(flat(harness).contains(wanted), "\(comment): \(harness.screen)")
    expectSound(harness.desk, comment)
  }

  @Test(arguments: LabelLanguage.allCases)
  func `of a new store says how to begin, although it is narrowed`(language: LabelLanguage) {
    for (key, name) in [("2", "cases"), ("3", "homestays"), ("4", "salons"), ("5", "jobs")] {
      var harness = DeskHarness(language: language, world: .empty)
      harness.type(key)
      expects(harness.desk.words("screen.\(name).empty"), harness, key)
    }
    var harness = DeskHarness(language: language, world: .empty)
    harness.type("2")
    #expect(harness.desk.list.query.filters == [.open])
  }

  @Test(arguments: ScreenID.registers, LabelLanguage.allCases)
  func `of a register names it and the key`(
    register: (letter: Character, kind: RecordKind), language: LabelLanguage
  ) {
    var harness = DeskHarness(language: language, world: .empty)
    harness.type("8\(register.letter)")
    let words = harness.desk.words
    let isMade = RecordDescription.of(register.kind).isMadeByStore
    expects(
      words(
        isMade ? "screen.registers.emptyMade" : "screen.registers.empty",
        words("kind.\(register.kind.rawValue).plural")), harness, "\(register.kind)")
  }

  @Test(arguments: LabelLanguage.allCases)
  func `of a search names what was looked for and how to leave it`(language: LabelLanguage) {
    var harness = DeskHarness(language: language)
    let words = harness.desk.words
    harness.type("2/qqqq<Enter>")
    expects(
      words("desk.nothingSearchedWithin", "qqqq", words("desk.openOnly")), harness)
    harness.type("<Esc>")
    #expect(!harness.desk.list.query.isSearching && !harness.desk.list.cards.isEmpty)
    harness.type("1/qqqq<Enter>")
    expects(words("desk.nothingSearched", "qqqq"), harness)
  }

  /// One Esc too many leaves the search and not the person.
  @Test func `is left with the record that was selected`() {
    var harness = DeskHarness()
    harness.type("2/FATI<Enter>")
    let selected = harness.desk.list.selected?.address
    #expect(selected?.id == RecordID(4))
    harness.type("<Esc>")
    #expect(harness.desk.list.selected?.address == selected)
    #expect(harness.desk.list.cards.count > 1)
    harness.type("<Esc><Esc>")
    #expect(harness.desk.list.selected?.address == selected)
  }
}
