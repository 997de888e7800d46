package import Cells

/// What the letters after a prefix key do.
package struct LetterBox: Hashable, Sendable {
  package struct Item: Hashable, Sendable {
    package var letter: Character
    package var label: String
    /// Why it cannot be done now; nil when it can. It is muted and stays in its place.
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

  /// Draws the box at the bottom of a region, no higher than it needs to be.
  package func draw(into frame: inout Frame, in region: Region) {}
}
