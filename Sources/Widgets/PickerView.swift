package import Cells

/// A box with a line to type in and the items that match: for choices, the palette and help.
package struct PickerView: Hashable, Sendable {
  package struct Item: Hashable, Sendable {
    package var label: String
    /// Stands at the right: a number, the keys of a command.
    package var detail: String
    /// Why it cannot be taken now; nil when it can.
    package var reason: String?
    /// A heading is shown among the items and cannot be selected.
    package var isHeading: Bool

    package init(
      label: String, detail: String = "", reason: String? = nil, isHeading: Bool = false
    ) {
      self.label = label
      self.detail = detail
      self.reason = reason
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
  package private(set) var input: TextInput
  /// The items that match what is typed; giving new ones selects the first.
  package var items: [Item] { didSet { selection = ListSelection(count: items.count) } }
  package private(set) var selection: ListSelection
  /// Shown when nothing matches.
  package let placeholder: String

  package init(title: String, items: [Item], typed: String = "", placeholder: String = "") {
    self.title = title
    self.items = items
    self.placeholder = placeholder
    input = TextInput(typed)
    selection = ListSelection(count: items.count)
  }

  /// What is typed so far.
  package var typed: String { input.text }

  /// Selects an item; a heading gives way to the item after it.
  package mutating func select(_ index: Int) {}

  /// Types, moves or takes.
  ///
  /// - Parameter region: The same as is given to `draw`.
  package mutating func update(_ key: Key, in region: Region) -> Response { .ignored }

  /// Adds a pasted text to what is typed.
  package mutating func paste(_ text: String) -> Response { .ignored }

  /// Draws the box at the top of a region, with the cursor where the text is typed.
  package func draw(into frame: inout Frame, in region: Region) {}
}
