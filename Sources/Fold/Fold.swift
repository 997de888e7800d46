/// One folding of text for search, pickers, the palette and duplicates: what people may write in
/// several ways becomes one string.
///
/// Folded text is compared, never shown.
package enum Fold {
  /// Is raised by one when some text folds to another form than before, or sounds otherwise.
  ///
  /// A test says when. What a store has folded is then folded anew.
  package static let revision = 2

  /// The form in which text is looked for: generous, so that what sounds or looks alike is found.
  ///
  /// Width, case, diacritics, kanji variants, Arabic letter forms and digits of any script fold to
  /// one form; katakana becomes hiragana; ー and っ fall away, small kana grow, ヴァ becomes ば;
  /// doubled Latin letters become one and `ou` becomes `o` (Satō, Satou, Sato; Hassan, Hasan).
  /// Apostrophes fall away, as does a sign beside a digit (090-1234, H-0021); every other sign and
  /// blank becomes one blank.
  package static func key(_ text: String) -> String {
    keys.value(of: text) { ScalarFolding.fold(text, as: .finding) }
  }

  /// The form in which two names are the same: lengths of vowels and consonants stay apart, and so
  /// do й and и.
  package static func identity(_ text: String) -> String {
    identities.value(of: text) { ScalarFolding.fold(text, as: .identity) }
  }

  /// Folds a text that will be asked for soon, where its foldings are kept as long.
  package static func prepare(_ text: String) {
    guard text.utf8.count <= KeptFoldings.longest else { return }
    _ = identity(text)
    _ = key(text)
  }

  private static let keys = KeptFoldings()
  private static let identities = KeptFoldings()

  /// The form in which two names are the same however they are spaced.
  package static func name(_ text: String) -> String {
    identity(text).filter { !$0.isWhitespace }
  }

  /// The words of a query, each of which must be found in a key.
  package static func words(_ query: String) -> [String] {
    key(query).split(separator: " ").map(String.init)
  }
}
