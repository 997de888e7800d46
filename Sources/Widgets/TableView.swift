package import Cells

/// A list with a header, of which only the rows near the selection need to be loaded.
package struct TableView: Hashable, Sendable {
  /// One row: a text for each of the table's columns.
  package struct Row: Hashable, Sendable {
    package var cells: [String]
    package var isMarked: Bool
    /// The whole row's role, such as `.muted` for a closed case.
    package var role: Role

    package init(_ cells: [String], isMarked: Bool = false, role: Role = .plain) {
      self.cells = cells
      self.isMarked = isMarked
      self.role = role
    }
  }

  package var columns: [TableColumn]
  /// Counts all rows of the list, loaded or not.
  package var selection: ListSelection
  /// The loaded rows.
  package var rows: [Row]
  /// Where in the list the first loaded row stands.
  package var firstRow: Int
  /// The sentence shown in an empty list.
  package var placeholder: String

  /// Makes a table of a window of rows.
  ///
  /// - Parameter selection: nil where `rows` are the whole list, to select its first row.
  package init(
    columns: [TableColumn], rows: [Row] = [], firstRow: Int = 0, selection: ListSelection? = nil,
    placeholder: String = ""
  ) {
    self.columns = columns
    self.rows = rows
    self.firstRow = firstRow
    self.selection = selection ?? ListSelection(count: firstRow + rows.count)
    self.placeholder = placeholder
  }

  /// How many rows of the list are seen in a region: all but the header.
  package static func visibleRows(in region: Region) -> Int { max(0, region.rows - 1) }

  /// The rows of the list that are seen in a region, and so have to be loaded.
  package func needed(in region: Region) -> Range<Int> {
    selection.visible(rows: Self.visibleRows(in: region))
  }

  /// Moves the selection.
  package mutating func move(_ step: ListSelection.Step, in region: Region) {
    selection.move(step, visibleRows: Self.visibleRows(in: region))
  }

  /// Draws header and rows, and puts the cursor on the first cell of the selected row.
  package func draw(into frame: inout Frame, in region: Region) {}
}
