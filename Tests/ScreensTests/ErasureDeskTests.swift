import Casework
import DeskWorld
import Labels
import Screens
import Testing

/// Erasing somebody at the desk: what goes is said, why is asked, and yes is asked for.
struct ErasureDeskTests {
  private func erasures(_ harness: DeskHarness) -> [String?] {
    harness.effects.compactMap { effect in
      if case .erase(_, let reason) = effect { .some(reason) } else { nil }
    }
  }

  @Test(arguments: [LabelLanguage.ja, .en])
  func `says what goes and stays, asks why, and does it only after yes`(
    language: LabelLanguage
  ) throws {
    var harness = DeskHarness(language: language)
    let words = Words(language)
    harness.type("2<Enter>")
    #expect(!harness.desk.details.isEmpty)
    harness.type("X")
    // Only looked at so far.
    #expect(erasures(harness) == [nil])
    #expect(harness.screen.contains(words("erasure.reason.asked")), "\(harness.screen)")
    #expect(harness.screen.contains("7"), "\(harness.screen)")
    harness.type("a")
    #expect(harness.screen.contains(words("erasure.yes")), "\(harness.screen)")
    #expect(erasures(harness) == [nil])
    harness.type("n")
    #expect(erasures(harness) == [nil] && !harness.desk.details.isEmpty)
    harness.type("Xay")
    #expect(erasures(harness) == [nil, nil, words("erasure.reason.asked")])
    // Nothing of them is left open.
    #expect(harness.desk.details.isEmpty)
    #expect(harness.desk.notice?.text.contains("2026-0001") == true)
  }

  @Test func `says why it is refused, and leaves everything`() throws {
    var harness = DeskHarness(language: .en)
    harness.type("2<Enter>")
    harness.world.refusal = .cannotErase(
      .caseOpen(Link(RecordAddress(.case, RecordID(1)), number: "2026-0001")))
    harness.type("X")
    #expect(harness.desk.notice?.isError == true)
    #expect(harness.desk.notice?.text.contains("2026-0001") == true)
    #expect(!harness.desk.details.isEmpty)
  }
}
