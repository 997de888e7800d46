package import Cells

/// Lines broken into the rows they take in so many columns.
package struct LinesLayout: Hashable, Sendable {
  struct Row: Hashable {
    var label = ""
    /// The column at which the text starts.
    var start = 0
    var text: String
    var role: Role
  }

  private(set) var rows: [Row] = []

  private static let gap = 2

  package var count: Int { rows.count }

  /// - Parameter most: after how many rows it may end.
  package init(
    _ lines: [LinesView.Line], columns: Int, width: CellWidth, most: Int = .max
  ) {
    let labels = lines.map { line in
      guard case .pair(let label, _, _) = line else { return 0 }
      return width.columns(of: label)
    }
    let labelColumns = min(labels.max() ?? 0, columns / 3)

    for line in lines where rows.count < most {
      switch line {
      case .blank: rows.append(Row(text: "", role: .plain))
      case .heading(let text): append(text, .heading, columns, width)
      case .text(let text, let role): append(text, role, columns, width)
      case .pair(let label, let value, let role):
        let start = labelColumns + Self.gap
        for (index, text) in width.wrap(value, to: columns - start).enumerated() {
          rows.append(
            Row(
              label: index == 0 ? width.clip(label, to: labelColumns) : "", start: start,
              text: text, role: role))
        }
      }
    }
  }

  private mutating func append(_ text: String, _ role: Role, _ columns: Int, _ width: CellWidth) {
    rows += width.wrap(text, to: columns).map { Row(text: $0, role: role) }
  }
}
