import Cells

/// The lines of a text that is edited on several, as they are seen in so many columns.
struct TextInputLayout {
  let lines: [Range<String.Index>]
  /// Where the insertion point stands among them.
  let cursor: Position
  private let text: String
  private let width: CellWidth
  private let columns: Int

  /// Keeps the last column of the box for the insertion point behind a full line.
  init(_ input: TextInput, columns: Int, width: CellWidth) {
    let text = input.text
    let lines = width.lines(of: text, columns: columns - 1)
    let insertion = text.utf8.index(text.startIndex, offsetBy: input.before.utf8.count)
    let row = lines.lastIndex { $0.lowerBound <= insertion } ?? 0
    let start = lines.indices.contains(row) ? lines[row].lowerBound : text.startIndex
    cursor = Position(
      row: row, column: min(width.columns(of: text[start..<insertion]), max(0, columns - 1)))
    self.text = text
    self.lines = lines
    self.width = width
    self.columns = columns
  }

  /// The insertion point nearest to a column of a line; nil where there is no such line.
  func index(row: Int, column: Int) -> String.Index? {
    guard lines.indices.contains(row) else { return nil }
    let line = lines[row]
    var used = 0
    var index = line.lowerBound
    while index < line.upperBound {
      let next = text.index(after: index)
      used += width.columns(of: text[index..<next])
      // The end of a line that goes on is the start of the next one.
      let isWrapped =
        next == line.upperBound && row + 1 < lines.count
        && lines[row + 1].lowerBound == next
      guard used <= column, !isWrapped else { break }
      index = next
    }
    return index
  }
}
