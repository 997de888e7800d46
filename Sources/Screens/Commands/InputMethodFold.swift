package import Cells

/// What a Japanese input method sends for the keys of a Japanese keyboard, read as those keys.
///
/// People leave the input method on: a key that is a command must work all the same. Only what one
/// key press sends is folded; other kana and kanji are text that was composed and mean nothing as a
/// command.
package enum InputMethodFold {
  /// The key that was meant; nil where the key did not come through an input method.
  package static func key(_ key: Key) -> Key? {
    guard case .character(let character) = key else { return nil }
    return self.character(character).map(Key.character)
  }

  /// Whether a key is composed text, such as a kana that no single key sends.
  package static func isComposed(_ key: Key) -> Bool {
    guard case .character(let character) = key, self.character(character) == nil else {
      return false
    }
    return character.unicodeScalars.contains { (0x3000...0x9FFF).contains($0.value) }
      || character.unicodeScalars.contains { (0xFF66...0xFF9F).contains($0.value) }
  }

  /// A text as it would have been typed without the input method, for numbers and names of keys.
  package static func text(_ text: String) -> String { String(text.map { character($0) ?? $0 }) }

  private static func character(_ character: Character) -> Character? {
    // ASCII, as nearly every key.
    if character.utf8.count == 1 { return nil }
    if let meant = signs[character] { return meant }
    let scalars = character.unicodeScalars
    guard scalars.count == 1, let scalar = scalars.first, (0xFF01...0xFF5E).contains(scalar.value)
    else { return nil }
    return Unicode.Scalar(scalar.value - 0xFEE0).map(Character.init)
  }

  /// Beside the full-width forms of ASCII: signs, and the vowels and ん that one key sends.
  private static let signs: [Character: Character] = {
    let rows = [
      ("　。、「」『』・ー￥〜−", " .,[]{}/-\\~-"), ("｡､｢｣･ｰ¥", ".,[]/-\\"), ("“”‘’", "\"\"''"),
      ("あいうえおん", "aiueon"), ("アイウエオン", "aiueon"), ("ｱｲｳｴｵﾝ", "aiueon"),
    ]
    return rows.reduce(into: [:]) { signs, row in
      for (sent, meant) in zip(row.0, row.1) { signs[sent] = meant }
    }
  }()
}
