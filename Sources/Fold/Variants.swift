/// Letters that are written in several ways, as data.
enum Variants {
  /// Forms of a kanji, old and popular, each with the form it folds to.
  static let kanji = table(["kanjiForms", "kanjiAlike"])

  /// The same, and what is taken for it: the forms of China, and kanji of other names that many take
  /// for one.
  static let foundKanji: [Unicode.Scalar: Unicode.Scalar] = {
    let confused = table(["kanjiFound"])
    var all = table(["kanjiWide", "kanjiForms", "kanjiAlike"])
    for (other, form) in all { all[other] = confused[form] ?? form }
    return all.merging(confused) { $1 }
  }()

  /// Letters of Latin, Greek and Arabic that decomposing leaves apart.
  static let letters: [Unicode.Scalar: String] = [
    "ß": "ss", "æ": "ae", "œ": "oe", "ø": "o", "đ": "d", "ð": "d", "ł": "l", "ı": "i", "þ": "th",
    "ħ": "h", "ŋ": "n", "ς": "σ",
    // Alef, yeh, kaf and heh as the keyboards of Arabic, Persian, Urdu and Pashto write them.
    "\u{0671}": "\u{0627}", "\u{0649}": "\u{064A}", "\u{06CC}": "\u{064A}",
    "\u{06D2}": "\u{064A}", "\u{06CD}": "\u{064A}", "\u{06D0}": "\u{064A}",
    "\u{06A9}": "\u{0643}", "\u{06AA}": "\u{0643}", "\u{0629}": "\u{0647}",
    "\u{06BE}": "\u{0647}", "\u{06C1}": "\u{0647}", "\u{06C3}": "\u{0647}",
    "\u{06D5}": "\u{0647}", "\u{0640}": "",
  ]

  /// Signs that only some writers set: harakat and other marks of Arabic, points of Hebrew, and
  /// the selectors of a kanji's variant.
  static func isVowelSign(_ mark: Unicode.Scalar) -> Bool {
    switch mark.value {
    case 0x0591...0x05C7, 0x0610...0x061A, 0x064B...0x065F, 0x0670, 0x06D6...0x06ED,
      0xFE00...0xFE0F, 0xE0100...0xE01EF:
      true
    default: false
    }
  }

  /// What a later table says of a kanji holds.
  private static func table(_ names: [String]) -> [Unicode.Scalar: Unicode.Scalar] {
    var table: [Unicode.Scalar: Unicode.Scalar] = [:]
    table.reserveCapacity(4000)
    for (kanji, form) in names.flatMap({ FoldingTable.letters(of: $0) }) {
      table[kanji] = form.unicodeScalars.first
    }
    return table
  }
}
