extension Frame {
  /// Writes a text in one row, within `columns` and the grid, with `~` at its end where it was cut.
  ///
  /// This is the only way for text onto the screen; it makes the text safe on the way. It takes
  /// at most `columns` (nil: the rest of the row), at the left or the right of them, and blanks
  /// the rest of them in its role if `isPadded`. Gives back how many columns it wrote.
  @discardableResult
  package mutating func put(
    _ text: String, at position: Position, columns: Int? = nil, role: Role = .plain,
    alignment: Alignment = .left, isPadded: Bool = false
  ) -> Int {
    guard 0..<size.rows ~= position.row, 0..<size.columns ~= position.column else { return 0 }
    let room = size.columns - position.column
    let limit = min(columns ?? room, room)
    guard limit > 0 else { return 0 }

    let shown = ShownText(text, width: width, limit: limit)
    let isCut = shown.columns > limit
    let kept = isCut ? shown.fitting(limit - 1) : (shown.clusters.count, shown.columns)
    let used = kept.columns + (isCut ? 1 : 0)
    let start = alignment == .left ? 0 : limit - used
    let line = Region(origin: position, size: Size(rows: 1, columns: limit))

    if isPadded {
      fill(line, role: role)
    } else {
      repairEdges(row: position.row, position.column + start..<position.column + start + used)
    }
    var column = position.column + start
    for cluster in shown.clusters.prefix(kept.clusters) {
      for glyph in shown.glyphs[cluster.glyphs] {
        set(Cell(text: glyph.text, role: role), row: position.row, column: column)
        if glyph.columns == 2 {
          set(.rightHalf(role), row: position.row, column: column + 1)
        }
        column += glyph.columns
      }
    }
    if isCut {
      set(Cell(text: CellWidth.cutMark, role: role), row: position.row, column: column)
    }
    return isPadded ? limit : used
  }

  /// Draws a line that is blank so far, or takes it over as it was drawn from an equal source.
  ///
  /// - Parameters:
  ///   - slot: what tells it from the other lines.
  ///   - source: everything that the line is drawn from, but its length and the look of the frame.
  ///   - draw: draws in the line and nowhere else.
  package mutating func draw(
    _ line: Region, at slot: some Hashable, from source: some Equatable & Sendable,
    _ draw: (inout Frame) -> Void
  ) {
    let start = line.row * size.columns + line.column
    guard let remembered, 0..<size.rows ~= line.row, line.columns > 0,
      line.column >= 0, line.column + line.columns <= size.columns
    else { return draw(&self) }
    let place = start..<start + line.columns
    var isDrawn = false
    let drawn = remembered.value(at: slot, from: source) { (line: DrawnLine) in
      line.cells.count == place.count && line.appearance == appearance
    } _: {
      draw(&self)
      isDrawn = true
      return DrawnLine(cells: Array(self.cells[place]), appearance: appearance)
    }
    if !isDrawn { cells.replaceSubrange(place, with: drawn.cells) }
  }

  /// Blanks a region.
  package mutating func fill(_ region: Region, role: Role = .plain) {
    eachLine(of: region) { frame, row, columns in
      frame.repairEdges(row: row, columns)
      for column in columns { frame.set(Cell(text: " ", role: role), row: row, column: column) }
    }
  }

  /// Gives everything in a region another role and keeps its text; a wide character at an edge has one
  /// role in both its halves.
  package mutating func setRole(_ role: Role, in region: Region) {
    eachLine(of: region) { frame, row, columns in
      let start = row * frame.size.columns
      let isCutBefore = frame.cells[start + columns.lowerBound].isRightHalf
      let isCutAfter =
        columns.upperBound < frame.size.columns
        && frame.cells[start + columns.upperBound].isRightHalf
      let whole =
        columns.lowerBound - (isCutBefore ? 1 : 0)..<columns.upperBound + (isCutAfter ? 1 : 0)
      for column in whole { frame.cells[start + column].role = role }
    }
  }

  /// Puts a ground behind everything in a region and keeps its text and roles.
  package mutating func setGround(_ ground: Ground, in region: Region) {
    eachLine(of: region) { frame, row, columns in
      for column in columns { frame.cells[row * frame.size.columns + column].ground = ground }
    }
  }

  /// Lets everything in a region step back behind a box: its text is dim, but for the row that the box
  /// is about.
  package mutating func recede(in region: Region, beside row: Int) {
    eachLine(of: region) { frame, line, columns in
      guard line != row else { return }
      for column in columns {
        let index = line * frame.size.columns + column
        if frame.cells[index].role != .rule { frame.cells[index].role = .muted }
      }
    }
  }

  private mutating func eachLine(
    of region: Region, _ change: (inout Frame, Int, Range<Int>) -> Void
  ) {
    let rows = (region.row..<region.row + region.rows).clamped(to: 0..<size.rows)
    let columns = (region.column..<region.column + region.columns).clamped(to: 0..<size.columns)
    guard !columns.isEmpty else { return }
    for row in rows { change(&self, row, columns) }
  }

  private mutating func set(_ cell: Cell, row: Int, column: Int) {
    cells[row * size.columns + column] = cell
  }

  /// Blanks the halves that stay when wide cells at the edges of `columns` are overwritten.
  private mutating func repairEdges(row: Int, _ columns: Range<Int>) {
    guard !columns.isEmpty else { return }
    let start = row * size.columns
    if columns.lowerBound > 0, cells[start + columns.lowerBound].isRightHalf {
      cells[start + columns.lowerBound - 1].text = " "
    }
    if columns.upperBound < size.columns, cells[start + columns.upperBound].isRightHalf {
      cells[start + columns.upperBound].text = " "
    }
  }
}

/// A line as it was drawn, and with which look.
private struct DrawnLine: Sendable {
  let cells: [Cell]
  let appearance: Appearance
}
