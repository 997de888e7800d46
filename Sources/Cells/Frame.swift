/// One cell of the screen.
package struct Cell: Hashable, Sendable {
  /// The scalars shown here; empty in the right half of a wide cell.
  package var text: String
  package var role: Role
  package var ground = Ground.none

  package static let blank = Cell(text: " ", role: .plain)
  /// The right half of the wide cell before it.
  package static func rightHalf(_ role: Role) -> Cell { Cell(text: "", role: role) }

  package init(text: String, role: Role) {
    self.text = text
    self.role = role
  }

  var isRightHalf: Bool { text.isEmpty }
}

/// The whole screen as a value: a grid of cells and exactly one cursor.
package struct Frame: Sendable {
  package let size: Size
  /// What measures every text that is put into this frame.
  package let width: CellWidth
  package let appearance: Appearance
  /// What was laid out for the frames before.
  package let remembered: Remembered?
  /// Row by row.
  package internal(set) var cells: [Cell]
  /// Where the input method composes and a screen reader reads; kept inside the grid.
  package var cursor = Position(row: 0, column: 0) {
    didSet {
      cursor.row = min(max(0, cursor.row), size.rows - 1)
      cursor.column = min(max(0, cursor.column), size.columns - 1)
    }
  }
  /// Whether the cursor is drawn, as it is while text is edited; it has its place either way.
  package var showsCursor = false

  package init(
    size: Size, width: CellWidth, appearance: Appearance = Appearance(),
    remembered: Remembered? = nil
  ) {
    self.remembered = remembered
    self.size = Size(rows: max(1, size.rows), columns: max(1, size.columns))
    self.width = width
    self.appearance = appearance
    cells = Array(repeating: .blank, count: self.size.rows * self.size.columns)
  }

  package subscript(row: Int, column: Int) -> Cell { cells[row * size.columns + column] }

  /// What lines and marks are drawn with.
  package var chrome: Chrome { appearance.chrome }

  /// The whole grid as a region.
  package var region: Region {
    Region(row: 0, column: 0, rows: size.rows, columns: size.columns)
  }
}

extension Frame: Hashable {
  package static func == (one: Frame, other: Frame) -> Bool {
    one.size == other.size && one.appearance == other.appearance && one.cursor == other.cursor
      && one.showsCursor == other.showsCursor
      && one.cells == other.cells
  }

  package func hash(into hasher: inout Hasher) {
    hasher.combine(size)
    hasher.combine(cells)
    hasher.combine(cursor)
    hasher.combine(showsCursor)
  }
}
