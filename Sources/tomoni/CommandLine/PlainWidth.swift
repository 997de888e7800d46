import Cells
import Terminal

/// The columns of text that shows as it stands, a cell or two for each scalar: letters of ASCII, kana and
/// kanji, which is most of what lists hold.
struct PlainWidth {
  private let measure = CellWidth.terminal
  /// What the terminal gives each scalar from `first` on, once it was asked.
  private var known: [Int8]

  private static let first: UInt32 = 0x3041
  private static let unknown: Int8 = 0

  init() { known = Array(repeating: Self.unknown, count: Int(0x9FFF - Self.first + 1)) }

  /// Nil for text that has to be looked at more closely.
  ///
  /// - Parameter text: UTF-8.
  mutating func columns(of text: Span<UInt8>) -> Int? {
    var columns = 0
    var place = 0
    while place < text.count {
      let byte = text[place]
      if 0x20..<0x7F ~= byte {
        columns += 1
        place += 1
        continue
      }
      guard 0xE3...0xE9 ~= byte, place + 2 < text.count,
        let width = self.columns(
          of: UInt32(byte & 0x0F) << 12 | UInt32(text[place + 1] & 0x3F) << 6
            | UInt32(text[place + 2] & 0x3F))
      else { return nil }
      columns += width
      place += 3
    }
    return columns
  }

  private mutating func columns(of code: UInt32) -> Int? {
    switch code {
    case 0x3041...0x3096, 0x30A1...0x30FE, 0x4E00...0x9FFF: break
    default: return nil
    }
    let index = Int(code - Self.first)
    if known[index] == Self.unknown {
      let width = Unicode.Scalar(code).map { measure($0) } ?? 0
      known[index] = width > 0 ? Int8(width) : -1
    }
    return known[index] > 0 ? Int(known[index]) : nil
  }
}
