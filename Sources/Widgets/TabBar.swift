package import Cells

/// The row of screens, with the one shown set off, and what presses and who is at the desk at the right.
package struct TabBar: Hashable, Sendable {
  package struct Tab: Hashable, Sendable {
    /// The key that opens it, such as `2`.
    package var key: String
    package var label: String

    package init(key: String, label: String) {
      self.key = key
      self.label = label
    }
  }

  /// A text at the right.
  package struct Piece: Hashable, Sendable {
    package var text: String
    package var role: Role

    package init(_ text: String, _ role: Role = .muted) {
      self.text = text
      self.role = role
    }
  }

  package var tabs: [Tab]
  /// Which tab is shown; nil when none of them is.
  package var active: Int?
  /// Two blanks stand between them.
  package var trailing: [Piece]

  package init(tabs: [Tab], active: Int?, trailing: [Piece] = []) {
    self.tabs = tabs
    self.active = active
    self.trailing = trailing
  }

  /// How many columns it takes with all its labels.
  package func columns(_ width: CellWidth) -> Int {
    let tabs = tabs.reduce(0) { $0 + width.columns(of: $1.key + $1.label) + 1 }
    // The edges, and the brackets around the active one where there are no colours.
    return tabs + 3 + (trailing.isEmpty ? 0 : columnsOfTrailing(width) + 1)
  }

  private func columnsOfTrailing(_ width: CellWidth) -> Int {
    trailing.reduce(0) { $0 + width.columns(of: $1.text) } + 2 * max(0, trailing.count - 1)
  }

  /// Draws the first row of a region; where there is no room, the labels go from the right, then
  /// the trailing texts.
  package func draw(into frame: inout Frame, in region: Region) {
    guard region.rows > 0 else { return }
    defer { frame.setGround(.bar, in: region.line(0)) }
    let line = region.line(0).inset(left: 1, right: 1)
    let right = columnsOfTrailing(frame.width)
    guard right > 0, let labelled = labelledTabs(line.columns - right - 2, frame) else {
      return draw(labelledTabs(line.columns, frame) ?? 0, into: &frame, in: line)
    }
    draw(labelled, into: &frame, in: line)
    var column = line.columns - right
    for piece in trailing {
      column += frame.put(piece.text, at: line.position(column: column), role: piece.role) + 2
    }
  }

  private func draw(_ labelled: Int, into frame: inout Frame, in line: Region) {
    var column = 0
    for index in tabs.indices {
      let isActive = index == active
      for (text, role) in pieces(of: index, labelled, frame) where !text.isEmpty {
        column += frame.put(
          text, at: line.position(column: column), columns: line.columns - column,
          role: isActive && role != .accent ? .heading : role)
      }
      column += 1
    }
  }

  /// The most tabs, from the left, that can keep their labels; nil where none can.
  private func labelledTabs(_ room: Int, _ frame: Frame) -> Int? {
    (0...tabs.count).last { labelled in
      let columns = tabs.indices.map { index in
        pieces(of: index, labelled, frame).reduce(0) { $0 + frame.width.columns(of: $1.0) }
      }
      return columns.reduce(0, +) + max(0, tabs.count - 1) <= room
    }
  }

  /// Key and label; the active one in brackets where no colour sets it off.
  private func pieces(of index: Int, _ labelled: Int, _ frame: Frame) -> [(String, Role)] {
    let tab = tabs[index]
    guard index == active else {
      return [(tab.key, .muted), (index < labelled ? tab.label : "", .muted)]
    }
    let isBare = !frame.appearance.palette.tellsUrgency
    return [
      (isBare ? "[" : "", .heading), (tab.key, .accent), (tab.label, .heading),
      (isBare ? "]" : "", .heading),
    ]
  }
}
