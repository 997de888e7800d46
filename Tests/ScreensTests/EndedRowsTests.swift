import Casework
import DeskWorld
import Labels
import Testing

@testable import Screens

/// What is ended stands among what goes on only where somebody asks for it, in every list alike.
@Suite struct `What is ended` {
  private static let staff = Viewer.coordinator(RecordID(1))

  @Test(arguments: RecordKind.allCases)
  func `is left out of a list that is opened, where the kind tells it`(kind: RecordKind) {
    let tellsEnds = RecordDescription.of(kind).fields.contains { $0.name == "isOpen" }
    let query = ScreenID(listing: kind).query(for: Self.staff)
    #expect(query?.filters == (tellsEnds ? [.open] : []))
    #expect(ScreenID(listing: kind).query(for: .volunteer(RecordID(1)))?.filters == [])
    // What is asked for is read along an index.
    let field = RecordDescription.of(kind)["isOpen"]
    if let field, field.view == nil { #expect(field.uses.contains(.filter), "\(kind)") }
  }

  /// The number beside a register is that of the list behind it.
  @Test(arguments: ScreenID.registers)
  func `is counted by the registers as by their lists`(
    register: (letter: Character, kind: RecordKind)
  ) {
    var harness = DeskHarness()
    harness.effects = []
    harness.type("8")
    let asked = harness.effects.lazy.compactMap { effect -> [ListQuery]? in
      if case .read(.counts(let queries), .registers) = effect { queries } else { nil }
    }.first
    harness.type(String(register.letter))
    #expect(harness.desk.screen == .register(register.kind))
    #expect(asked?.contains(harness.desk.list.query) == true)
  }

  private func world(open: Bool...) -> World {
    var world = World.full
    world.cards[.homestay] = open.enumerated().map { index, isOpen in
      let address = RecordAddress(.homestay, RecordID(Int64(index + 1)))
      var card = Card(address, number: address.number)
      card["stage"] = .code(isOpen ? "in_progress" : "ended")
      card["isOpen"] = .flag(isOpen)
      return card
    }
    return world
  }

  @Test(arguments: LabelLanguage.allCases)
  func `is shown by the key that shows it among cases`(language: LabelLanguage) {
    var harness = DeskHarness(language: language, world: world(open: true, false, true))
    harness.type("3")
    #expect(harness.desk.list.cards.count == 2)
    #expect(harness.screen.contains(harness.desk.words("desk.openOnly")))
    harness.type("fo")
    #expect(harness.desk.list.cards.count == 3)
    harness.type("fo")
    #expect(harness.desk.list.cards.count == 2)
    harness.type("fc")
    #expect(harness.desk.list.cards.count == 3)
  }

  @Test(arguments: LabelLanguage.allCases)
  func `is all there is, says a list that shows none of it`(language: LabelLanguage) {
    var harness = DeskHarness(language: language, world: world(open: false, false))
    harness.type("3")
    let words = harness.desk.words
    let sentence = words("desk.allEnded", words("kind.homestay.plural"))
    func flat(_ text: String) -> String { text.filter { !$0.isWhitespace } }
    #expect(flat(harness.screen).contains(flat(sentence)), "\(harness.screen)")
    harness.type("fo")
    #expect(harness.desk.list.cards.count == 2)
  }
}
