/// Keeps a spreadsheet from running text as a formula: an apostrophe before what would begin one.
enum FormulaGuard {
  /// An apostrophe in front where the text, past apostrophes it has itself, begins like a formula.
  static func added(_ text: String) -> String { isDangerous(text) ? "'" + text : text }

  /// Takes off what `added` put there.
  static func removed(_ text: String) -> String {
    text.utf8.first == apostrophe && isDangerous(text)
      ? String(text.unicodeScalars.dropFirst()) : text
  }

  private static func isDangerous(_ text: String) -> Bool { isDangerous(text.utf8.span) }

  /// - Parameter text: UTF-8.
  static func isDangerous(_ text: Span<UInt8>) -> Bool {
    var place = 0
    while place < text.count, text[place] == apostrophe { place += 1 }
    guard place < text.count else { return false }
    switch text[place] {
    case UInt8(ascii: "="), UInt8(ascii: "+"), UInt8(ascii: "-"), UInt8(ascii: "@"),
      UInt8(ascii: "\t"), UInt8(ascii: "\r"), UInt8(ascii: "\n"), 0:
      return true
    case 0xEF where place + 2 < text.count && text[place + 1] == 0xBC:
      // ＝ ＋ － ＠
      return [0x9D, 0x8B, 0x8D, 0xA0].contains(text[place + 2])
    default: return false
    }
  }

  static let apostrophe = UInt8(ascii: "'")
}
