import Casework
import Widgets

/// A range of marks that goes on while the person moves.
package struct MarkRange: Hashable, Sendable {
  let start: RecordAddress
  let before: [RecordAddress: Card]
}

/// The marks of a list: what a verb is given for in the place of the row.
extension ListScreen {
  mutating func toggleMark() {
    range = nil
    guard let selected else { return }
    if marked.removeValue(forKey: selected.address) == nil {
      marked[selected.address] = selected
    }
  }

  mutating func mark(_ cards: [Card]) {
    for card in cards { marked[card.address] = card }
  }

  mutating func clearMarks() {
    marked = [:]
    range = nil
  }

  /// Begins a range at the row, or ends it and keeps its marks.
  mutating func toggleRange() {
    guard range == nil, let selected else {
      range = nil
      return
    }
    range = MarkRange(start: selected.address, before: marked)
    extendRange()
  }

  /// Takes back the range alone.
  mutating func cancelRange() {
    marked = range?.before ?? marked
    range = nil
  }

  /// Marks every row from the start of the range to the selected one.
  mutating func extendRange() {
    guard let range, let start = cards.firstIndex(where: { $0.address == range.start }) else {
      return
    }
    marked = range.before
    let end = selection.index
    mark(Array(cards[min(start, end)...max(start, end)]))
  }
}
