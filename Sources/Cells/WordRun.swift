extension StringProtocol {
  /// The start of the last word with the blanks behind it.
  ///
  /// A word is a run of one script: kanji, hiragana, katakana, digits, letters or signs. Japanese
  /// has no blanks between words, and a person who erases 面談 does not want to lose the sentence.
  package var lastWordStart: Index {
    var start = endIndex
    while start > startIndex, self[index(before: start)].isBlank { start = index(before: start) }
    var run: Script?
    while start > startIndex {
      let character = self[index(before: start)]
      guard !character.isBlank else { break }
      let script = Script(character)
      // ー lengthens hiragana and katakana alike, so it goes with whatever stands beside it.
      if run == nil || run == .long { run = script }
      guard script == run || script == .long && run?.isKana == true else { break }
      start = index(before: start)
    }
    return start
  }
}

private enum Script {
  case kanji, hiragana, katakana, long, digits, letters, signs

  init(_ character: Character) {
    guard let scalar = character.unicodeScalars.first else {
      self = .signs
      return
    }
    switch scalar.value {
    case 0x30FC, 0xFF70: self = .long
    case 0x3041...0x309F: self = .hiragana
    case 0x30A1...0x30FA, 0x30FD...0x30FF, 0x31F0...0x31FF, 0xFF66...0xFF9F: self = .katakana
    case 0x3005, 0x3007: self = .kanji
    case _ where scalar.properties.isIdeographic: self = .kanji
    case _ where scalar.properties.generalCategory == .decimalNumber: self = .digits
    default: self = character.isLetter ? .letters : .signs
    }
  }

  var isKana: Bool { self == .hiragana || self == .katakana }
}
