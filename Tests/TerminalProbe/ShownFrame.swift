package import Cells

/// A frame that the probe showed, as one line of a file for the tests to compare with a terminal.
package struct ShownFrame: Hashable, Sendable {
  /// Counts from 1, one for each event.
  package var number: Int
  package var cursor: Position
  package var showsCursor: Bool
  /// The texts of the cells, row by row; empty in the right half of a wide one.
  package var rows: [[String]]

  package init(_ frame: Frame, number: Int) {
    self.number = number
    cursor = frame.cursor
    showsCursor = frame.showsCursor
    rows = (0..<frame.size.rows).map { row in
      (0..<frame.size.columns).map { frame[row, $0].text }
    }
  }

  // No text of a frame holds one of these.
  private static let cellEnd: Character = "\u{1F}"
  private static let rowEnd: Character = "\u{1E}"

  package var line: String {
    let head = [number, cursor.row, cursor.column, showsCursor ? 1 : 0].map(String.init)
    let texts = rows.map { $0.joined(separator: String(Self.cellEnd)) }
    return (head + [texts.joined(separator: String(Self.rowEnd))]).joined(separator: "\t") + "\n"
  }

  /// - Parameter line: as `line` makes it, without its end.
  package init?(line: Substring) {
    let parts = line.split(separator: "\t", maxSplits: 4, omittingEmptySubsequences: false)
    let head = parts.prefix(4).compactMap { Int($0) }
    guard parts.count == 5, head.count == 4 else { return nil }
    number = head[0]
    cursor = Position(row: head[1], column: head[2])
    showsCursor = head[3] == 1
    rows = parts[4].unicodeScalars.split(separator: "\u{1E}", omittingEmptySubsequences: false)
      .map { row in
        row.split(separator: "\u{1F}", omittingEmptySubsequences: false).map { String($0) }
      }
  }
}
