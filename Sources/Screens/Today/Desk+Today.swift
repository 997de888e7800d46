import Casework
import Labels
import Widgets
import Wording

/// What Today asks for, and how its answers are taken in.
extension Desk {
  /// How many rows of a section are read at first.
  private static let firstRows = 60

  var isToday: Bool { screen == .today }

  /// Whose work Today shows; empty for everybody's.
  private var ownersOfToday: [Link] {
    list.query.filters.first(where: isMine)?.links ?? []
  }

  /// Everything Today shows but the drafts; what was read of a long section is read again.
  var todayRequest: Effect {
    let staff = ownersOfToday
    let isSearching = !list.query.search.isEmpty
    let parts = TodaySection.allCases.flatMap { section in
      section.queries(surroundings.today, of: staff).map { query in
        let query = searched(query, list.query.search)
        let read = list.today.parts.first { $0.query == query }?.cards.count ?? 0
        return TodayRequest.Part(
          section, query, count: max(Self.firstRows, read), fields: fields(of: query))
      }
    }
    return .today(
      TodayRequest(
        parts: parts, caseload: Indicator.caseload.query(surroundings.today, of: staff),
        owners: isSearching ? [] : mine,
        newsFields: fields(of: Indicator.noContact.query(surroundings.today))))
  }

  /// What is read of the records of a section: what lists read, and what its rows say.
  private func fields(of query: ListQuery) -> [String] {
    let description = RecordDescription.of(query.kind)
    let more = [
      query.order.field, description.ownerField?.name, "lastContact", "absences", "begins",
    ]
    let read = ListColumns.read(for: query.kind, viewer: surroundings.viewer)
    return read
      + more.compactMap(\.self).filter { description[$0] != nil && !read.contains($0) }
  }

  mutating func receive(_ answer: TodayAnswer, to request: TodayRequest) -> [Effect] {
    // An answer to a question nobody asks any more changes nothing.
    guard isToday, case .today(let asked) = todayRequest,
      asked.parts.map(\.query) == request.parts.map(\.query)
    else { return [] }
    lookedUpTo = answer.news.head
    let drafts = list.query.search.isEmpty ? drafts : []
    list.takeToday { $0.take(answer, to: request, drafts: drafts) }
    return loadMissing() + refreshPreview()
  }

  /// The pages that the selection is about to reach.
  var growingToday: [Effect] {
    list.today.growing(at: list.selection.index, rows: layout.listRows).compactMap { part in
      part.cards.last.map {
        .page(
          PageRequest(
            query: part.query, anchor: .after($0.address.id), count: Self.firstRows,
            fields: fields(of: part.query)))
      }
    }
  }

  /// Takes a further page of a section; false where the page is none.
  mutating func appendToToday(_ page: Page, of request: PageRequest) -> Bool {
    guard isToday, case .after(let id) = request.anchor,
      list.today.parts.contains(where: { $0.query == request.query })
    else { return false }
    list.takeToday { $0.append(page, of: request.query, after: id) }
    return true
  }

  /// The lists of the section somebody stands in, where not all of them was read.
  var restOfSection: [Effect] {
    guard let section = list.todayLine?.section else { return [] }
    return list.today.parts.filter { $0.section == section && $0.hasMoreAfter }.map {
      .all(
        PageRequest(
          query: $0.query, anchor: .first, count: Self.mostMarked, fields: fields(of: $0.query)))
    }
  }

  /// Opens what a row is about, at its place: a case at the record of its timeline.
  func openToday() -> [Effect] {
    guard let row = list.todayLine?.row else { return [] }
    switch row {
    case .draft: return []
    case .news(let item):
      let number = item.latest.record.map(\.number) ?? ""
      return [.detail(item.card.address, for: .openAt(number, isTaken: false))]
    case .record(let card, _):
      let target = target(of: card)
      if target == card.address { return [.detail(target, for: .open)] }
      // A deadline is no record of the timeline, but what it counts from is.
      guard case .text(let about) = card["about"] else {
        return [.detail(target, for: .openAt(card.number, isTaken: true))]
      }
      return [.detail(target, for: .openAt(about, isTaken: false))]
    }
  }

  /// What is opened for a row: on Today, and of a deadline anywhere, its case.
  func target(of card: Card) -> RecordAddress {
    let isOfCase = isToday || card.address.kind == .deadline
    return (isOfCase ? link(toCaseOf: card)?.address : nil) ?? card.address
  }
}
