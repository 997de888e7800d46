package import Cells

/// Which row of a list is selected and which stands at the top of the screen.
package struct ListSelection: Hashable, Sendable {
  /// A move that a person asks for.
  package enum Step: Hashable, Sendable {
    case up, down, halfPageUp, halfPageDown, pageUp, pageDown, first, last

    /// The step of a key that means the same in every list.
    package init?(_ key: Key) {
      switch key {
      case .up, .control("p"): self = .up
      case .down, .control("n"): self = .down
      case .pageUp: self = .pageUp
      case .pageDown: self = .pageDown
      case .home: self = .first
      case .end: self = .last
      default: return nil
      }
    }
  }

  /// How many rows the list has.
  package var count: Int { didSet { select(index) } }
  /// The selected row from 0; 0 in an empty list.
  package private(set) var index = 0
  private var top = 0

  package init(count: Int = 0, index: Int = 0) {
    self.count = max(0, count)
    select(index)
  }

  /// Selects a row, or the nearest there is.
  package mutating func select(_ index: Int) {
    self.index = max(0, min(index, count - 1))
  }

  /// Moves the selection in a view of so many rows, which follows it.
  package mutating func move(_ step: Step, visibleRows: Int) {}

  /// The rows to show in a view of so many rows; the selected one is always among them.
  package func visible(rows: Int) -> Range<Int> { 0..<0 }
}
