package import Cells

/// What the letters after a prefix key do.
package struct LetterBox: Hashable, Sendable {
  package struct Item: Hashable, Sendable {
    /// What is pressed: a letter, or the name of another key.
    package var keys: String
    package var label: String
    /// Why it cannot be done now, for which it is muted; nil when it can.
    package var reason: String?

    package init(keys: String, label: String, reason: String? = nil) {
      self.keys = keys
      self.label = label
      self.reason = reason
    }

    package init(letter: Character, label: String, reason: String? = nil) {
      self.init(keys: String(letter), label: label, reason: reason)
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
    return items.firstIndex { $0.keys == String(letter) }
  }

  /// Draws the box at the bottom of a region, no higher than it needs to be: the items, and under
  /// them why some of them cannot be chosen.
  ///
  /// The hidden cursor is on the first item, from where a screen reader reads.
  package func draw(into frame: inout Frame, in region: Region) {
    let width = frame.width
    let columnsOf = { (text: String) in width.columns(of: text) }
    let keyColumns = items.map { columnsOf($0.keys) }.max() ?? 1
    let labels = items.map { frame.width.pad($0.keys, to: keyColumns) + "  " + $0.label }
    let widest = labels.map(columnsOf).max() ?? 0
    let notes = self.notes
    let noteColumns = notes.map { columnsOf($0) }.max() ?? 0
    let titleColumns = columnsOf(title) + 2
    let grid = grid(itemColumns: widest + Self.gap, below: notes.count, in: region)
    let columns = min(
      region.columns,
      max(grid.columns * (widest + Self.gap) - Self.gap, titleColumns, noteColumns) + 4)
    let rows = min(region.rows, grid.rows + notes.count + 2)
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
        let size = Size(rows: 1, columns: columnsOf(item.keys))
        frame.setRole(.accent, in: Region(origin: place, size: size))
      }
    }
    for (row, note) in notes.enumerated() where grid.rows + row < inside.rows {
      frame.put(
        note, at: inside.position(row: grid.rows + row), columns: inside.columns, role: .muted)
    }
  }

  /// Each reason once, after the keys that it stands against where these are not all.
  private var notes: [String] {
    var keys: [(reason: String, keys: [String])] = []
    for item in items {
      guard let reason = item.reason else { continue }
      if let index = keys.firstIndex(where: { $0.reason == reason }) {
        keys[index].keys.append(item.keys)
      } else {
        keys.append((reason, [item.keys]))
      }
    }
    return keys.map { reason, keys in
      keys.count == items.count ? reason : "\(keys.joined(separator: " ")): \(reason)"
    }
  }

  static let gap = 2
  /// A box of more rows hides the list that the letters are about.
  private static let calmRows = 7

  /// How the items are laid out, down and then across.
  private func grid(
    itemColumns: Int, below notes: Int, in region: Region
  ) -> (rows: Int, columns: Int) {
    let across = max(1, (region.columns - 4 + Self.gap) / itemColumns)
    let wantedRows = max(1, min(Self.calmRows, region.rows - 2 - notes))
    let columns = max(1, min(across, (items.count + wantedRows - 1) / wantedRows))
    return (max(1, (items.count + columns - 1) / columns), columns)
  }
}
