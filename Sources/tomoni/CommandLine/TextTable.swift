import Cells
import Terminal

/// Rows of text in straight columns, for people.
struct TextTable {
  /// The widest a column gets, in cells; the last column takes what it needs.
  private static let widest = 40

  private let header: [String]
  private var rows: [[String]] = []

  init(header: [String]) { self.header = header }

  var isEmpty: Bool { rows.isEmpty }

  mutating func append(_ cells: [String]) {
    rows.append(cells)
  }

  /// The header and the rows, each a line.
  var lines: [String] {
    let measure = CellWidth.terminal
    let widths = header.indices.map { column in
      min(Self.widest, ([header] + rows).map { measure.columns(of: $0[column]) }.max() ?? 0)
    }
    return ([header] + rows).map { row in
      let cells = row.indices.map { column in
        column == row.endIndex - 1 ? row[column] : measure.pad(row[column], to: widths[column])
      }
      let line = cells.joined(separator: "  ")
      // What is measured is what is shown: a cell has no lines of its own.
      return String(ShownLines.line(line).reversed().drop { $0 == " " }.reversed())
    }
  }
}
