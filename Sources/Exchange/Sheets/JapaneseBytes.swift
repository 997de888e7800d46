/// What a text would be in an encoding of Japan, by the places of its characters in JIS X 0208: kana and
/// the kanji of everyday on one side, on the other what no text is full of.
struct JapaneseBytes {
  private(set) var kana = 0
  private(set) var usual = 0
  private(set) var rare = 0
  private(set) var halfWidth = 0
  /// Characters that somebody made up for one computer.
  private(set) var odd = 0
  private(set) var invalid = 0
  /// Kanji inside a word of Latin letters: Fran輟is.
  private(set) var insideWords = 0

  var score: Int { kana + usual - rare - halfWidth - 5 * (odd + insideWords) - 20 * invalid }

  /// - Parameter needsKana: whether kanji alone prove nothing, as for EUC-JP, in which a text of China or
  ///   Korea is other kanji.
  func isPlausible(needsKana: Bool = false) -> Bool {
    guard kana + usual > 0, !needsKana || kana > 0 && usual + rare < 20 * kana else { return false }
    guard odd == 0, invalid * 3 < kana + usual, insideWords * 20 < kana + usual else {
      return false
    }
    return rare <= kana + usual
  }

  static func cp932(_ bytes: ArraySlice<UInt8>) -> JapaneseBytes {
    var found = JapaneseBytes()
    var index = bytes.startIndex
    var before: UInt8 = 0
    while index < bytes.endIndex {
      let byte = bytes[index]
      index += 1
      switch byte {
      case 0..<0x80: before = byte
      case 0xA1...0xDF:
        found.halfWidth += 1
        before = byte
      case 0x81...0x9F, 0xE0...0xFC:
        guard index < bytes.endIndex else {
          found.invalid += 1
          continue
        }
        let trail = bytes[index]
        guard trail >= 0x40, trail != 0x7F, trail <= 0xFC else {
          found.invalid += 1
          before = byte
          continue
        }
        index += 1
        let row = (Int(byte) - (byte < 0xA0 ? 0x81 : 0xC1)) * 2 + (trail < 0x9F ? 1 : 2)
        let after = index < bytes.endIndex ? bytes[index] : 0
        found.note(row: row, between: before, after)
        before = byte
      default:
        found.invalid += 1
        before = byte
      }
    }
    return found
  }

  static func eucJP(_ bytes: ArraySlice<UInt8>) -> JapaneseBytes {
    var found = JapaneseBytes()
    var index = bytes.startIndex
    var before: UInt8 = 0
    while index < bytes.endIndex {
      let byte = bytes[index]
      index += 1
      if byte < 0x80 {
        before = byte
        continue
      }
      let needed = byte == 0x8F ? 2 : 1
      let trail = bytes[index...].prefix(needed)
      guard byte == 0x8E || byte == 0x8F || (0xA1...0xFE).contains(byte), trail.count == needed,
        trail.allSatisfy({ (0xA1...0xFE).contains($0) })
      else {
        found.invalid += 1
        before = byte
        continue
      }
      index += needed
      switch byte {
      case 0x8E: found.halfWidth += 1
      case 0x8F: found.rare += 1
      default:
        let after = index < bytes.endIndex ? bytes[index] : 0
        found.note(row: Int(byte) - 0xA0, between: before, after)
      }
      before = byte
    }
    return found
  }

  /// - Parameter row: of JIS X 0208 and what makers put behind it.
  private mutating func note(row: Int, between before: UInt8, _ after: UInt8) {
    switch row {
    case 4, 5: kana += 1
    case 1...3, 6...8, 13: usual += 1
    case 16...47: usual += 1
    case 48...84, 89...92, 115...119: rare += 1
    case 95...114: odd += 1
    default: invalid += 1
    }
    if row >= 16, Self.isLetter(before), (0x61...0x7A).contains(after) { insideWords += 1 }
  }

  private static func isLetter(_ byte: UInt8) -> Bool {
    (0x41...0x5A).contains(byte) || (0x61...0x7A).contains(byte)
  }
}
