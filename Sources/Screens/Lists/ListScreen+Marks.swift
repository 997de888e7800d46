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
    guard let range, let start = cards.firstIndex(where: { $0.address == range.start }),
      let end = cardIndex
    else { return }
    marked = range.before
    mark(Array(cards[min(start, end)...max(start, end)]))
  }

  /// Where among the records the selected one stands.
  private var cardIndex: Int? {
    guard id == .today else { return cards.isEmpty ? nil : selection.index }
    let above = today.lines.prefix(selection.index + 1).count { $0.row?.card != nil }
    return above > 0 ? above - 1 : nil
  }

  /// What is marked with one key: every record of the list, on Today those of the section.
  var inReach: [Card] {
    guard id == .today, let section = todayLine?.section else { return cards }
    return today.lines.filter { $0.section == section }.compactMap { $0.row?.card }
  }
}
