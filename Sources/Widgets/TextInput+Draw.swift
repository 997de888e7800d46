package import Cells

extension TextInput {
  /// Draws the part of the text around the insertion point and, with the focus, puts the cursor
  /// there.
  package func draw(
    into frame: inout Frame, in region: Region, role: Role = .field, isFocused: Bool = true
  ) {
    guard region.rows > 0, region.columns > 0 else { return }
    frame.fill(region, role: role)
    let cursor =
      isMultiline
      ? drawLines(into: &frame, in: region, role, isFocused)
      : drawLine(into: &frame, in: region, role, isFocused)
    if isFocused {
      frame.cursor = region.position(row: cursor.row, column: cursor.column)
      frame.showsCursor = true
    }
  }

  private func drawLines(
    into frame: inout Frame, in region: Region, _ role: Role, _ isFocused: Bool
  ) -> Position {
    let layout = TextInputLayout(self, columns: region.columns, width: frame.width)
    let top = isFocused ? max(0, layout.cursor.row - region.rows + 1) : 0
    let text = self.text
    for (row, line) in layout.lines.dropFirst(top).prefix(region.rows).enumerated() {
      // A blank that hangs over the line's end is not a cut.
      let shown = text[line].reversed().drop { $0.isWhitespace }.reversed()
      frame.put(
        String(shown), at: region.position(row: row), columns: region.columns, role: role)
    }
    return Position(row: layout.cursor.row - top, column: layout.cursor.column)
  }

  private func drawLine(
    into frame: inout Frame, in region: Region, _ role: Role, _ isFocused: Bool
  ) -> Position {
    let cursor = frame.width.columns(of: before)
    let isWhole = cursor + frame.width.columns(of: after) < region.columns
    let scrolled = isFocused && !isWhole ? scrolledColumns(cursor, room: region.columns) : 0
    var column = 0
    var rest = Substring(text)
    if scrolled > 0 {
      // The first column shows that something is left out before it.
      while column <= scrolled, let first = rest.popFirst() {
        column += frame.width.columns(of: String(first))
      }
      frame.put(CellWidth.cutMark, at: region.origin, columns: 1, role: role)
      column -= scrolled
    }
    frame.put(
      String(rest), at: region.position(column: column), columns: region.columns - column,
      role: role)
    return Position(row: 0, column: min(cursor - scrolled, region.columns - 1))
  }

  /// How many columns stand left of the box: a multiple of half a box, so that there is something
  /// to see on both sides of the insertion point.
  private func scrolledColumns(_ cursor: Int, room: Int) -> Int {
    // Behind the insertion point, a wide character and the cut mark have to find room.
    let last = max(1, after.isEmpty ? room - 1 : room - 3)
    guard cursor > last else { return 0 }
    let step = max(1, min(room / 2, last))
    return (cursor - last + step - 1) / step * step
  }
}
