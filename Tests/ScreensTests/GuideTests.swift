import Casework
import Cells
import DeskWorld
import Labels
import Screens
import TestSupport
import Testing

/// What the demo offers to try.
@Suite struct `The guide of the demo` {
  private func harness(
    _ size: Size = Size(rows: 24, columns: 80), _ language: LabelLanguage = .en
  ) -> DeskHarness {
    var harness = DeskHarness(size, language: language)
    harness.desk.guide = Guide()
    return harness
  }

  private func strip(_ harness: DeskHarness) -> String {
    harness.desk.draw().text.split(separator: "\n", omittingEmptySubsequences: false)
      .last.map(String.init) ?? ""
  }

  @Test(arguments: LabelLanguage.allCases, [80, 140])
  func `says each step whole below the desk`(language: LabelLanguage, columns: Int) {
    for step in Guide.Step.allCases {
      var harness = harness(Size(rows: 24, columns: columns), language)
      let earlier = Guide.Step.allCases.prefix { $0 != step }
      harness.desk.guide = Guide(kept: earlier.map(\.rawValue).joined(separator: "\n"))
      let text = strip(harness).filter { !$0.isWhitespace }
      let sentence = harness.desk.words("guide.\(step.rawValue)").filter { !$0.isWhitespace }
      #expect(text.contains(sentence), "\(strip(harness))")
    }
  }

  @Test func `ticks off what was done, in any order`() {
    var harness = harness()
    #expect(harness.desk.guide?.done == [])
    harness.type("tl")
    #expect(harness.desk.guide?.done == [.language])
    harness.type("2<Enter>")
    #expect(harness.desk.guide?.done == [.language, .open])
    harness.receive(.saved([], of: [Change(.homestay, command: "logHomestay")]))
    harness.receive(.saved([], of: [Change(.case, command: "status")]))
    harness.receive(.saved([], of: [Change(.contact, command: "logContact")]))
    #expect(harness.desk.guide?.done == [.language, .open, .homestay, .status])
    #expect(strip(harness).contains("4/5"))
  }

  @Test func `is closed for good, and shown again where somebody asks`() {
    var harness = harness()
    let open = harness.desk.draw().text
    harness.type("tg")
    #expect(harness.desk.guide?.isClosed == true)
    harness.send(.tick)
    harness.type("gt")
    #expect(!harness.desk.draw().text.contains("0/5"))
    let kept = harness.desk.guide?.kept ?? ""
    #expect(Guide(kept: kept) == harness.desk.guide)
    harness.type("tg")
    #expect(harness.desk.draw().text == open)
    // What somebody else wrote there is no step.
    #expect(Guide(kept: "\u{1B}[31m closing undone") == Guide())
  }

  @Test func `is not for the person across the table, nor where every row is needed`() {
    var harness = harness()
    harness.type("2<Enter>tx")
    #expect(!harness.desk.draw().text.contains("1/5"))
    let small = self.harness(Size(rows: 10, columns: 40))
    #expect(!small.desk.draw().text.contains("0/5"))
    var real = DeskHarness()
    real.type("tg")
    #expect(real.desk.notice?.text == real.desk.words("guide.onlyDemo"))
  }
}
