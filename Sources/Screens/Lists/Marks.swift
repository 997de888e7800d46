internal import Casework

/// The marks of a list: what a verb is given for in the place of the row.
package struct Marks: Hashable, Sendable {
  /// A range of marks that goes on while the person moves.
  package struct Range: Hashable, Sendable {
    let start: RecordAddress
    /// What was marked before it.
    let before: [RecordAddress: Card]
  }

  /// Also those that the list does not show any more.
  private(set) var marked: [RecordAddress: Card] = [:]
  private(set) var range: Range?

  mutating func toggle(_ card: Card) {
    range = nil
    if marked.removeValue(forKey: card.address) == nil { marked[card.address] = card }
  }

  mutating func mark(_ cards: [Card]) {
    for card in cards { marked[card.address] = card }
  }

  /// Takes over newer values of what is marked.
  mutating func refresh(_ cards: [Card]) { mark(cards.filter { marked[$0.address] != nil }) }

  mutating func forget(_ address: RecordAddress) { marked[address] = nil }

  mutating func clear() {
    marked = [:]
    range = nil
  }

  mutating func begin(at address: RecordAddress) {
    range = Range(start: address, before: marked)
  }

  /// Ends the range and keeps its marks.
  mutating func end() { range = nil }

  /// Takes back the range alone.
  mutating func cancelRange() {
    marked = range?.before ?? marked
    range = nil
  }

  /// Marks every row from the start of the range to this one.
  mutating func extend(to index: Int, among cards: [Card]) {
    guard let range, let start = cards.firstIndex(where: { $0.address == range.start }) else {
      return
    }
    marked = range.before
    mark(Array(cards[min(start, index)...max(start, index)]))
  }
}
