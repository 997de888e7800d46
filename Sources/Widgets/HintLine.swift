package import Cells

/// The keys that can be pressed now, on one row.
package struct HintLine: Hashable, Sendable {
  package struct Item: Hashable, Sendable {
    package var keys: String
    package var label: String
    /// 1 stays longest; the highest number goes first where there is no room.
    package var importance: Int

    package init(keys: String, label: String, importance: Int = 1) {
      self.keys = keys
      self.label = label
      self.importance = importance
    }
  }

  /// What stands before all keys, set off; empty where there is nothing to say.
  package var state: String
  package var items: [Item]
  /// Stand at the right; the first of them (help) is there at any width.
  package var trailing: [Item]

  package init(state: String = "", items: [Item], trailing: [Item]) {
    self.state = state
    self.items = items
    self.trailing = trailing
  }

  /// Draws the items that fit whole in the first row of a region.
  package func draw(into frame: inout Frame, in region: Region) {
    guard region.rows > 0 else { return }
    defer { frame.setGround(.bar, in: region.line(0)) }
    var line = region.line(0).inset(left: 1, right: 1)
    if !state.isEmpty {
      let used = frame.put(" \(state) ", at: line.origin, columns: line.columns, role: .selected)
      line = line.inset(left: min(line.columns, used + 1))
    }
    let shown = fitting(line.columns, frame.width)
    let isLoose = shown.neededColumns(frame.width, isLoose: true) <= line.columns
    draw(shown.items, isLoose: isLoose, into: &frame, in: line)
    let right = columns(of: shown.trailing, frame.width, isLoose)
    draw(
      shown.trailing, isLoose: isLoose, into: &frame,
      in: line.inset(left: max(0, line.columns - right)))
  }

  private func draw(
    _ items: [Item], isLoose: Bool, into frame: inout Frame, in line: Region
  ) {
    var column = 0
    for item in items {
      let keys = frame.put(
        item.keys, at: line.position(column: column), columns: line.columns - column, role: .accent)
      frame.put(
        item.separator(isLoose) + item.label, at: line.position(column: column + keys),
        columns: line.columns - column - keys)
      column += item.columns(frame.width, isLoose) + item.gap(isLoose)
    }
  }

  /// What is left when the least important go until the rest has room; help stays.
  private func fitting(_ columns: Int, _ width: CellWidth) -> HintLine {
    var shown = self
    while shown.neededColumns(width, isLoose: false) > columns {
      let inner = shown.items.map(\.importance).max() ?? 0
      let outer = shown.trailing.dropFirst().map(\.importance).max() ?? 0
      if inner >= outer, let index = shown.items.lastIndex(where: { $0.importance == inner }) {
        shown.items.remove(at: index)
      } else if let index = shown.trailing.lastIndex(where: { $0.importance == outer }), index > 0 {
        shown.trailing.remove(at: index)
      } else {
        break
      }
    }
    return shown
  }

  private func neededColumns(_ width: CellWidth, isLoose: Bool) -> Int {
    let between = items.isEmpty || trailing.isEmpty ? 0 : 2
    return columns(of: items, width, isLoose) + between + columns(of: trailing, width, isLoose)
  }

  private func columns(of items: [Item], _ width: CellWidth, _ isLoose: Bool) -> Int {
    items.reduce(0) { $0 + $1.columns(width, isLoose) + $1.gap(isLoose) }
      - (items.last?.gap(isLoose) ?? 0)
  }
}

extension HintLine.Item {
  /// A Latin label needs a blank to stand apart from its key; a Japanese one has it where there is room.
  fileprivate func separator(_ isLoose: Bool) -> String {
    isLoose || label.first?.isASCII == true ? " " : ""
  }

  fileprivate func gap(_ isLoose: Bool) -> Int { separator(isLoose).isEmpty ? 1 : 2 }

  fileprivate func columns(_ width: CellWidth, _ isLoose: Bool) -> Int {
    width.columns(of: keys + separator(isLoose) + label)
  }
}
