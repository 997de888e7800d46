import Casework
import Wording

extension FieldFacts {
  /// Whether a list shows it as the days since then.
  var countsDays: Bool { name == "stageSince" }
}

extension Desk {
  /// What a list shows of a field: since when a record has been in its stage as a number of days.
  func listText(_ card: Card, _ field: FieldFacts) -> String {
    guard field.countsDays else {
      return ValueText(words).shortText(card.shown(field.name), of: field.shape)
    }
    return StageTime(card, on: surroundings.today).map(StageText(words).short) ?? ""
  }
}
