/// Keeps a spreadsheet from running text as a formula: an apostrophe before what would begin one.
enum FormulaGuard {
  /// An apostrophe in front where the text, past apostrophes it has itself, begins like a formula.
  static func added(_ text: String) -> String { isDangerous(text) ? "'" + text : text }

  /// Takes off what `added` put there.
  static func removed(_ text: String) -> String {
    text.utf8.first == apostrophe && isDangerous(text)
      ? String(text.unicodeScalars.dropFirst()) : text
  }

  private static func isDangerous(_ text: String) -> Bool {
    guard let first = text.unicodeScalars.first(where: { $0 != "'" }) else { return false }
    return starts.contains(first)
  }

  private static let apostrophe = UInt8(ascii: "'")
  private static let starts: Set<Unicode.Scalar> = [
    "=", "+", "-", "@", "\t", "\r", "\n", "\0", "＝", "＋", "－", "＠",
  ]
}
