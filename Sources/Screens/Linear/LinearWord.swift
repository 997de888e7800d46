internal import Fold
internal import Labels

/// What is asked of the desk only where it is heard: the words for it are in the label tables under
/// `linear.word.<name>`, and hold in every language.
enum LinearWord: String, CaseIterable {
  /// The next ten rows.
  case rows
  /// Everything on the page.
  case all
  /// How lines are typed.
  case guide

  init?(_ text: String) {
    let typed = Fold.key(text)
    let word = Self.allCases.first { word in
      LabelLanguage.allCases.contains {
        Fold.key(Words($0)("linear.word.\(word.rawValue)")) == typed
      }
    }
    guard let word else { return nil }
    self = word
  }
}
