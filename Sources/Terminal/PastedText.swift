/// Collects what the terminal sends between the marks of a paste.
struct PastedText {
  /// More than a long note; a paste beyond it is a mistake or an attack.
  static let limit = 65_536
  private static let endMark = Array("\u{1B}[201~".utf8)

  private var bytes: [UInt8] = []
  /// How much of the end mark was just read; held back from the text.
  private var markLength = 0

  var isComplete: Bool { markLength == Self.endMark.count }

  mutating func append(_ byte: UInt8) {
    if byte == Self.endMark[markLength] {
      markLength += 1
      return
    }
    keep(Self.endMark[..<markLength])
    markLength = 0
    if byte == Self.endMark[0] { markLength = 1 } else { keep([byte]) }
  }

  private mutating func keep(_ more: some Collection<UInt8>) {
    bytes.append(contentsOf: more.prefix(Self.limit - bytes.count))
  }

  /// The text with its line ends as line feeds and without any other control character but tabs.
  var text: String {
    var decoded = String(decoding: bytes, as: UTF8.self).unicodeScalars
    if bytes.count == Self.limit, decoded.last == "\u{FFFD}" { decoded.removeLast() }
    var kept = String.UnicodeScalarView()
    var previous: Unicode.Scalar?
    for scalar in decoded {
      switch scalar {
      case "\n" where previous == "\r": break
      case "\r", "\n": kept.append("\n")
      case "\t": kept.append(scalar)
      default: if scalar.properties.generalCategory != .control { kept.append(scalar) }
      }
      previous = scalar
    }
    return String(kept)
  }
}
