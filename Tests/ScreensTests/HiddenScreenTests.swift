import Cells
import DeskWorld
import Labels
import Screens
import Testing

/// The screen of somebody who has not pressed a key for long.
@Suite struct `A hidden screen` {
  @Test(arguments: [
    Size(rows: 10, columns: 40), Size(rows: 24, columns: 80), Size(rows: 40, columns: 140),
  ])
  func `shows a sentence and nothing else`(size: Size) {
    for language in LabelLanguage.allCases {
      for keys in ["2", "2<Enter>", "2rn面談", "?", "2/"] {
        var harness = DeskHarness(size, language: language)
        harness.type(keys)
        harness.desk.isHidden = true
        let shown = harness.desk.draw().text.filter { !$0.isWhitespace }
        let sentence = Words(language)("desk.hidden").filter { !$0.isWhitespace }
        #expect(shown == sentence)
      }
    }
  }

  @Test(arguments: [Event.key(.character("Q")), .key(.escape), .paste("x")])
  func `comes back as it was by a key that does nothing else`(event: Event) {
    var harness = DeskHarness()
    harness.type("2rn面談")
    harness.send(.tick)
    let before = harness.desk.draw().text
    harness.desk.isHidden = true
    harness.send(.tick)
    #expect(harness.desk.isHidden)
    harness.send(event)
    #expect(harness.desk.draw().text == before)
  }
}
