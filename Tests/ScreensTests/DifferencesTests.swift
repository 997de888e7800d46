import Casework
import Cells
import CustomDump
import Labels
import TestSupport
import Testing

@testable import Screens

/// Deciding what counts where a copy comes home.
@Suite struct `Differences of two stores` {
  private static let one = Link(
    RecordAddress(.person, RecordID(59)), number: "P-0059",
    title: "SAWSAN IDLIBI OF A VERY LONG FAMILY NAME", reading: "サウサン・イドリビー")
  private static let two = Link(RecordAddress(.note, RecordID(3)), number: "N-0003")

  private func screen(
    _ language: LabelLanguage = .en, _ size: Size = Size(rows: 24, columns: 80)
  ) -> Differences {
    Differences(
      [
        .init(Self.one, FieldConflict("phone", yours: .text("080-1"), theirs: .text("090-2"))),
        .init(Self.two, FieldConflict("", yours: .absent, theirs: .absent)),
        .init(Self.one, FieldConflict("callName", yours: .text("Alex"), theirs: .absent)),
      ], size: size, language: language, width: .system, terminal: TerminalFacts(colours: 256))
  }

  private func press(_ keys: [Key], on screen: inout Differences) -> Differences.Outcome? {
    var outcome: Differences.Outcome?
    for key in keys { outcome = screen.update(.key(key)) ?? outcome }
    return outcome
  }

  @Test(arguments: LabelLanguage.allCases, [(24, 80), (40, 140)])
  func `show a record at a time, with both values of all its fields`(
    language: LabelLanguage, size: (Int, Int)
  ) {
    var screen = screen(language, Size(rows: size.0, columns: size.1))
    let words = Words(language)
    for text in ["080-1", "090-2", "Alex", words("carry.conflict"), words("carry.keys")] {
      #expect(screen.draw().text.contains(text), "\(text): \(screen.draw().text)")
    }
    #expect(screen.update(.key(.enter)) == nil)
    #expect(screen.draw().text.contains(words("carry.whole")))
    #expect(!screen.draw().text.contains("080-1"))
  }

  @Test func `are decided by their keys, after the last record`() {
    var screen = screen()
    expectNoDifference(
      press([.down, .right, .enter, .character(" "), .enter], on: &screen),
      .decided(here: ["P-0059.callName", "N-0003"], there: ["P-0059.phone"]))
  }

  @Test func `go back record by record, and end with nothing decided`() {
    var screen = screen()
    #expect(press([.enter, .escape], on: &screen) == nil)
    #expect(screen.draw().text.contains("080-1"))
    #expect(press([.escape], on: &screen) == .leave)
    #expect(screen.update(.ended) == .leave)
  }

  @Test func `with the input method left on are decided as well`() {
    var screen = screen()
    _ = press([.character("ｌ"), .enter], on: &screen)
    expectNoDifference(
      press([.enter], on: &screen),
      .decided(here: ["P-0059.phone"], there: ["P-0059.callName", "N-0003"]))
  }
}
