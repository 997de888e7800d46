package import Cells

/// Lines broken into the rows they take in so many columns.
package struct LinesLayout: Hashable, Sendable {
  private(set) var rows: [LinesRow] = []

  /// Between a label and its value.
  private static let gap = 2
  /// Between two columns of lines.
  private static let columnGap = 2
  /// How long a label may be: on a narrow screen it is not cut, and takes the place of its value.
  private static let longestLabel = 14

  package var count: Int { rows.count }

  /// - Parameter most: after how many rows it may end.
  package init(
    _ lines: [LinesView.Line], columns: Int, width: CellWidth, most: Int = .max
  ) {
    let half = (columns - Self.columnGap) / 2
    let isHalved = lines.contains { if case .columns = $0 { true } else { false } }
    let (left, right) = Self.labelColumns(lines, width)
    let room =
      isHalved ? half / 2 : max(columns / 3, min(Self.longestLabel, columns / 2))
    let labels = (min(left, room), min(right, room))
    for line in lines where rows.count < most {
      guard case .columns(let one, let other) = line else {
        rows += Self.rows(line, columns, labels.0, width)
        continue
      }
      let first = one.flatMap { Self.rows($0, half, labels.0, width) }
      let second = other.flatMap { Self.rows($0, half, labels.1, width) }
      for index in 0..<max(first.count, second.count) {
        var row = index < first.count ? first[index] : LinesRow()
        if index < second.count { row.add(second[index], at: columns - half) }
        rows.append(row)
      }
    }
  }

  /// The rows of both, each with its own width of labels.
  package static func + (one: LinesLayout, other: LinesLayout) -> LinesLayout {
    var both = one
    both.rows += other.rows
    return both
  }

  /// The widest labels of all lines, and of those at the right.
  private static func labelColumns(
    _ lines: [LinesView.Line], _ width: CellWidth
  ) -> (left: Int, right: Int) {
    lines.reduce((0, 0)) { widest, line in
      switch line {
      case .pair(let label, _, _): (max(widest.0, width.columns(of: label)), widest.1)
      case .columns(let one, let other):
        (
          max(widest.0, labelColumns(one, width).left),
          max(widest.1, labelColumns(other, width).left)
        )
      default: widest
      }
    }
  }

  private static func rows(
    _ line: LinesView.Line, _ columns: Int, _ labelColumns: Int, _ width: CellWidth
  ) -> [LinesRow] {
    func wrapped(_ text: String, _ role: Role) -> [LinesRow] {
      width.wrap(text, to: columns).map { LinesRow(LinesRow.Piece($0, role, columns: columns)) }
    }
    switch line {
    case .blank: return [LinesRow()]
    case .text(let text, let role): return wrapped(text, role)
    case .banner(let text):
      return width.wrap(text, to: columns).map { text in
        var row = LinesRow(LinesRow.Piece(text, .heading, columns: columns))
        row.isBanner = true
        return row
      }
    case .rule(let title):
      var row = LinesRow(LinesRow.Piece(title, .heading, columns: columns))
      let used = width.columns(of: title)
      if used + 2 < columns { row.rules = [used + 1..<columns] }
      return [row]
    case .heading(let text, let aside):
      let used = width.columns(of: aside)
      guard !aside.isEmpty else { return wrapped(text, .heading) }
      guard width.columns(of: text) + columnGap + used <= columns else {
        return wrapped(text, .heading) + wrapped(aside, .muted)
      }
      var row = LinesRow(LinesRow.Piece(text, .heading, columns: columns - used))
      row.pieces.append(LinesRow.Piece(aside, .muted, start: columns - used, columns: used))
      return [row]
    case .pair(let label, let value, let role):
      let start = labelColumns + gap
      return width.wrap(value, to: columns - start).enumerated().map { index, text in
        var row = LinesRow(
          LinesRow.Piece(text, role, start: start, columns: max(0, columns - start)))
        if index == 0, !label.isEmpty {
          row.pieces.insert(
            LinesRow.Piece(
              width.clip(label, to: labelColumns), .muted, columns: min(start, columns)), at: 0)
        }
        return row
      }
    // Columns stand in no columns.
    case .columns(let one, let other):
      return (one + other).flatMap { rows($0, columns, labelColumns, width) }
    }
  }
}
