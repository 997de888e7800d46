/// Collects what the terminal sends between the marks of a paste.
struct PastedText {
  /// The bytes that are taken in: more than a long note; a paste beyond it is a mistake or an attack,
  /// and half of it would be taken for the whole.
  static let limit = 65_536
  private static let endMark = Array("\u{1B}[201~".utf8)

  private var bytes: [UInt8] = []
  /// How much of the end mark was just read; held back from the text.
  private var markLength = 0
  private(set) var isTooLong = false

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
    let room = Self.limit - bytes.count
    isTooLong = isTooLong || more.count > room
    bytes.append(contentsOf: more.prefix(room))
  }

  /// The text with its line ends as line feeds and without any other control character but tabs.
  var text: String {
    let decoded = String(decoding: bytes, as: UTF8.self).unicodeScalars
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
