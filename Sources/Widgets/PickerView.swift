package import Cells

/// A box with a line to type in and the items that match: for choices, the palette and help.
package struct PickerView: Hashable, Sendable {
  package struct Item: Hashable, Sendable {
    package var label: String
    /// Stands at the right: a number, the keys of a command.
    package var detail: String
    /// Why it cannot be taken now; nil when it can.
    package var reason: String?
    /// Stands in full below the items while it is selected.
    package var note: String
    /// A heading is shown among the items and cannot be selected.
    package var isHeading: Bool

    package init(
      label: String, detail: String = "", reason: String? = nil, note: String = "",
      isHeading: Bool = false
    ) {
      self.label = label
      self.detail = detail
      self.reason = reason
      self.note = note
      self.isHeading = isHeading
    }
  }

  /// What a key did.
  package enum Response: Hashable, Sendable {
    /// The key means nothing to the picker, as Escape does.
    case ignored
    case moved
    /// The typed text changed: the caller gives the items that match it.
    case filtered
    /// The item at an index was taken.
    case taken(Int)
    /// Enter on an item that cannot be taken; its reason is to be said.
    case refused(Int)
  }

  package let title: String
  private(set) var input: TextInput
  /// The items that match what is typed; giving new ones selects the first.
  package var items: [Item] {
    didSet {
      selection = ListSelection(count: items.count)
      select(0)
      wantedRows = max(wantedRows, items.count)
      hasNotes = hasNotes || items.contains { !$0.note.isEmpty }
    }
  }
  private(set) var selection: ListSelection
  /// Shown when nothing matches.
  package let placeholder: String
  /// The rows for the most items it had: the box keeps its size while they are narrowed.
  private var wantedRows: Int
  /// Whether the box has rows for the note of the selected item.
  private var hasNotes = false
  /// Whether the last key moved the selection: the cursor is then there for a screen reader, and
  /// else where the input method composes.
  package private(set) var isBrowsing = false

  package init(title: String, items: [Item], typed: String = "", placeholder: String = "") {
    self.title = title
    self.items = items
    self.placeholder = placeholder
    input = TextInput(typed)
    selection = ListSelection(count: items.count)
    wantedRows = max(1, items.count)
    hasNotes = items.contains { !$0.note.isEmpty }
    select(0)
  }

  /// What is typed so far.
  package var typed: String { input.text }

  /// The selected item; nil where nothing matches.
  package var selected: Int? {
    items.indices.contains(selection.index) && !items[selection.index].isHeading
      ? selection.index : nil
  }

  /// Selects an item; a heading gives way to the item after it.
  package mutating func select(_ index: Int) {
    selection.select(index)
    skipHeadings(forward: true)
  }

  /// Types, moves or takes; `region` is the same as is given to `draw`.
  package mutating func update(_ key: Key, in region: Region) -> Response {
    // Home and End belong to the text that is typed.
    if key != .home, key != .end, let step = ListSelection.Step(key) {
      selection.move(step, visibleRows: listRows(in: region))
      skipHeadings(forward: step == .down || step == .pageDown)
      isBrowsing = true
      return .moved
    }
    if key == .enter {
      guard let selected else { return .ignored }
      return items[selected].reason == nil ? .taken(selected) : .refused(selected)
    }
    let text = input.text
    guard input.update(key) else { return .ignored }
    isBrowsing = false
    return input.text == text ? .moved : .filtered
  }

  /// Adds a pasted text to what is typed.
  package mutating func paste(_ text: String) -> Response {
    input.paste(text)
    isBrowsing = false
    return .filtered
  }

  /// Goes on from a heading in one direction, or back where there is nothing further.
  private mutating func skipHeadings(forward: Bool) {
    let ahead = Array(items.indices.suffix(from: min(selection.index, items.count)))
    let behind = Array(items.indices.prefix(selection.index).reversed())
    let order = forward ? ahead + behind : [selection.index] + behind + ahead
    if let index = order.first(where: { items.indices.contains($0) && !items[$0].isHeading }) {
      selection.select(index)
    }
  }

  /// The rows of the box that are not items: two lines, what is typed, and a line below it.
  private static let chromeRows = 4

  /// A note has up to three rows where three items have theirs.
  private func noteRows(in region: Region) -> Int {
    hasNotes ? max(0, min(3, region.rows - Self.chromeRows - 3)) : 0
  }

  private func listRows(in region: Region) -> Int {
    max(0, min(wantedRows, region.rows - Self.chromeRows - noteRows(in: region)))
  }

  private func box(in region: Region) -> Region {
    let columns = min(region.columns, 72)
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

    let noteRows = noteRows(in: region)
    let visible = selection.visible(rows: inside.rows - 2 - noteRows)
    if let selected, noteRows > 0 {
      let lines = frame.width.wrap(items[selected].note, to: inside.columns - 2)
      for (index, line) in lines.prefix(noteRows).enumerated() {
        let row = inside.rows - noteRows + index
        frame.put(
          line, at: inside.position(row: row, column: 2), columns: inside.columns - 2, role: .muted)
      }
    }
    for index in visible {
      draw(index, into: &frame, in: inside.line(2 + index - visible.lowerBound))
    }
    if items.isEmpty, inside.rows > 2 {
      frame.put(
        placeholder, at: inside.position(row: 2, column: 2), columns: inside.columns - 2,
        role: .muted)
    }
    frame.put(">", at: inside.origin, columns: 1)
    input.draw(into: &frame, in: inside.line(0).inset(left: 2))
    if isBrowsing, let selected, visible.contains(selected) {
      frame.cursor = inside.position(row: 2 + selected - visible.lowerBound)
      frame.showsCursor = false
    }
  }

  private func draw(_ index: Int, into frame: inout Frame, in line: Region) {
    let item = items[index]
    let isSelected = index == selected
    let most = line.columns / 2
    let detailColumns = min(frame.width.columns(of: item.detail), most)
    frame.put(
      item.detail, at: line.position(column: line.columns - detailColumns), columns: detailColumns,
      role: .muted)
    // What gives it stands there too where it cannot be given: the reason is cut and not the key.
    let gap = detailColumns > 0 && item.reason != nil ? 2 : 0
    let reasonColumns = min(
      frame.width.columns(of: item.reason ?? ""), max(0, most - detailColumns - gap))
    let rightColumns = detailColumns + (reasonColumns > 0 ? reasonColumns + gap : 0)
    frame.put(
      item.reason ?? "", at: line.position(column: line.columns - rightColumns),
      columns: reasonColumns, role: .muted)
    if isSelected { frame.put(frame.chrome.selected, at: line.origin, columns: 1) }
    let indent = item.isHeading ? 0 : 2
    frame.put(
      item.label, at: line.position(column: indent),
      columns: line.columns - indent - (rightColumns > 0 ? rightColumns + 2 : 0),
      role: item.isHeading
        ? .heading : item.reason != nil ? .muted : isSelected ? .selected : .plain)
  }
}
