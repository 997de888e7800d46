package import Cells

extension PickerView {
  /// The rows of the box that are not items: two lines, what is typed, and a line below it.
  private static let chromeRows = 4
  /// Between two columns of items.
  private static let columnGap = 3
  /// From so many columns on the items stand in two columns.
  private static let twoColumns = 120
  /// What is explained stands in one line below each other, as far as labels are no longer.
  private static let longestLabel = 26
  /// With fewer columns nothing is said.
  private static let leastSaid = 4

  /// How many rows it takes at most.
  package var rows: Int { wantedRows + Self.chromeRows + (hasNotes ? 3 : 0) }

  /// Whether an item has something to say for which its row may have no room.
  static func hasNote(_ item: Item, _ breadth: Breadth) -> Bool {
    let isExplained = !item.about.isEmpty || item.reason?.isEmpty == false
    return !item.note.isEmpty || breadth != .narrow && isExplained
  }

  func columnCount(in region: Region) -> Int {
    breadth == .whole && region.columns >= Self.twoColumns ? 2 : 1
  }

  /// A note has up to three rows where three items have theirs.
  private func noteRows(in region: Region) -> Int {
    hasNotes ? max(0, min(3, region.rows - Self.chromeRows - 3)) : 0
  }

  func listRows(in region: Region) -> Int {
    let count = columnCount(in: region)
    let wanted = (wantedRows + count - 1) / count
    return max(0, min(wanted, region.rows - Self.chromeRows - noteRows(in: region)))
  }

  private func box(in region: Region) -> Region {
    let most =
      switch breadth {
      case .narrow: 72
      case .wide: 100
      case .whole: columnCount(in: region) > 1 ? Int.max : 100
      }
    let columns = min(region.columns, most)
    return Region(
      row: region.row, column: region.column + (region.columns - columns) / 2,
      rows: min(region.rows, listRows(in: region) + Self.chromeRows + noteRows(in: region)),
      columns: columns)
  }

  /// Draws the box at the top of a region, with the cursor where the text is typed or, once the
  /// selection was moved, hidden on the selected item.
  package func draw(into frame: inout Frame, in region: Region) {
    let box = box(in: region)
    let inside = Panel(title: title).draw(into: &frame, in: box)
    guard inside.rows > 0, inside.columns > 2 else { return }
    if inside.rows > 2 {
      Panel.drawRule(
        into: &frame, in: box.line(2), frame.chrome.leftJoin, frame.chrome.rightJoin)
    }

    let notes = noteRows(in: region)
    let list = inside.inset(top: 2, bottom: notes)
    let count = columnCount(in: region)
    let columns = (list.columns - (count - 1) * Self.columnGap) / count
    let visible = selection.visible(rows: max(0, list.rows) * count)
    /// Where the row of an item stands.
    func line(_ index: Int) -> Region {
      let (column, row) = (index - visible.lowerBound).quotientAndRemainder(
        dividingBy: max(1, list.rows))
      return Region(
        row: list.row + row, column: list.column + column * (columns + Self.columnGap), rows: 1,
        columns: columns)
    }
    let labels = labelColumns(frame.width)
    for index in visible { draw(index, labels, into: &frame, in: line(index)) }
    if let selected, notes > 0 {
      let lines = frame.width.wrap(
        unsaid(items[selected], labels, columns, frame.width), to: inside.columns - 2)
      for (index, text) in lines.prefix(notes).enumerated() {
        frame.put(
          text, at: inside.position(row: inside.rows - notes + index, column: 2),
          columns: inside.columns - 2, role: .muted)
      }
    }
    if items.isEmpty, inside.rows > 2 {
      let lines = frame.width.wrap(placeholder, to: inside.columns - 2)
      for (index, text) in lines.prefix(inside.rows - 2).enumerated() {
        frame.put(
          text, at: inside.position(row: 2 + index, column: 2), columns: inside.columns - 2,
          role: .muted)
      }
    }
    frame.put(">", at: inside.origin, columns: 1)
    input.draw(into: &frame, in: inside.line(0).inset(left: 2))
    if isBrowsing, let selected, visible.contains(selected) {
      frame.cursor = line(selected).origin
      frame.showsCursor = false
    }
  }

  // MARK: One item

  /// Where explanations begin; nil where nothing is explained.
  private func labelColumns(_ width: CellWidth) -> Int? {
    guard items.contains(where: { !$0.about.isEmpty }) else { return nil }
    let longest = items.filter { !$0.isHeading }.map { width.columns(of: $0.label) }.max() ?? 0
    return min(longest, Self.longestLabel)
  }

  /// The parts of a row, each with the columns it has.
  private struct Row {
    var label: Int
    /// Why it cannot be taken, else what it does, where there is room for all of it.
    var said: String?
    var start: Int
    var saidColumns: Int
    var detail: Int
  }

  private func row(_ item: Item, _ labels: Int?, _ columns: Int, _ width: CellWidth) -> Row {
    let indent = item.isHeading ? 0 : 2
    let detail = min(width.columns(of: item.detail), columns / 2)
    let end = columns - (detail > 0 ? detail + 2 : 0)
    let label = min(max(width.columns(of: item.label), labels ?? 0), max(0, end - indent))
    let said = item.reason ?? item.about
    let room = max(0, end - indent - label - 2)
    let whole = width.columns(of: said)
    // Why something cannot be taken is said whole, here or below; a narrow box has no row for that.
    let saidColumns = breadth == .narrow || item.reason == nil ? min(room, whole) : whole
    let fits = saidColumns <= room && (saidColumns == whole || saidColumns >= Self.leastSaid)
    // What is explained begins below each other; why something cannot be taken ends where the keys are.
    return Row(
      label: label, said: fits && whole > 0 ? said : nil,
      start: labels == nil ? end - saidColumns : indent + label + 2,
      saidColumns: saidColumns, detail: detail)
  }

  /// What of an item is not on its row.
  private func unsaid(
    _ item: Item, _ labels: Int?, _ columns: Int, _ width: CellWidth
  ) -> String {
    let row = row(item, labels, columns, width)
    let said = row.said.flatMap { width.columns(of: $0) > row.saidColumns ? nil : $0 }
    return [item.reason ?? "", item.about, item.note].filter { !$0.isEmpty && $0 != said }
      .joined(separator: "  ")
  }

  private func draw(_ index: Int, _ labels: Int?, into frame: inout Frame, in line: Region) {
    let item = items[index]
    let isSelected = index == selected
    let row = row(item, labels, line.columns, frame.width)
    frame.put(
      item.detail, at: line.position(column: line.columns - row.detail), columns: row.detail,
      role: .muted)
    if let said = row.said {
      frame.put(
        said, at: line.position(column: row.start), columns: row.saidColumns, role: .muted)
    }
    let isFrugal = frame.appearance.isFrugal
    if isSelected {
      frame.put(
        frame.chrome.selected, at: line.origin, columns: 1, role: isFrugal ? .plain : .accent)
    }
    frame.put(
      item.label, at: line.position(column: item.isHeading ? 0 : 2), columns: row.label,
      role: item.isHeading
        ? .heading : item.reason != nil ? .muted : isSelected && isFrugal ? .selected : .plain)
    if isSelected, !isFrugal { frame.setGround(.selected, in: line) }
  }
}
