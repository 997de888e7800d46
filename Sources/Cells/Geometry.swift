/// A size in cells.
package struct Size: Hashable, Sendable {
  package var rows: Int
  package var columns: Int

  package init(rows: Int, columns: Int) {
    self.rows = rows
    self.columns = columns
  }
}

/// A place in the grid, from 0 at the top left.
package struct Position: Hashable, Sendable {
  package var row: Int
  package var column: Int

  package init(row: Int, column: Int) {
    self.row = row
    self.column = column
  }
}

/// A rectangle of cells that something draws into.
package struct Region: Hashable, Sendable {
  package var origin: Position
  package var size: Size

  package init(origin: Position, size: Size) {
    self.init(row: origin.row, column: origin.column, rows: size.rows, columns: size.columns)
  }

  package init(row: Int, column: Int, rows: Int, columns: Int) {
    origin = Position(row: row, column: column)
    size = Size(rows: max(0, rows), columns: max(0, columns))
  }

  package var row: Int { origin.row }
  package var column: Int { origin.column }
  package var rows: Int { size.rows }
  package var columns: Int { size.columns }

  /// The place so many rows and columns into the region.
  package func position(row: Int = 0, column: Int = 0) -> Position {
    Position(row: origin.row + row, column: origin.column + column)
  }

  /// One row of the region, counted from its own top.
  package func line(_ row: Int) -> Region {
    Region(row: origin.row + row, column: column, rows: 1, columns: columns)
  }

  /// The region without so many cells at each edge.
  package func inset(
    top: Int = 0, left: Int = 0, bottom: Int = 0, right: Int = 0
  ) -> Region {
    Region(
      row: row + top, column: column + left,
      rows: rows - top - bottom, columns: columns - left - right)
  }
}
