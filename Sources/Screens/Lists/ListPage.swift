package import Casework
internal import Labels
package import Widgets

/// A list of records and the place somebody has in it.
///
/// Only a window of the list is held. It grows at the end the person moves to, so that no key
/// costs more than a page, however long the list is.
package struct ListPage: ListedPage {
  package let screen: ScreenID
  package var query: ListQuery
  /// The records of the window.
  package private(set) var cards: [Card] = []
  package private(set) var hasMoreBefore = false
  package private(set) var hasMoreAfter = false
  /// How many records stand before the window; nil where nobody counted.
  private(set) var offset: Int? = 0
  package var selection = ListSelection()
  package var count: ListCount? { counted?.query == query ? counted?.count : nil }
  private var counted: Counted?

  /// How many records a query found.
  private struct Counted: Hashable {
    let query: ListQuery
    let count: ListCount
  }
  package var marks = Marks()
  private(set) var isLoaded = false
  /// Counts how often other records were read in the place of all: so long as it is the same, the
  /// columns are as wide as they were.
  private(set) var readings = 0
  /// Whether there is no record of its kind at all, however it is narrowed.
  private(set) var holdsNothing = false
  /// The record that is to be selected as soon as it is read.
  private var wanted: RecordAddress?
  package var beforeFilter: RecordAddress?
  /// What was read of the views of its kind, until their records are counted.
  var views: [SavedList] = []

  /// Nil for Today, which is no list of one kind.
  init?(_ screen: ScreenID, for viewer: Viewer) {
    guard let query = screen.query(for: viewer) else { return nil }
    self.screen = screen
    self.query = query
  }

  package var selected: Card? {
    cards.indices.contains(selection.index) ? cards[selection.index] : nil
  }

  package var addedKind: RecordKind { query.kind }
  package var inReach: [Card] { cards }
  package var cardIndex: Int? { cards.isEmpty ? nil : selection.index }
  package func lists(_ kind: RecordKind) -> Bool { kind == query.kind }

  package func showsOwn(_ scene: Scene) -> Bool { query.filters.contains(where: scene.isMine) }
  package func goes(to change: Change) -> Bool { change.id == nil && lists(change.kind) }

  /// The position of the selected record in the whole list, from 1; nil where nobody counted.
  var position: Int? { cards.isEmpty ? nil : offset.map { $0 + selection.index + 1 } }

  // A deadline is opened in its case.
  package func target(of card: Card) -> RecordAddress {
    (card.isDeadline ? card.caseAddress : nil) ?? card.address
  }

  package mutating func open(_ scene: Scene) -> [Deed] {
    selected.map { [.ask(.detail(target(of: $0), for: .open))] } ?? []
  }

  // MARK: Asking

  /// From its first record on, as long as it was, so that the place in it is kept.
  package mutating func reload(_ anchor: ListAnchor, _ scene: Scene) -> [Effect] {
    var rows = scene.layout.listRows * 2
    if case .from = anchor { rows = max(rows, cards.count) }
    return [
      .read(.page(request(anchor, count: rows, scene)), for: id), .read(.count(query), for: id),
    ]
  }

  /// The page that the selection is about to reach, if it is not there yet.
  package mutating func grow(_ scene: Scene) -> [Effect] {
    let rows = scene.layout.listRows
    guard let anchor = missingAnchor(rows: rows) else { return [] }
    return [.read(.page(request(anchor, count: rows * 2, scene)), for: id)]
  }

  private func missingAnchor(rows: Int) -> ListAnchor? {
    let isShort = isLoaded && cards.count < rows
    if hasMoreAfter, isShort || selection.index + rows >= cards.count, let last = cards.last {
      return .after(last.address.id)
    }
    if hasMoreBefore, selection.index < rows, let first = cards.first {
      return .before(first.address.id)
    }
    return nil
  }

  private func request(_ anchor: ListAnchor, count: Int, _ scene: Scene) -> PageRequest {
    PageRequest(
      query: query, anchor: anchor, count: count,
      fields: ListColumns.read(for: query.kind, viewer: scene.viewer))
  }

  package func restInReach(_ scene: Scene) -> [Effect] {
    guard hasMoreBefore || hasMoreAfter else { return [] }
    return [.read(.all(request(.first, count: Self.mostMarked, scene)), for: id)]
  }

  package mutating func move(_ step: ListSelection.Step, _ scene: Scene) -> [Deed] {
    switch step {
    case .first where hasMoreBefore: return reload(.first, scene).map(Deed.ask)
    case .last where hasMoreAfter: return reload(.last, scene).map(Deed.ask)
    default: break
    }
    selection.move(step, visibleRows: scene.layout.listRows)
    extendRange()
    return grow(scene).map(Deed.ask) + [.lookBeside]
  }

  // MARK: Taking

  package mutating func take(_ answer: PageAnswer, _ scene: Scene) -> [Deed] {
    switch answer {
    case .page(let request, let page) where request.query == query:
      receive(page, from: request.anchor)
      let again = showMade(scene)
      guard again.isEmpty else {
        return again.map(Deed.ask) + [.sayToo(scene.words("desk.filterLeft"))]
      }
      if cards.isEmpty, let everything { return [.ask(.read(.count(everything), for: id))] }
      holdsNothing = false
      return grow(scene).map(Deed.ask) + [.lookBeside]
    case .count(let asked, let count) where asked == everything:
      holdsNothing = count.value == 0
    case .count(let asked, let count):
      if asked == query { counted = Counted(query: asked, count: count) }
    case .all(let request, let page) where request.query == query: return mark(page, scene)
    case .page(let request, let page) where request.query == .views(of: query.kind):
      return take(views: page, scene)
    case .counts(_, let counts): return take(counts: counts, scene)
    default: break
    }
    return []
  }

  private mutating func receive(_ page: Page, from anchor: ListAnchor) {
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
    marks.refresh(page.cards)
  }

  private mutating func replace(with page: Page, at anchor: ListAnchor) {
    let kept = wanted ?? selected?.address
    readings += 1
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

  /// Known only where the window reaches the end and all records are counted.
  private var offsetFromEnd: Int? {
    guard let count, count.isExact, !hasMoreAfter else { return nil }
    return max(0, count.value - cards.count)
  }

  /// Leaves the filters that hide what was just made here.
  private mutating func showMade(_ scene: Scene) -> [Effect] {
    let isMissing = wanted.map { address in !cards.contains { $0.address == address } } ?? false
    wanted = nil
    guard let made = scene.made, isMissing, lists(made.kind),
      !query.filters.isEmpty || query.isSearching
    else { return [] }
    query.filters = []
    query = scene.searched(query, "")
    return reload(selecting: made, scene)
  }

  /// Its kind without anything that narrows it; nil where nothing does.
  private var everything: ListQuery? {
    query.isSearching || !query.filters.isEmpty ? ListQuery(query.kind) : nil
  }

  package mutating func want(_ address: RecordAddress?) { wanted = address }

  package mutating func forget(_ address: RecordAddress) {
    marks.forget(address)
    guard let index = cards.firstIndex(where: { $0.address == address }) else { return }
    cards.remove(at: index)
    selection.count = cards.count
    if selection.index > index { selection.select(selection.index - 1) }
  }
}
