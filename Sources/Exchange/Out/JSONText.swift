import Casework

/// Text as a string of JSON; controls and marks of direction are escaped, so that it is safe to show.
enum JSONText {
  static func quoted(_ text: String) -> String {
    var bytes: [UInt8] = []
    append(text.utf8.span, to: &bytes)
    return String(decoding: bytes, as: UTF8.self)
  }

  /// - Parameter text: UTF-8.
  static func append(_ text: Span<UInt8>, to bytes: inout [UInt8]) {
    bytes.append(quote)
    // What needs no escape goes over in one piece.
    var (first, place) = (0, 0)
    while place < text.count {
      guard isSuspect(text[place]) else {
        place += 1
        continue
      }
      let (length, code) = scalar(in: text, at: place)
      if let code {
        bytes.append(text.extracting(first..<place))
        appendEscaped(code, to: &bytes)
        first = place + length
      }
      place += length
    }
    bytes.append(text.extracting(first..<text.count))
    bytes.append(quote)
  }

  private static let quote = UInt8(ascii: "\"")
  private static let backslash = UInt8(ascii: "\\")

  /// Whether a byte may begin what is escaped.
  private static func isSuspect(_ byte: UInt8) -> Bool {
    switch byte {
    case 0..<0x20, quote, backslash, 0x7F, 0xC2, 0xD8, 0xE2, 0xEF: true
    default: false
    }
  }

  /// The scalar that begins here, nil where it needs no escape, and how many bytes it takes.
  private static func scalar(
    in text: Span<UInt8>, at place: Int
  ) -> (length: Int, escaped: UInt32?) {
    let byte = UInt32(text[place])
    let second = place + 1 < text.count ? UInt32(text[place + 1]) & 0x3F : 0
    let third = place + 2 < text.count ? UInt32(text[place + 2]) & 0x3F : 0
    let (length, code): (Int, UInt32) =
      switch byte {
      case ..<0x80: (1, byte)
      case ..<0xE0: (2, (byte & 0x1F) << 6 | second)
      default: (3, (byte & 0x0F) << 12 | second << 6 | third)
      }
    return (length, isEscaped(code) ? code : nil)
  }

  private static func isEscaped(_ code: UInt32) -> Bool {
    switch code {
    case 0x22, 0x5C, 0..<0x20, 0x7F..<0xA0, 0x061C, 0x200E, 0x200F, 0x2028...0x202E,
      0x2066...0x2069, 0xFEFF:
      true
    default: false
    }
  }

  private static func appendEscaped(_ code: UInt32, to bytes: inout [UInt8]) {
    bytes.append(backslash)
    switch code {
    case 0x22, 0x5C: bytes.append(UInt8(code))
    case 0x0A: bytes.append(UInt8(ascii: "n"))
    case 0x0D: bytes.append(UInt8(ascii: "r"))
    case 0x09: bytes.append(UInt8(ascii: "t"))
    default:
      let digits = String(code, radix: 16)
      bytes += "u\(String(repeating: "0", count: 4 - digits.count))\(digits)".utf8
    }
  }
}
