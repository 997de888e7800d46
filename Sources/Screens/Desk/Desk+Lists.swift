import Casework
import Labels
import Widgets

/// What the lists ask for and how their answers are taken in.
extension Desk {
  mutating func show(_ screen: ScreenID) -> [Effect] {
    self.screen = screen
    details = []
    preview = nil
    pressed = []
    isShowingPerson = false
    let anchor = list.cards.first.map { ListAnchor.from($0.address.id) }
    return reload(anchor ?? .first)
  }

  /// Asks for the window again: from its first record on, as long as it was, so that the place in
  /// it is kept.
  mutating func reload(_ anchor: ListAnchor) -> [Effect] {
    lists[screen] = list
    if isToday {
      if anchor == .first { list.goToTop() }
      return [todayRequest]
    }
    var rows = layout.listRows * 2
    if case .from = anchor { rows = max(rows, list.cards.count) }
    return [.page(request(anchor, count: rows)), .count(list.query)] + pictureRequests()
  }

  /// Reads the list again with a record selected, where it is in it; else from its top.
  mutating func reload(selecting address: RecordAddress?) -> [Effect] {
    guard let address, address.kind == list.id.kind || isToday else { return reload(.first) }
    list.want(address)
    return reload(.from(address.id))
  }

  /// Goes to what was just made in the list that somebody stands in, also where it was narrowed to
  /// others.
  mutating func reload(showing made: RecordAddress) -> [Effect] {
    list.picture == nil ? reload(selecting: made) : reload(.first)
  }

  /// Leaves the filters of a list that hide what was just made in it.
  mutating func showMade() -> [Effect] {
    let isMissing = list.endWanting()
    guard let made, isMissing, made.kind == list.id.kind,
      !list.query.filters.isEmpty || !list.query.search.isEmpty
    else { return [] }
    list.query.filters = []
    list.query = searched(list.query, "")
    return reload(selecting: made)
  }

  /// The page that the selection is about to reach, if it is not there yet.
  func loadMissing() -> [Effect] {
    if isToday { return growingToday }
    let rows = layout.listRows
    if list.isLoaded, list.cards.count < rows, list.hasMoreAfter, let last = list.cards.last {
      return [.page(request(.after(last.address.id), count: rows * 2))]
    }
    return list.missingAnchor(rows: rows).map { [.page(request($0, count: rows * 2))] } ?? []
  }

  private func request(_ anchor: ListAnchor, count: Int) -> PageRequest {
    PageRequest(
      query: list.query, anchor: anchor, count: count,
      fields: ListColumns.read(for: list.id.kind, viewer: surroundings.viewer))
  }

  mutating func move(_ step: ListSelection.Step) -> [Effect] {
    if !details.isEmpty {
      moveInDetail(step)
      return []
    }
    if picture != nil { return movePicture(step) }
    switch step {
    case _ where isToday:
      list.move(step, visibleRows: layout.listRows)
      list.extendRange()
      return loadMissing() + refreshPreview()
    case .first where list.hasMoreBefore: return reload(.first)
    case .last where list.hasMoreAfter: return reload(.last)
    default:
      list.selection.move(step, visibleRows: layout.listRows)
      list.extendRange()
      return loadMissing() + refreshPreview()
    }
  }

  /// Marks every record of the list, on Today of the section, or none where all that are shown are
  /// marked.
  mutating func markAll() -> [Effect] {
    let cards = list.inReach
    if !cards.isEmpty, cards.allSatisfy({ list.marked[$0.address] != nil }) {
      list.clearMarks()
      return []
    }
    list.mark(cards)
    if isToday { return restOfSection }
    guard list.hasMoreBefore || list.hasMoreAfter else { return [] }
    return [.all(request(.first, count: Self.mostMarked))]
  }

  /// As many as a person can still look through before saying yes.
  static let mostMarked = 500

  mutating func markAll(_ page: Page, of request: PageRequest) {
    let isOfToday = isToday && list.today.parts.contains { $0.query == request.query }
    guard request.query == list.query || isOfToday else { return }
    list.mark(page.cards)
    if page.hasMoreAfter {
      notice = Notice(text: words("desk.mostMarked", String(Self.mostMarked)))
    }
  }

  private mutating func moveInDetail(_ step: ListSelection.Step) {
    let last = details.count - 1
    if details[last].isOnTimeline {
      details[last].selection.move(step, visibleRows: timelineRows(of: details[last]))
    } else {
      details[last] = scrolled(details[last], step)
    }
  }

  /// The detail beside the list follows the selection where there is room for it.
  func refreshPreview() -> [Effect] {
    guard layout.isWide, details.isEmpty, list.picture == nil, !surroundings.viewer.isVolunteer,
      let address = list.selected.map(target(of:))
    else { return [] }
    return [.detail(address, for: .preview)]
  }

  /// After a change: the list and everything opened is read again.
  mutating func refreshAll(showing made: RecordAddress? = nil) -> [Effect] {
    let anchor = list.cards.first.map { ListAnchor.from($0.address.id) } ?? .first
    return askCovers + (made.map { reload(showing: $0) } ?? reload(anchor))
      + details.map { .detail($0.detail.card.address, for: .preview) } + rollRequests
  }
}
