import Casework
import Cells
import DeskWorld
import Labels
import Screens
import Testing

/// That somebody tries again and again what is not theirs.
@Suite struct `An alarm` {
  @Test(arguments: [Size(rows: 24, columns: 80), Size(rows: 40, columns: 140)])
  func `stands in the header of staff from the twentieth refusal on`(size: Size) {
    for language in LabelLanguage.allCases {
      var harness = DeskHarness(size, language: language)
      let word = Words(language)("header.refused")
      for (count, isTold) in [(0, false), (19, false), (20, true), (23, true)] {
        harness.desk.refusals = count
        let header = harness.desk.draw().text.split(separator: "\n")[0]
        #expect(header.contains("\(word) \(count)") == isTold, "\(header)")
      }
    }
  }
}
