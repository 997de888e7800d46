import Casework
import DeskWorld
import Labels
import Screens
import Testing

/// What a volunteer is offered at the desk is what the access of a kind says.
@Suite struct `A volunteer's commands` {
  private func harness() -> DeskHarness {
    DeskHarness(language: .en, viewer: .volunteer(RecordID(1)))
  }

  @Test func `are none of staff's`() {
    for key in ["a", "e", "m", "w", "A"] {
      var harness = harness()
      harness.effects = []
      harness.type(key)
      #expect(harness.form == nil && harness.effects == [], "\(key)")
      #expect(harness.screen.contains(Words(.en)("desk.forStaff")), "\(key)")
    }
  }

  /// Whoever reads of a command in the access of a kind finds it in the table.
  @Test func `are rows of the table`() {
    for kind in RecordKind.allCases {
      for name in RecordDescription.of(kind).access.commands {
        #expect(CommandName(rawValue: name) != nil, "\(kind) \(name)")
      }
    }
  }

  @Test func `are those that the kind gives, for records of that kind alone`() {
    var harness = harness()
    harness.desk.surroundings.access[.case].commands = ["edit"]
    harness.type("e")
    #expect(harness.form != nil, "\(harness.screen)")
    harness.type("<Esc>")
    harness.type("a")
    #expect(harness.form == nil)
    #expect(harness.screen.contains(Words(.en)("desk.forStaff")))

    var other = self.harness()
    other.desk.surroundings.access[.contact].commands = ["edit"]
    other.type("e")
    #expect(other.form == nil)
    #expect(other.screen.contains(Words(.en)("desk.forStaff")))
  }

  @Test(arguments: LabelLanguage.allCases)
  func `are all that the screen tells a volunteer of`(language: LabelLanguage) {
    let words = Words(language)
    var harness = DeskHarness(
      language: language, world: .empty, viewer: .volunteer(RecordID(1)))
    let sentence = words("desk.noneAssigned").prefix(20)
    #expect(harness.screen.contains(sentence), "\(harness.screen)")
    harness.type("?")
    #expect(harness.screen.contains(words("desk.volunteerAbout")), "\(harness.screen)")
  }

  @Test func `do not bind staff`() {
    var harness = DeskHarness(language: .en)
    for kind in RecordKind.allCases { harness.desk.surroundings.access[kind] = .none }
    harness.type("2e")
    #expect(harness.form != nil)
  }
}
