package import Casework
package import Widgets

/// A list of records and the place somebody has in it.
///
/// Only a window of the list is held. It grows at the end the person moves to, so that no key
/// costs more than a page, however long the list is.
package struct ListScreen: Hashable, Sendable {
  package let id: ScreenID
  package var query: ListQuery
  /// The records of the window; on Today those of all its rows.
  package private(set) var cards: [Card] = []
  /// The sections of Today; empty on every other screen.
  package private(set) var today = TodayList()
  package private(set) var hasMoreBefore = false
  package private(set) var hasMoreAfter = false
  /// How many records stand before the window; nil where nobody counted.
  package private(set) var offset: Int? = 0
  /// The selected row and the first shown, within the window; on Today headings count as rows.
  package var selection = ListSelection()
  package var count: ListCount?
  /// The marked records, also those that the list does not show any more.
  package internal(set) var marked: [RecordAddress: Card] = [:]
  /// Where a range of marks began, and what was marked before it.
  package internal(set) var range: MarkRange?
  package private(set) var isLoaded = false
  /// The picture that is shown in the place of the list.
  var picture: Picture?
  /// The record that is to be selected as soon as it is read.
  private(set) var wanted: RecordAddress?
  /// What was selected when somebody began to look for something.
  var beforeFilter: RecordAddress?
  /// Whether the next answer of Today is read from its top.
  private var goesToTop = false

  package init(_ id: ScreenID, for viewer: Viewer) {
    self.id = id
    query = id.query(for: viewer)
  }

  package var selected: Card? {
    if id == .today { return todayLine?.row?.card }
    return cards.indices.contains(selection.index) ? cards[selection.index] : nil
  }

  /// The line of Today that is selected.
  package var todayLine: TodayLine? {
    today.lines.indices.contains(selection.index) ? today.lines[selection.index] : nil
  }

  /// The position of the selected record in the whole list, from 1; nil where nobody counted.
  package var position: Int? {
    cards.isEmpty || id == .today ? nil : offset.map { $0 + selection.index + 1 }
  }

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
    case .after, .before: break
    case .first, .from, .last: replace(with: page, at: anchor)
    }
    for card in page.cards where marked[card.address] != nil { marked[card.address] = card }
  }

  private mutating func replace(with page: Page, at anchor: ListAnchor) {
    let kept = wanted ?? selected?.address
    hasMoreBefore = page.hasMoreBefore
    cards = page.cards
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

  /// Changes what Today holds, and keeps the place.
  mutating func takeToday(_ change: (inout TodayList) -> Void) {
    let kept = goesToTop ? nil : todayLine
    let wanted = wanted
    self.wanted = nil
    change(&today)
    isLoaded = true
    cards = today.cards
    selection.count = today.lines.count
    if goesToTop { selection = ListSelection(count: today.lines.count) }
    goesToTop = false
    let isWanted = { (line: TodayLine) in wanted != nil && line.row?.card?.address == wanted }
    let isKept = { (line: TodayLine) in kept?.isSame(as: line) ?? false }
    if let index = today.lines.firstIndex(where: isWanted) ?? today.lines.firstIndex(where: isKept)
    {
      selection.select(index)
    }
    skipHeading(up: false)
    for card in cards where marked[card.address] != nil { marked[card.address] = card }
  }

  /// Takes over the viewer's drafts where Today is read already and not searched.
  mutating func takeDrafts(_ drafts: [FormDraft]) {
    if isLoaded, query.search.isEmpty { takeToday { $0.take(drafts) } }
  }

  /// Lets the next answer select a record.
  mutating func want(_ address: RecordAddress?) { wanted = address }

  /// Whether the wanted record is there, or nowhere in the list; false where it was not wanted.
  mutating func endWanting() -> Bool {
    defer { wanted = nil }
    return wanted.map { address in !cards.contains { $0.address == address } } ?? false
  }

  /// Drops the row and the mark of a record that is gone; Today's rows come with their next answer.
  mutating func forget(_ address: RecordAddress) {
    marked[address] = nil
    guard id != .today, let index = cards.firstIndex(where: { $0.address == address }) else {
      return
    }
    cards.remove(at: index)
    selection.count = cards.count
    if selection.index > index { selection.select(selection.index - 1) }
  }

  /// Lets the next answer be read from the top.
  mutating func goToTop() { goesToTop = true }

  /// Moves the selection, past headings.
  mutating func move(_ step: ListSelection.Step, visibleRows: Int) {
    selection.move(step, visibleRows: visibleRows)
    guard id == .today else { return }
    let isUp = [.up, .halfPageUp, .pageUp, .first].contains(step)
    skipHeading(up: isUp)
    let index = selection.index
    guard isUp, index > 0, today.lines[index - 1].row == nil else { return }
    // The heading above is to be seen with its first row.
    selection.move(.up, visibleRows: visibleRows)
    selection.select(index)
  }

  private mutating func skipHeading(up: Bool) {
    guard let line = todayLine, line.row == nil else { return }
    selection.select(selection.index + (up && selection.index > 0 ? -1 : 1))
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
