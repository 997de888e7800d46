import Cells
import DeskWorld
import Labels
import Screens
import Testing

@Suite struct `The language` {
  static let places = [
    "1", "2", "3", "4", "5", "8h", "2<Enter>", "2r", "2g", "2f", "2t", "2<Enter><Tab>",
  ]

  @Test(arguments: places, [Size(rows: 24, columns: 80), Size(rows: 40, columns: 140)])
  func `of every word changes at once`(place: String, size: Size) {
    var switched = DeskHarness(size, language: .ja)
    switched.type("tl" + place)
    var english = DeskHarness(size, language: .en)
    english.type(place)
    #expect(switched.desk.draw().golden == english.desk.draw().golden)
    #expect(switched.effects.contains(.remember(.en)))
  }

  @Test(
    arguments: LabelLanguage.allCases,
    places + ["2m", "2rc", "2rh", "2e", "2a", "2?", "2:", "2s", "2q"])
  func `has a word for everything shown`(language: LabelLanguage, place: String) {
    var harness = DeskHarness(Size(rows: 40, columns: 140), language: language)
    harness.type(place)
    // A missing word shows its key, which has a dot between letters.
    let keys = harness.screen.matches(
      of: /(?:desk|mode|screen|kind|command|prefix|form|problem|case|person|caseStatus)\.[a-zA-Z.]+/
    ).map { String($0.output) }
    #expect(keys.isEmpty, "\(keys)")
  }
}
