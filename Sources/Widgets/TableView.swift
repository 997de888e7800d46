package import Cells

/// A list with a header, of which only the rows near the selection need to be loaded.
package struct TableView: Hashable, Sendable {
  /// One row: a text for each of the table's columns.
  package struct Row: Hashable, Sendable {
    package var cells: [String]
    package var isMarked: Bool
    /// The whole row's role, such as `.muted` for a closed case.
    package var role: Role
    /// Cells that differ from their row, by their column, such as a date that is over.
    package var cellRoles: [Int: Role]
    /// What stands in the place of its cells, as wide as the table; nil for a row in columns.
    package private(set) var line: Line?

    /// A heading over the rows below it, or what else has no columns.
    package struct Line: Hashable, Sendable {
      package var pieces: [Piece]
      /// Whether a line leads from its text to the other side.
      package var hasRule: Bool
    }

    /// A text with its role.
    package struct Piece: Hashable, Sendable {
      package var text: String
      package var role: Role

      package init(_ text: String, _ role: Role) {
        self.text = text
        self.role = role
      }
    }

    package static func line(_ pieces: [Piece], hasRule: Bool = false) -> Row {
      var row = Row([])
      row.line = Line(pieces: pieces, hasRule: hasRule)
      return row
    }

    package init(
      _ cells: [String], isMarked: Bool = false, role: Role = .plain, cellRoles: [Int: Role] = [:]
    ) {
      self.cellRoles = cellRoles
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

  /// Makes a table of some rows of a list.
  ///
  /// Without a `selection` they are all there are, and the first is selected.
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

  /// Draws header and rows; with the focus, the cursor is on the first cell of the selected row.
  package func draw(into frame: inout Frame, in region: Region, isFocused: Bool = true) {
    guard region.rows > 0 else { return }
    let layout = TableLayout(columns, available: region.columns)
    drawTitles(layout, into: &frame, in: region.line(0))
    drawFrame(into: &frame, in: region, isFocused: isFocused)
    let visible = needed(in: region)
    for index in visible where rows.indices.contains(index - firstRow) {
      let (row, line) = (rows[index - firstRow], region.line(1 + index - visible.lowerBound))
      draw(row, layout, into: &frame, in: line)
      if index == selection.index { select(layout, into: &frame, in: line) }
    }
  }

  /// Draws what there is beside header and rows: the sentence of an empty list, and the cursor.
  package func drawFrame(into frame: inout Frame, in region: Region, isFocused: Bool = true) {
    if selection.count == 0 {
      let columns = max(1, region.columns - TableLayout.gutter)
      let lines = frame.width.wrap(placeholder, to: columns).prefix(max(0, region.rows - 1))
      for (row, line) in lines.enumerated() {
        frame.put(
          line, at: region.position(row: 1 + row, column: TableLayout.gutter), columns: columns,
          role: .muted)
      }
    }
    if isFocused {
      frame.cursor = region.position(
        row: 1 + selection.index - needed(in: region).lowerBound)
    }
  }

  package func drawTitles(_ layout: TableLayout, into frame: inout Frame, in line: Region) {
    for place in layout.places { drawTitle(place, into: &frame, in: line) }
  }

  private func drawTitle(_ place: TableLayout.Place, into frame: inout Frame, in line: Region) {
    let column = columns[place.column]
    let mark =
      switch column.sort {
      case nil: ""
      case .ascending: frame.chrome.up
      case .descending: frame.chrome.down
      }
    let title = frame.width.clip(column.title, to: place.columns - mark.count)
    frame.put(
      title + mark, at: line.position(column: place.start), columns: place.columns,
      role: .heading, alignment: column.alignment)
  }

  /// Draws one row.
  package func draw(_ row: Row, _ layout: TableLayout, into frame: inout Frame, in line: Region) {
    if let whole = row.line { return draw(whole, into: &frame, in: line) }
    frame.put(
      " " + (row.isMarked ? frame.chrome.marked : " "), at: line.origin,
      columns: min(2, line.columns))
    for place in layout.places where place.column < row.cells.count {
      frame.put(
        row.cells[place.column], at: line.position(column: place.start), columns: place.columns,
        role: role(of: place.column, of: row, frame.appearance),
        alignment: columns[place.column].alignment)
    }
    if !frame.appearance.palette.tellsUrgency {
      frame.put(
        urgency(of: row), at: line.position(column: row.isMarked ? 2 : 1),
        columns: min(row.isMarked ? 1 : 2, max(0, line.columns - 1)))
    }
    if row.isMarked, !frame.appearance.isFrugal { frame.setGround(.marked, in: line) }
  }

  private func draw(_ whole: Row.Line, into frame: inout Frame, in line: Region) {
    var column = 1
    for piece in whole.pieces where column < line.columns {
      column += frame.put(
        piece.text, at: line.position(column: column), columns: line.columns - column,
        role: piece.role)
    }
    let start = column + 1
    guard whole.hasRule, frame.chrome == .line, start + 1 < line.columns else { return }
    frame.put(
      String(repeating: frame.chrome.horizontal, count: line.columns - start - 1),
      at: line.position(column: start), role: .rule)
  }

  /// On a slow line only what is over has a colour of its own.
  private func role(of column: Int, of row: Row, _ appearance: Appearance) -> Role {
    guard let role = row.cellRoles[column] else { return row.role }
    return !appearance.isFrugal || [.error, .lost].contains(role) ? role : row.role
  }

  /// What tells without colour how much a row presses; the mark of a marked row stays.
  private func urgency(of row: Row) -> String {
    let roles = row.cellRoles.values
    let presses =
      roles.contains(.lost) || roles.contains(.error)
      ? "!!" : roles.contains(.urgent) ? "!" : ""
    return row.isMarked ? String(presses.prefix(1)) : presses
  }

  /// Shows that a row that is drawn is the selected one: its ground tells, and what its words say by
  /// their colours stays.
  ///
  /// On a slow line only its first column changes, besides the mark in the gutter: a move of the
  /// selection then costs two short strings and not two rows.
  func select(_ layout: TableLayout, into frame: inout Frame, in line: Region) {
    let isFrugal = frame.appearance.isFrugal
    frame.put(
      frame.chrome.selected, at: line.origin, columns: min(1, line.columns),
      role: isFrugal ? .plain : .accent)
    guard isFrugal else { return frame.setGround(.selected, in: line) }
    guard let first = layout.places.first else { return }
    frame.setRole(
      .selected,
      in: Region(
        row: line.row, column: line.column + first.start, rows: 1,
        columns: min(first.columns, line.columns - first.start)))
  }
}
