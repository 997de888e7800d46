import Casework
import Cells
import DeskWorld
import Labels
import Screens
import Testing

/// What a list has no room for, of the selected row.
@Suite struct `The row below a list` {
  private func row(_ host: [String: FieldValue], _ language: LabelLanguage) -> String {
    var world = World.full
    var card = Card(RecordAddress(.host, RecordID(1)), number: "H-0001")
    for (field, value) in host { card[field] = value }
    world.cards[.host] = [card]
    var harness = DeskHarness(Size(rows: 24, columns: 80), language: language, world: world)
    harness.type("8h")
    let rows = harness.screen.split(separator: "\n", omittingEmptySubsequences: false)
    return String(rows[22])
  }

  @Test(arguments: LabelLanguage.allCases)
  func `says beside the number what is cut`(language: LabelLanguage) {
    let long = String(repeating: "Al", count: 30)
    let said = row(["name": .text("清水家"), "city": .text(long)], language)
    #expect(said.hasPrefix(" H-0001  \(long)"), "\(said)")
  }
}
