import Casework
import Labels

/// The labels of a code in every language.
enum ChoiceLabels {
  static func all(_ catalogue: Catalogue, _ code: String) -> [String] {
    LabelLanguage.allCases.compactMap { Words($0).text(ifAny: catalogue.labelKey(code)) }
  }
}
