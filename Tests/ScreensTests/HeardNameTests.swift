import Casework
import Cells
import DeskWorld
import Labels
import Testing
import Widgets

@testable import Screens

/// A name that only sounds like what was looked for is told to be a guess wherever it is shown.
@Suite struct `A guess by ear` {
  private func link(_ id: Int64, isGuess: Bool) -> Link {
    var link = Link(RecordAddress(.case, RecordID(id)), number: "2026-000\(id)", title: "N\(id)")
    link.isGuess = isGuess
    return link
  }

  @Test(arguments: LabelLanguage.allCases)
  func `stands under its heading in the box over everything, behind who is called so`(
    language: LabelLanguage
  ) throws {
    var harness = DeskHarness(language: language)
    harness.type(":mohamedx")
    guard case .find(var box)? = harness.desk.overlays.last else {
      Issue.record("no box")
      return
    }
    let words = Words(language)
    _ = box.paste("y", words)
    let asked = LookUp("mohamedxy", in: [.case])
    _ = box.take(
      [FoundRecord(link(1, isGuess: true)), FoundRecord(link(2, isGuess: false))], of: asked, words)
    let items = box.view.items
    let heading = try #require(items.firstIndex { $0.label == words("find.heard") })
    #expect(items[heading].isHeading)
    #expect(items[..<heading].contains { $0.label.hasPrefix("2026-0002") })
    #expect(items[(heading + 1)...].map(\.label).contains { $0.hasPrefix("2026-0001") })
    #expect(box.view.selected.map { items[$0].label.hasPrefix("2026-0002") } == true)
  }

  @Test(arguments: LabelLanguage.allCases)
  func `stands under its heading in a picker`(language: LabelLanguage) {
    let words = Words(language)
    var picker = ChoicePicker(.field, title: "x", source: .case, placeholder: "")
    picker.take([link(2, isGuess: false), link(1, isGuess: true)], [], words: words)
    #expect(picker.view.items.map(\.isHeading) == [false, true, false])
    #expect(picker.view.items[1].label == words("find.heard"))
    // What is first is taken, and a heading never is.
    picker.take([link(1, isGuess: true)], [], words: words)
    #expect(picker.view.items.map(\.isHeading) == [true, false])
    #expect(picker.view.selected == 1)
  }

  @Test(arguments: DeskSize.allCases, LabelLanguage.allCases)
  func `has a sign before its name in a list, and is named below it`(
    size: DeskSize, language: LabelLanguage
  ) {
    var world = World.full
    for index in world.cards[.case]?.indices ?? 0..<0 { world.cards[.case]?[index].isGuess = true }
    var harness = DeskHarness(size.size, language: language, world: world)
    harness.type("2")
    #expect(harness.screen.contains("~ "), "\(harness.screen)")
    #expect(harness.screen.contains(Words(language)("find.heard")), "\(harness.screen)")
    expectSound(harness.desk, "a guess")
  }
}
