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
  /// What the items are an answer to, in whole sentences above them; empty where the title says it.
  package var lead: String
  package var items: [Item]

  package init(title: String, lead: String = "", items: [Item]) {
    self.title = title
    self.lead = lead
    self.items = items
  }

  /// The place in `items` of what a key chooses; nil for another key.
  package func index(of key: Key) -> Int? {
    guard case .character(let letter) = key else { return nil }
    return items.firstIndex { $0.keys == String(letter) }
  }

  /// Draws the box at the bottom of a region, no higher than it needs to be: what it is about, the
  /// items, and under them why some of them cannot be chosen.
  ///
  /// The hidden cursor is on the first item, from where a screen reader reads.
  package func draw(into frame: inout Frame, in region: Region) {
    let text = LetterBoxText(self, in: region, frame.width)
    let inside = Panel(title: title).draw(
      into: &frame,
      in: Region(
        row: region.row + region.rows - text.rows, column: region.column, rows: text.rows,
        columns: text.columns))
    for (row, line) in text.lead.prefix(inside.rows).enumerated() {
      frame.put(line, at: inside.position(row: row), columns: inside.columns, role: .warning)
    }
    let below = inside.inset(top: text.lead.count)
    frame.cursor = below.origin
    frame.showsCursor = false
    for (item, place) in zip(items, text.places) {
      for (row, line) in place.lines.enumerated() where place.row + row < below.rows {
        frame.put(
          line, at: below.position(row: place.row + row, column: place.column),
          columns: max(0, min(text.widest, below.columns - place.column)),
          role: item.reason == nil ? .plain : .muted)
      }
      guard item.reason == nil, place.row < below.rows, place.column < below.columns else {
        continue
      }
      let size = Size(rows: 1, columns: frame.width.columns(of: item.keys))
      frame.setRole(
        .accent,
        in: Region(origin: below.position(row: place.row, column: place.column), size: size))
    }
    for (row, note) in text.notes.enumerated() where text.itemRows + row < below.rows {
      frame.put(
        note, at: below.position(row: text.itemRows + row), columns: below.columns, role: .muted)
    }
  }

  /// Each reason once, after the keys that it stands against where these are not all.
  package var notes: [String] {
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
}
