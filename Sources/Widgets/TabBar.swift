package import Cells

/// The row of screens, with the one shown in brackets and who is at the desk at the right.
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

  package var tabs: [Tab]
  /// Which tab is shown; nil when none of them is.
  package var active: Int?
  package var trailing: String

  package init(tabs: [Tab], active: Int?, trailing: String = "") {
    self.tabs = tabs
    self.active = active
    self.trailing = trailing
  }

  /// Draws the first row of a region; where there is no room, the labels go from the right, then
  /// the trailing text.
  package func draw(into frame: inout Frame, in region: Region) {
    guard region.rows > 0 else { return }
    defer { frame.setGround(.bar, in: region.line(0)) }
    let line = region.line(0).inset(left: 1, right: 1)
    let right = frame.width.columns(of: trailing)
    var labelled = labelledTabs(line.columns - right - 2, frame.width)
    if let labelled, right > 0 {
      draw(labelled, into: &frame, in: line)
      frame.put(
        trailing, at: line.position(column: line.columns - right), columns: right, role: .muted)
      return
    }
    labelled = labelledTabs(line.columns, frame.width)
    draw(labelled ?? 0, into: &frame, in: line)
  }

  private func draw(_ labelled: Int, into frame: inout Frame, in line: Region) {
    var column = 0
    for index in tabs.indices {
      column += frame.put(
        text(of: index, labelled), at: line.position(column: column),
        columns: line.columns - column, role: index == active ? .accent : .plain)
      column += 1
    }
  }

  /// The most tabs, from the left, that can keep their labels; nil where none can.
  private func labelledTabs(_ room: Int, _ width: CellWidth) -> Int? {
    (0...tabs.count).last { labelled in
      let columns = tabs.indices.map { width.columns(of: text(of: $0, labelled)) }
      return columns.reduce(0, +) + max(0, tabs.count - 1) <= room
    }
  }

  private func text(of index: Int, _ labelled: Int) -> String {
    let tab = tabs[index]
    if index == active { return "[\(tab.key)\(tab.label)]" }
    return index < labelled ? tab.key + tab.label : tab.key
  }
}
