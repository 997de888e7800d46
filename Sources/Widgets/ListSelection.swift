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
  package var count: Int {
    didSet {
      count = max(0, count)
      select(index)
    }
  }
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

  /// Selects a row with what follows on it in sight, up to a row, as far as there is room.
  package mutating func select(_ index: Int, showingTo end: Int, visibleRows: Int) {
    select(min(max(end, index), index + max(1, visibleRows) - 1))
    top = visible(rows: visibleRows).lowerBound
    select(index)
    top = visible(rows: visibleRows).lowerBound
  }

  /// Follows its row when rows are put in before it.
  package mutating func shift(by rows: Int) {
    count += rows
    index += rows
    top += rows
  }

  /// Moves the selection in a view of so many rows, which follows it.
  package mutating func move(_ step: Step, visibleRows: Int) {
    top = visible(rows: visibleRows).lowerBound
    let page = max(1, visibleRows)
    let half = max(1, visibleRows / 2)
    switch step {
    case .up: select(index - 1)
    case .down: select(index + 1)
    case .halfPageUp: select(index - half)
    case .halfPageDown: select(index + half)
    case .pageUp: select(index - page)
    case .pageDown: select(index + page)
    case .first: select(0)
    case .last: select(count - 1)
    }
    top = visible(rows: visibleRows).lowerBound
  }

  /// The rows to show in a view of so many rows; the selected one is always among them.
  package func visible(rows: Int) -> Range<Int> {
    guard rows > 0 else { return index..<index }
    let following = max(min(top, index), index - rows + 1)
    let start = max(0, min(following, count - rows))
    return start..<max(start, min(count, start + rows))
  }
}
