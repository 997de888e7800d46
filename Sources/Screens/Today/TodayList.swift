package import Casework

/// What Today holds: the lists behind its sections, and their lines in order.
package struct TodayList: Hashable, Sendable {
  /// One list and as much of it as was read.
  struct Part: Hashable, Sendable {
    let section: TodaySection
    let query: ListQuery
    var cards: [Card]
    var count: ListCount
    var hasMoreAfter: Bool
  }

  package init() {}

  private(set) var parts: [Part] = []
  private(set) var news = News()
  private(set) var drafts: [FormDraft] = []
  /// How many cases are worked on; nil until it is known.
  private(set) var caseload: ListCount?
  package private(set) var lines: [TodayLine] = []

  /// Whether all of it was read, and not what fills a screen alone.
  var isWhole: Bool { caseload != nil }

  /// The records of all rows, in their order.
  var cards: [Card] { lines.compactMap { $0.row?.card } }

  mutating func take(_ answer: TodayAnswer, to request: TodayRequest, drafts: [FormDraft]) {
    parts = zip(request.parts, zip(answer.pages, answer.counts)).map { part, found in
      Part(
        section: part.section, query: part.query, cards: found.0.cards, count: found.1,
        hasMoreAfter: found.0.hasMoreAfter)
    }
    news = answer.news
    caseload = answer.caseload
    self.drafts = drafts
    arrange()
  }

  mutating func take(_ drafts: [FormDraft]) {
    self.drafts = drafts
    arrange()
  }

  /// Puts a further page behind the list it belongs to.
  mutating func append(_ page: Page, of query: ListQuery, after id: RecordID) {
    guard
      let index = parts.firstIndex(where: {
        $0.query == query && $0.cards.last?.address.id == id
      })
    else { return }
    parts[index].cards += page.cards
    parts[index].hasMoreAfter = page.hasMoreAfter
    arrange()
  }

  /// How many there are under a heading.
  package func count(of section: TodaySection) -> ListCount {
    switch section {
    case .drafts: return ListCount(drafts.count)
    case .news: return ListCount(news.items.count, isExact: news.isWhole)
    default:
      let counts = parts.filter { $0.section == section }.map(\.count)
      return ListCount(
        counts.reduce(0) { $0 + $1.value }, isExact: counts.allSatisfy(\.isExact))
    }
  }

  /// The lists of which the selection at a line will soon reach the end.
  ///
  /// Where several lists stand in one section their rows are mixed by day, and it does not grow.
  func growing(at line: Int, rows: Int) -> [Part] {
    guard !lines.isEmpty else { return [] }
    let near = lines[min(line, lines.count - 1)..<min(lines.count, line + rows)]
    let sections = Set(near.map(\.section))
    return parts.filter { part in
      guard part.hasMoreAfter, sections.contains(part.section), grows(part.section),
        let last = lines.lastIndex(where: { $0.section == part.section })
      else { return false }
      return last < line + rows
    }
  }

  private func grows(_ section: TodaySection) -> Bool {
    parts.count { $0.section == section } == 1
  }

  private mutating func arrange() {
    lines = TodaySection.allCases.flatMap { section -> [TodayLine] in
      let rows = rows(of: section)
      return rows.isEmpty ? [] : [.heading(section)] + rows.map { .row(section, $0) }
    }
  }

  private func rows(of section: TodaySection) -> [TodayRow] {
    switch section {
    case .drafts: return drafts.map(TodayRow.draft)
    case .news: return news.items.map(TodayRow.news)
    default:
      let own = parts.filter { $0.section == section }
      let rows = own.flatMap { part in
        part.cards.map { TodayRow.record($0, day: part.query.order.field) }
      }
      // Several lists are mixed by day; of one day the one named first comes first.
      guard own.count > 1 else { return rows }
      return rows.enumerated().sorted {
        ($0.element.day, $0.offset) < ($1.element.day, $1.offset)
      }.map(\.element)
    }
  }
}

extension TodayRow {
  /// The day it stands here for, as a number; those without one come last.
  fileprivate var day: Int {
    if case .record(let card, let field) = self, case .date(let date) = card[field] {
      return date.dayNumber
    }
    return .max
  }
}
