/// Reads the records of RFC 4180 byte by byte, with a comma or another sign between cells.
///
/// The bytes of that sign, quote and line end never occur inside a character of UTF-8 or CP932, so
/// records are told apart before anything is decoded, and one bad character spoils one cell only.
struct RecordReader {
  private let bytes: ArraySlice<UInt8>
  private let separator: UInt8
  /// Where the next record begins.
  private(set) var position: Int
  /// The number of the record last read, the first is 1.
  private(set) var row: Int

  /// - Parameters:
  ///   - separator: between two cells, a sign of ASCII.
  ///   - position: where the first record begins; nil for the beginning.
  ///   - row: how many records are before it.
  init(
    _ bytes: ArraySlice<UInt8>, separator: UInt8 = Self.comma, at position: Int? = nil,
    after row: Int = 0
  ) {
    self.row = row
    self.bytes = bytes
    self.separator = separator
    self.position = position ?? bytes.startIndex
  }

  /// The cells of the next record; nil at the end.
  mutating func next() throws(SheetProblem) -> [ArraySlice<UInt8>]? {
    guard position < bytes.endIndex else { return nil }
    row += 1
    var cells: [ArraySlice<UInt8>] = []
    repeat {
      cells.append(try accept(Self.quote) ? quotedCell() : plainCell())
    } while accept(separator)
    if accept(Self.carriageReturn) {
      _ = accept(Self.lineFeed)
    } else if !accept(Self.lineFeed), position < bytes.endIndex {
      throw .textAfterQuote(row: row)
    }
    return cells
  }

  private mutating func plainCell() -> ArraySlice<UInt8> {
    let end = bytes[position...].firstIndex(where: endsCell) ?? bytes.endIndex
    defer { position = end }
    return bytes[position..<end]
  }

  private mutating func quotedCell() throws(SheetProblem) -> ArraySlice<UInt8> {
    var cell: ArraySlice<UInt8> = []
    while let end = bytes[position...].firstIndex(of: Self.quote) {
      cell += bytes[position..<end]
      position = end + 1
      guard accept(Self.quote) else { return cell }
      cell.append(Self.quote)
    }
    throw .openQuote(row: row)
  }

  private mutating func accept(_ byte: UInt8) -> Bool {
    guard position < bytes.endIndex, bytes[position] == byte else { return false }
    position += 1
    return true
  }

  private func endsCell(_ byte: UInt8) -> Bool {
    byte == separator || byte == Self.carriageReturn || byte == Self.lineFeed
  }

  static let comma = UInt8(ascii: ",")
  private static let quote = UInt8(ascii: "\"")
  private static let carriageReturn = UInt8(ascii: "\r")
  private static let lineFeed = UInt8(ascii: "\n")
}
