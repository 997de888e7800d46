import Casework

/// Whose work is the viewer's own: theirs, and that of those they stand in for today.
extension Desk {
  var mine: [Link] { [surroundings.viewerLink] + covered }

  private var coverRequest: PageRequest {
    PageRequest(
      query: .covers(by: surroundings.viewerLink.address, on: surroundings.today),
      anchor: .first, count: 20, fields: ["staff"])
  }

  /// Asks for whom the viewer stands in today.
  var askCovers: [Effect] {
    surroundings.viewer.isVolunteer ? [] : [.page(coverRequest)]
  }

  func isCovers(_ request: PageRequest) -> Bool { request == coverRequest }

  /// Whether a filter leaves the viewer's own records.
  func isMine(_ filter: FieldFilter) -> Bool {
    filter.links.contains(surroundings.viewerLink)
      && RecordDescription.ownerFields.contains(filter.field)
  }

  /// Takes over for whom the viewer stands in; lists of their own records then hold other ones.
  mutating func takeCovers(_ page: Page) -> [Effect] {
    var found: [Link] = []
    for case .link(let link) in page.cards.map({ $0["staff"] }) where !found.contains(link) {
      if link != surroundings.viewerLink { found.append(link) }
    }
    guard found != covered else { return [] }
    covered = found
    for id in Array(lists.keys) {
      guard let index = lists[id]?.query.filters.firstIndex(where: isMine),
        let own = FieldFilter.owned(id.kind, by: mine)
      else { continue }
      lists[id]?.query.filters[index] = own
    }
    let isNarrowed = list.query.filters.contains(where: isMine)
    return isNarrowed || isToday ? reload(.first) : []
  }
}
