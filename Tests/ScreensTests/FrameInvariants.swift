import Cells
import Testing

/// What every frame must keep, whatever is shown.
func expectSound(
  _ frame: Frame, _ context: String, sourceLocation: SourceLocation = #_sourceLocation
) {
  #expect(
    (0..<frame.size.rows).contains(frame.cursor.row)
      && (0..<frame.size.columns).contains(frame.cursor.column),
    "cursor \(frame.cursor) in \(context)", sourceLocation: sourceLocation)
  for row in 0..<frame.size.rows {
    var column = 0
    while column < frame.size.columns {
      let cell = frame[row, column]
      let isWide = column + 1 < frame.size.columns && frame[row, column + 1].text.isEmpty
      #expect(!cell.text.isEmpty, "half a cell at \(row),\(column) in \(context)")
      column += isWide ? 2 : 1
    }
  }
}
