/// Text in ISO-2022-JP (RFC 1468): what Japanese mail is written in, in bytes below 0x80 alone.
///
/// A comma may be half of a character in it, so it is rewritten before it is split into cells: the same
/// characters in EUC-JP, which has no ASCII within others.
enum ISO2022Text {
  private static let escape: UInt8 = 0x1B

  private enum Mode {
    /// ASCII, and the Roman letters of JIS X 0201.
    case plain
    /// JIS X 0208, two bytes each.
    case pairs
    /// The katakana of JIS X 0201.
    case kana
  }

  /// Nil where it is something else; a byte that is no character becomes one that cannot be read.
  ///
  /// - Parameter isTold: whether somebody said that it is this.
  static func eucJP(_ bytes: ArraySlice<UInt8>, isTold: Bool) -> [UInt8]? {
    guard bytes.contains(escape), bytes.allSatisfy({ $0 < 0x80 }) else { return nil }
    var text: [UInt8] = []
    text.reserveCapacity(bytes.count)
    var mode = Mode.plain
    var hasPairs = false
    var rest = bytes
    while let byte = rest.first {
      if byte == escape, let next = Self.mode(rest.dropFirst().prefix(2)) {
        mode = next
        hasPairs = hasPairs || mode != .plain
        rest = rest.dropFirst(3)
        continue
      }
      // The end of a line ends every set of characters.
      if byte == 0x0A || byte == 0x0D { mode = .plain }
      switch mode {
      case .plain: text.append(byte)
      case .kana: text += [0x8E, byte | 0x80]
      case .pairs:
        rest = rest.dropFirst()
        guard let second = rest.first, second > 0x20 else {
          text.append(byte | 0x80)
          continue
        }
        text += [byte | 0x80, second | 0x80]
      }
      rest = rest.dropFirst()
    }
    return hasPairs || isTold ? text : nil
  }

  /// The set that the two bytes behind an escape choose.
  private static func mode(_ sequence: ArraySlice<UInt8>) -> Mode? {
    switch String(decoding: sequence, as: UTF8.self) {
    case "$B", "$@": .pairs
    case "(I": .kana
    case "(B", "(J": .plain
    default: nil
    }
  }
}
