import Casework
import Cells
import Terminal

/// Rows of text in straight columns, for people.
///
/// No row is kept: each is measured once, then each is handed in again and is a line.
struct TextTable {
  /// The widest a column gets, in cells; the last column takes what it needs.
  private static let widest = 40

  private let measure = CellWidth.terminal
  private var plain = PlainWidth()
  private var widths: [Int]

  init(header: TextRow) {
    widths = Array(repeating: 0, count: header.count)
    measure(header)
  }

  /// Widens the columns to what a row needs.
  mutating func measure(_ row: TextRow) {
    for column in widths.indices.dropLast() where widths[column] < Self.widest {
      let range = row.range(of: column)
      let width =
        plain.columns(of: row.bytes.span.extracting(range))
        ?? measure.columns(of: String(decoding: row.bytes[range], as: UTF8.self))
      widths[column] = max(widths[column], min(Self.widest, width))
    }
  }

  /// Appends a row as a line that a terminal may see.
  mutating func append(_ row: TextRow, to bytes: inout [UInt8]) {
    let start = bytes.count
    if !appendPlain(row, to: &bytes) {
      bytes.removeSubrange(start...)
      bytes += line(row.cells).utf8
    }
    while bytes.count > start, bytes.last == Self.blank { bytes.removeLast() }
    bytes.append(UInt8(ascii: "\n"))
  }

  /// False where a cell has to be cut or looked at more closely.
  private mutating func appendPlain(_ row: TextRow, to bytes: inout [UInt8]) -> Bool {
    for column in widths.indices {
      let cell = row.bytes.span.extracting(row.range(of: column))
      guard let width = plain.columns(of: cell) else { return false }
      bytes.append(cell)
      guard column < widths.count - 1 else { break }
      guard width <= widths[column] else { return false }
      bytes += repeatElement(Self.blank, count: widths[column] - width + 2)
    }
    return true
  }

  private static let blank = UInt8(ascii: " ")

  private func line(_ row: [String]) -> String {
    let cells = row.indices.map { column in
      column == row.endIndex - 1 ? row[column] : measure.pad(row[column], to: widths[column])
    }
    // What is measured is what is shown: a cell has no lines of its own.
    return ShownLines.line(cells.joined(separator: "  "))
  }
}
