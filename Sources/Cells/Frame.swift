/// One cell of the screen.
package struct Cell: Hashable, Sendable {
  /// The scalars shown here; empty in the right half of a wide cell.
  package var text: String
  package var role: Role

  package static let blank = Cell(text: " ", role: .plain)
  /// The right half of the wide cell before it.
  package static func rightHalf(_ role: Role) -> Cell { Cell(text: "", role: role) }

  package init(text: String, role: Role) {
    self.text = text
    self.role = role
  }
}

/// The whole screen as a value: a grid of cells and exactly one cursor.
package struct Frame: Hashable, Sendable {
  package let size: Size
  /// Row by row.
  package internal(set) var cells: [Cell]
  /// Where the input method composes and a screen reader reads: always inside the grid.
  package var cursor = Position(row: 0, column: 0)
  /// Whether the cursor is drawn; it has its place either way.
  package var showsCursor = false

  package init(size: Size) {
    self.size = Size(rows: max(1, size.rows), columns: max(1, size.columns))
    cells = Array(repeating: .blank, count: self.size.rows * self.size.columns)
  }

  package subscript(row: Int, column: Int) -> Cell { cells[row * size.columns + column] }
}
