package import Cells

/// Lines to read and scroll: a detail, a timeline, an explanation.
package struct LinesView: Hashable, Sendable {
  package enum Line: Hashable, Sendable {
    case heading(String)
    /// A label and its value, which is wrapped beside it.
    case pair(String, String, role: Role = .plain)
    /// A text wrapped over the whole width.
    case text(String, role: Role = .plain)
    case blank
  }

  package var lines: [Line]
  /// How many rows are scrolled away; drawing goes no further than the last full view.
  package private(set) var top = 0

  package init(lines: [Line] = []) {
    self.lines = lines
  }

  /// Scrolls by rows, half views or views, or to an end.
  package mutating func scroll(_ step: ListSelection.Step, in region: Region, width: CellWidth) {}

  /// How many rows the lines take in so many columns.
  package func rowCount(columns: Int, width: CellWidth) -> Int { 0 }

  /// Draws the lines and puts the cursor on the first of them.
  package func draw(into frame: inout Frame, in region: Region) {}
}
