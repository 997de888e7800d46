package import Casework
package import Widgets

/// A list of records and the place somebody has in it.
///
/// Only a window of the list is held. It grows at the end the person moves to, so that no key
/// costs more than a page, however long the list is.
package struct ListScreen: Hashable, Sendable {
  package let id: ScreenID
  package var query: ListQuery
  /// The records of the window, after those pinned above the list where it is at its top.
  package private(set) var cards: [Card] = []
  /// What stands above the list whatever its order: on Today the legal deadlines.
  package private(set) var pinned: [Card] = []
  package private(set) var hasMoreBefore = false
  package private(set) var hasMoreAfter = false
  /// How many records stand before the window; nil where nobody counted.
  package private(set) var offset: Int? = 0
  /// The selected row and the first shown, within the window.
  package var selection = ListSelection()
  package var count: ListCount?
  /// The marked records, also those that the list does not show any more.
  package internal(set) var marked: [RecordAddress: Card] = [:]
  /// Where a range of marks began, and what was marked before it.
  package internal(set) var range: MarkRange?
  package private(set) var isLoaded = false

  package init(_ id: ScreenID, for viewer: Viewer) {
    self.id = id
    query = id.query(for: viewer)
  }

  package var selected: Card? {
    cards.indices.contains(selection.index) ? cards[selection.index] : nil
  }

  /// The position of the selected record in the whole list, from 1; nil where nobody counted.
  package var position: Int? {
    cards.isEmpty ? nil : offset.map { $0 + selection.index + 1 + pinnedAbove }
  }

  /// The pinned records that are not in the window, since it does not begin at the top.
  private var pinnedAbove: Int { hasMoreBefore ? pinned.count : 0 }

  /// The first record of the window that is no pinned one.
  package var firstListed: Card? { cards.dropFirst(hasMoreBefore ? 0 : pinned.count).first }

  /// Takes over a page; `rows` is how many of them are seen at once.
  mutating func receive(_ page: Page, from anchor: ListAnchor) {
    isLoaded = true
    switch anchor {
    case .after(let id) where id == cards.last?.address.id:
      cards += page.cards
      hasMoreAfter = page.hasMoreAfter
      selection.count = cards.count
    case .before(let id) where id == cards.first?.address.id:
      cards.insert(contentsOf: page.cards, at: 0)
      hasMoreBefore = page.hasMoreBefore
      offset = hasMoreBefore ? offset.map { max(0, $0 - page.cards.count) } : 0
      selection.shift(by: page.cards.count)
      if !hasMoreBefore {
        cards.insert(contentsOf: pinned, at: 0)
        selection.shift(by: pinned.count)
      }
    case .after, .before: break
    case .first, .from, .last: replace(with: page, at: anchor)
    }
    for card in page.cards where marked[card.address] != nil { marked[card.address] = card }
  }

  private mutating func replace(with page: Page, at anchor: ListAnchor) {
    let kept = selected?.address
    hasMoreBefore = page.hasMoreBefore
    cards = (hasMoreBefore ? [] : pinned) + page.cards
    hasMoreAfter = page.hasMoreAfter
    offset = hasMoreBefore ? offsetFromEnd : 0
    selection.count = cards.count
    if anchor == .last {
      selection.select(cards.count - 1)
    } else if case .from(let id) = anchor,
      let index = cards.firstIndex(where: { $0.address == kept ?? RecordAddress(query.kind, id) })
    {
      selection.select(index)
    } else if anchor == .first {
      selection.select(0)
    }
  }

  /// Takes over what stands above the list, and keeps the place.
  mutating func pin(_ newer: [Card]) {
    let kept = selected?.address
    if !hasMoreBefore { cards.replaceSubrange(0..<pinned.count, with: newer) }
    pinned = newer
    selection.count = cards.count
    if let index = cards.firstIndex(where: { $0.address == kept }) { selection.select(index) }
  }

  /// Known only where the window reaches the end and all records are counted.
  private var offsetFromEnd: Int? {
    guard let count, count.isExact, !hasMoreAfter else { return nil }
    return max(0, count.value - cards.count)
  }

  /// The anchor of the page that a selection near the window's edge needs next.
  func missingAnchor(rows: Int) -> ListAnchor? {
    if hasMoreAfter, selection.index + rows >= cards.count, let last = cards.last {
      return .after(last.address.id)
    }
    if hasMoreBefore, selection.index < rows, let first = cards.first {
      return .before(first.address.id)
    }
    return nil
  }

  /// Selects the first or the last record of the window.
  mutating func selectEdge(last: Bool) { selection.select(last ? cards.count - 1 : 0) }
}
