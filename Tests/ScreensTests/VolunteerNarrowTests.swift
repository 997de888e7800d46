import Casework
import Cells
import DeskWorld
import Labels
import Screens
import TestSupport
import Testing

/// A volunteer's screen on a telephone held upright.
@Suite struct `A narrow screen of a volunteer` {
  private static let sizes = [Size(rows: 16, columns: 36), Size(rows: 20, columns: 40)]

  private func harness(_ size: Size, _ language: LabelLanguage) -> DeskHarness {
    var world = World.full
    for index in world.cards[.case]?.indices ?? 0..<0 {
      world.cards[.case]?[index]["alias"] = .text("Hana")
      world.cards[.case]?[index]["nextAction"] = .text("Read the lease")
      world.cards[.case]?[index]["nextActionDue"] = .date(DeskHarness.today.adding(days: 9))
      world.cards[.case]?[index]["neverContactAuthorities"] = .flag(true)
    }
    return DeskHarness(size, language: language, world: world, viewer: .volunteer(RecordID(7)))
  }

  @Test(arguments: sizes, LabelLanguage.allCases)
  func `has who and what to do next in the list`(size: Size, language: LabelLanguage) {
    let harness = harness(size, language)
    let rows = harness.desk.draw().text.split(separator: "\n").dropFirst(2).dropLast(2)
    #expect(rows.contains { $0.contains("Hana") && $0.contains("Read the") }, "\(rows)")
  }

  @Test(arguments: sizes, LabelLanguage.allCases)
  func `cuts no label of a case`(size: Size, language: LabelLanguage) {
    var harness = harness(size, language)
    harness.type("<Enter>")
    let words = Words(language)
    var seen = ""
    for _ in 0..<30 {
      seen += harness.desk.draw().text + "\n"
      harness.type("j")
    }
    #expect(seen.contains(words("person.alias")), "\(seen)")
    let cut = seen.split(separator: "\n").filter { $0.prefix(18).contains("~") }
    #expect(cut.isEmpty, "\(cut)")
  }

  @Test func `is refused below what anything can be read on, in whose size it is`() {
    let small = harness(Size(rows: 16, columns: 35), .en).desk.draw().text
    #expect(small.contains("needs 36x10"))
  }
}
