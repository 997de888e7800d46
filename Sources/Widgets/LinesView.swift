package import Cells

/// Lines to read and scroll: a detail, a timeline, an explanation.
package struct LinesView: Hashable, Sendable {
  package indirect enum Line: Hashable, Sendable {
    /// With a word beside it at the right, below it where there is no room.
    case heading(String, aside: String = "")
    /// A title from which a line leads to the other side.
    case rule(String)
    /// What has to be seen before anything else, wrapped over the whole width.
    case banner(String)
    /// A label and its value, which is wrapped beside it.
    case pair(String, String, role: Role = .plain)
    /// A text wrapped over the whole width.
    case text(String, role: Role = .plain)
    case blank
    /// Lines side by side, each half with one width of labels.
    case columns([Line], [Line])
  }

  package var lines: [Line]
  /// How many rows are scrolled away; drawing goes no further than the last full view.
  package private(set) var top = 0

  package init(lines: [Line] = []) {
    self.lines = lines
  }

  /// Scrolls by rows, half views or views, or to an end.
  package mutating func scroll(_ step: ListSelection.Step, in region: Region, width: CellWidth) {
    scroll(step, rows: rowCount(columns: region.columns, width: width), in: region)
  }

  /// As above, where it is known how many rows the lines take.
  package mutating func scroll(_ step: ListSelection.Step, rows: Int, in region: Region) {
    let last = lastTop(rows, in: region)
    let half = max(1, region.rows / 2)
    let start = min(top, last)
    let wanted =
      switch step {
      case .up: start - 1
      case .down: start + 1
      case .halfPageUp: start - half
      case .halfPageDown: start + half
      case .pageUp: start - region.rows
      case .pageDown: start + region.rows
      case .first: 0
      case .last: last
      }
    top = max(0, min(wanted, last))
  }

  /// How many rows stand below what is seen.
  package func rowsBelow(in region: Region, width: CellWidth) -> Int {
    let last = lastTop(rowCount(columns: region.columns, width: width), in: region)
    return last - min(top, last)
  }

  /// How many rows the lines take in so many columns.
  package func rowCount(columns: Int, width: CellWidth) -> Int {
    LinesLayout(lines, columns: columns, width: width).rows.count
  }

  /// Draws the lines and, with the focus, puts the cursor on the first of them.
  package func draw(into frame: inout Frame, in region: Region, isFocused: Bool = true) {
    let layout = LinesLayout(lines, columns: region.columns, width: frame.width)
    draw(layout, into: &frame, in: region, isFocused: isFocused)
  }

  /// As above, from lines that were laid out before.
  package func draw(
    _ layout: LinesLayout, into frame: inout Frame, in region: Region, isFocused: Bool = true
  ) {
    let rows = layout.rows
    for (line, row) in rows.dropFirst(min(top, lastTop(rows.count, in: region)))
      .prefix(region.rows).enumerated()
    {
      row.draw(into: &frame, in: region.line(line))
    }
    if isFocused { frame.cursor = region.origin }
  }

  private func lastTop(_ rows: Int, in region: Region) -> Int { max(0, rows - region.rows) }
}
