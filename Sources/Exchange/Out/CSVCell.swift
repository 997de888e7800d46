import Casework

/// A cell of comma-separated text.
enum CSVCell {
  /// Whatever somebody wrote: kept from being run as a formula.
  case text(String)
  /// Digits that this program made, perhaps with a minus in front: as they are.
  case number(String)

  var quoted: String {
    switch self {
    case .text(let text):
      var bytes: [UInt8] = []
      Self.append(text.utf8.span, to: &bytes)
      return String(decoding: bytes, as: UTF8.self)
    case .number(let digits): return digits
    }
  }

  /// Appends whatever somebody wrote, in quotes and kept from being run as a formula.
  ///
  /// - Parameter text: UTF-8.
  static func append(_ text: Span<UInt8>, to bytes: inout [UInt8]) {
    bytes.append(quote)
    if FormulaGuard.isDangerous(text) { bytes.append(FormulaGuard.apostrophe) }
    var first = 0
    for place in text.indices where text[place] == quote {
      // Up to the quote and with it; it stands there once more at the beginning of what follows.
      bytes.append(text.extracting(first...place))
      first = place
    }
    bytes.append(text.extracting(first..<text.count))
    bytes.append(quote)
  }

  private static let quote = UInt8(ascii: "\"")
}
