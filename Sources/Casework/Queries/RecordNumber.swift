/// The number of a record as somebody types it, to go there.
package enum RecordNumber {
  /// The number as it is kept, of one typed with full-width signs, small letters or blanks.
  package static func normalised(_ text: String) -> String {
    let dashes: Set<Character> = ["ー", "−", "–", "—", "‐"]
    let narrow = text.unicodeScalars.map { scalar in
      (0xFF01...0xFF5E).contains(scalar.value)
        ? Unicode.Scalar(scalar.value - 0xFEE0) ?? scalar : scalar
    }
    var number = ""
    number.unicodeScalars.append(contentsOf: narrow)
    return String(number.filter { !$0.isWhitespace }.map { dashes.contains($0) ? "-" : $0 })
      .uppercased()
  }

  /// What kind of record a text is the number of: 2026-0042 and a case's code of eight characters,
  /// else a kind's letter and a number (H-0021); nil for anything else.
  package static func kind(of text: String) -> RecordKind? {
    let typed = normalised(text)
    let parts = typed.split(separator: "-", omittingEmptySubsequences: false)
    if parts.count == 2, !parts[1].isEmpty, parts[1].allSatisfy(isDigit) {
      if parts[0].count == 4, parts[0].allSatisfy(isDigit), parts[1].count >= 4 { return .case }
      return RecordKind.allCases.first { $0.letter == parts[0] }
    }
    let code = typed.filter { $0 != "-" }
    let isCode =
      code.count == 8 && code.contains(where: isDigit)
      && code.allSatisfy { $0.isASCII && ($0.isLetter || isDigit($0)) && $0 != "U" }
    return isCode ? .case : nil
  }

  /// Whether somebody typed the number of another case and this one is shown in its place; a code is
  /// no number.
  package static func isOther(_ text: String, than card: Card) -> Bool {
    let typed = normalised(text)
    return typed.contains("-") && card.number.contains("-") && typed != card.number
      && kind(of: typed) == .case && kind(of: card.number) == .case
      && typed.prefix { $0 != "-" }.allSatisfy(isDigit) && typed.prefix { $0 != "-" }.count == 4
      && typed.dropFirst(5).allSatisfy(isDigit)
  }

  /// Whether a text holds what looks like the number or the code of a case.
  ///
  /// Two years with a dash between them (2019-2021) and a number of eight digits are neither.
  package static func isOfCase(in text: String) -> Bool {
    let words = normalised(text.map { $0.isWhitespace ? "/" : String($0) }.joined())
      .split { !($0.isASCII && ($0.isLetter || isDigit($0)) || $0 == "-") }
    return words.contains { word in
      guard kind(of: String(word)) == .case else { return false }
      if word.contains(where: \.isLetter) { return true }
      let parts = word.split(separator: "-")
      return parts.count == 2 && !(1900...2100).contains(Int(parts[1]) ?? 0)
    }
  }

  private static func isDigit(_ character: Character) -> Bool { ("0"..."9").contains(character) }
}
