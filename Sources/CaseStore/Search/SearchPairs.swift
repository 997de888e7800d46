/// Text as the tokens of the index: each pair of neighbouring scalars is one.
///
/// A scalar is written as its number in the letters a to p, a pair with a z between its two: no
/// tokenizer can take them apart or hold two for one.
enum SearchPairs {
  /// Is raised by one when some text gives other tokens than before.
  static let revision = 2

  /// The tokens of folded text; no pair reaches from one line to the next.
  static func document(_ text: String) -> String {
    var tokens: [UInt8] = []
    tokens.reserveCapacity(text.utf8.count * 6)
    append(text, to: &tokens)
    return String(decoding: tokens, as: UTF8.self)
  }

  /// The whole words of folded text, a token each, which none of a pair can be.
  static func words(_ text: String) -> String {
    Set(text.split { $0 == " " || $0 == "\n" }).sorted().map(word).joined(separator: " ")
  }

  static func word(_ word: some StringProtocol) -> String {
    var token: [UInt8] = []
    for scalar in word.unicodeScalars {
      token.append(UInt8(ascii: "y"))
      append(scalar, to: &token)
    }
    return String(decoding: token, as: UTF8.self)
  }

  /// How a name sounds, by a key of it; no pair and no word begins so.
  static func sound(_ key: String) -> String { "x" + key.lowercased() }

  /// The query that finds `text`, of two scalars or more, wherever it stands.
  static func phrase(_ text: String) -> String {
    var tokens: [UInt8] = [UInt8(ascii: "\"")]
    append(text, to: &tokens)
    tokens.append(UInt8(ascii: "\""))
    return String(decoding: tokens, as: UTF8.self)
  }

  private static func append(_ text: String, to tokens: inout [UInt8]) {
    var last: Unicode.Scalar?
    for scalar in text.unicodeScalars {
      if let last, last != "\n", scalar != "\n" {
        append(last, to: &tokens)
        tokens.append(UInt8(ascii: "z"))
        append(scalar, to: &tokens)
        tokens.append(UInt8(ascii: " "))
      }
      last = scalar
    }
  }

  private static func append(_ scalar: Unicode.Scalar, to tokens: inout [UInt8]) {
    var shift: UInt32 = scalar.value > 0xFFFF ? 20 : scalar.value > 0xFF ? 12 : 4
    while true {
      tokens.append(UInt8(ascii: "a") + UInt8(scalar.value >> shift & 15))
      if shift == 0 { return }
      shift -= 4
    }
  }
}
