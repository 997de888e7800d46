package import Cells

/// A box with a line to type in and the items that match: for choices, the palette and help.
package struct PickerView: Hashable, Sendable {
  package struct Item: Hashable, Sendable {
    package var label: String
    /// Stands at the right: a number, the keys of a command.
    package var detail: String
    /// Why it cannot be taken now; nil when it can.
    package var reason: String?
    /// What it does, beside its label.
    package var about: String
    /// Stands in full below the items while it is selected.
    package var note: String
    /// A heading is shown among the items and cannot be selected.
    package var isHeading: Bool

    package init(
      label: String, detail: String = "", reason: String? = nil, about: String = "",
      note: String = "", isHeading: Bool = false
    ) {
      self.label = label
      self.detail = detail
      self.reason = reason
      self.about = about
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

  /// How much of the screen it takes.
  package enum Breadth: Hashable, Sendable {
    case narrow, wide
    /// All there is, with the items in two columns where there is room for them.
    case whole
  }

  package let title: String
  let breadth: Breadth
  private(set) var input: TextInput
  /// The items that match what is typed; giving new ones selects the first.
  package var items: [Item] {
    didSet {
      selection = ListSelection(count: items.count)
      select(0)
      wantedRows = max(wantedRows, items.count)
      hasNotes = hasNotes || items.contains { Self.hasNote($0, breadth) }
    }
  }
  private(set) var selection: ListSelection
  /// Shown when nothing matches.
  package var placeholder: String
  /// The rows for the most items it had: the box keeps its size while they are narrowed.
  private(set) var wantedRows: Int
  /// Whether the box has rows for the note of the selected item.
  private(set) var hasNotes = false
  /// Whether the last key moved the selection: the cursor is then there for a screen reader, and
  /// else where the input method composes.
  package private(set) var isBrowsing = false

  package init(
    title: String, items: [Item], typed: String = "", placeholder: String = "",
    breadth: Breadth = .narrow
  ) {
    self.title = title
    self.breadth = breadth
    self.items = items
    self.placeholder = placeholder
    input = TextInput(typed)
    selection = ListSelection(count: items.count)
    wantedRows = max(1, items.count)
    hasNotes = items.contains { Self.hasNote($0, breadth) }
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
      selection.move(step, visibleRows: listRows(in: region) * columnCount(in: region))
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
}
