package import Cells

/// What the letters after a prefix key do.
package struct LetterBox: Hashable, Sendable {
  package struct Item: Hashable, Sendable {
    package var letter: Character
    package var label: String
    /// Why it cannot be done now, for which it is muted; nil when it can.
    package var reason: String?

    package init(letter: Character, label: String, reason: String? = nil) {
      self.letter = letter
      self.label = label
      self.reason = reason
    }
  }

  package var title: String
  package var items: [Item]

  package init(title: String, items: [Item]) {
    self.title = title
    self.items = items
  }

  /// The place in `items` of what a key chooses; nil for another key.
  package func index(of key: Key) -> Int? {
    guard case .character(let letter) = key else { return nil }
    return items.firstIndex { $0.letter == letter }
  }

  /// Draws the box at the bottom of a region, no higher than it needs to be, with the hidden cursor
  /// on its first item, from where a screen reader reads.
  package func draw(into frame: inout Frame, in region: Region) {
    let labels = items.map { "\($0.letter)  \($0.label)" }
    let widest = labels.map { frame.width.columns(of: $0) }.max() ?? 0
    let titleColumns = frame.width.columns(of: title) + 2
    let grid = grid(itemColumns: widest + Self.gap, in: region)
    let columns = min(
      region.columns, max(grid.columns * (widest + Self.gap) - Self.gap, titleColumns) + 4)
    let rows = min(region.rows, grid.rows + 2)
    let inside = Panel(title: title).draw(
      into: &frame,
      in: Region(
        row: region.row + region.rows - rows, column: region.column, rows: rows, columns: columns))

    frame.cursor = inside.origin
    frame.showsCursor = false
    for (index, item) in items.enumerated() {
      let (column, row) = index.quotientAndRemainder(dividingBy: grid.rows)
      let start = column * (widest + Self.gap)
      guard row < inside.rows, start < inside.columns else { continue }
      let place = inside.position(row: row, column: start)
      frame.put(
        labels[index], at: place, columns: min(widest, inside.columns - start),
        role: item.reason == nil ? .plain : .muted)
      if item.reason == nil {
        frame.setRole(.accent, in: Region(origin: place, size: Size(rows: 1, columns: 1)))
      }
    }
  }

  private static let gap = 2
  /// A box of more rows hides the list that the letters are about.
  private static let calmRows = 7

  /// How the items are laid out, down and then across.
  private func grid(itemColumns: Int, in region: Region) -> (rows: Int, columns: Int) {
    let across = max(1, (region.columns - 4 + Self.gap) / itemColumns)
    let wantedRows = max(1, min(Self.calmRows, region.rows - 2))
    let columns = max(1, min(across, (items.count + wantedRows - 1) / wantedRows))
    return (max(1, (items.count + columns - 1) / columns), columns)
  }
}
