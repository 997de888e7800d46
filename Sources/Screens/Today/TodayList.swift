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
  /// How far a section is open where somebody said so; the others are as they are at first.
  private var openings: [TodaySection: Opening] = [:]
  /// The section that alone is shown.
  private(set) var only: TodaySection?
  /// Whether all of every section is shown: somebody looks for something.
  private var isFlat = false
  /// Counts how often its lines were put together: as long as it is the same, so are they.
  private(set) var arrangements = 0
  /// How many cases are worked on; nil until it is known.
  private(set) var caseload: ListCount?
  package private(set) var lines: [TodayLine] = []

  /// Whether all of it was read, and not what fills a screen alone.
  var isWhole: Bool { caseload != nil }

  /// The records of all rows, in their order.
  var cards: [Card] { lines.compactMap { $0.row?.card } }

  mutating func take(
    _ answer: TodayAnswer, to request: TodayRequest, drafts: [FormDraft], isFlat: Bool
  ) {
    self.isFlat = isFlat
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

  // MARK: Folding

  /// How much of a section is shown.
  enum Opening: Hashable, Sendable {
    /// Its heading alone, its first rows, all of it.
    case closed, short, whole
  }

  func opening(of section: TodaySection) -> Opening {
    if isFlat || only != nil { return .whole }
    return openings[section] ?? (section.firstRows == 0 ? .closed : .short)
  }

  /// Shows more of a section: what it is for first, then all of it.
  mutating func open(_ section: TodaySection) {
    let isClosed = opening(of: section) == .closed
    openings[section] = isClosed && section.firstRows > 0 ? .short : .whole
    arrange()
  }

  /// Shows less of it, down to its heading; false where that is all there is, or nothing can be hidden.
  mutating func fold(_ section: TodaySection) -> Bool {
    guard !isFlat, only == nil, opening(of: section) != .closed else { return false }
    let isLong = opening(of: section) == .whole && section.firstRows > 0
    openings[section] = isLong && rows(of: section).count > section.firstRows + 1 ? .short : .closed
    arrange()
    return true
  }

  /// Shows one section alone; nil for all.
  mutating func show(only section: TodaySection?) {
    only = section
    arrange()
  }

  // MARK: Growing

  /// The lists of which the selection at a line will soon reach the end.
  ///
  /// Where several lists stand in one section, the one that ends first holds the others up.
  func growing(at line: Int, rows: Int) -> [Part] {
    guard !lines.isEmpty else { return [] }
    let near = lines[min(line, lines.count - 1)..<min(lines.count, line + rows)]
    return Set(near.map(\.section)).compactMap { section in
      guard opening(of: section) == .whole,
        let last = lines.lastIndex(where: { $0.section == section }), last < line + rows
      else { return nil }
      let unread = parts.filter { $0.section == section && $0.hasMoreAfter }
      return section.isByDay ? unread.min { $0.lastDay < $1.lastDay } : unread.first
    }
  }

  // MARK: Arranging

  private mutating func arrange() {
    arrangements += 1
    lines = (only.map { [$0] } ?? TodaySection.allCases).flatMap(lines(of:))
  }

  private func lines(of section: TodaySection) -> [TodayLine] {
    let rows = rows(of: section)
    guard !rows.isEmpty else { return [] }
    let heading = TodayLine.heading(section, isOpen: opening(of: section) != .closed)
    switch opening(of: section) {
    case .closed: return [heading]
    case .whole: return [heading] + rows.map { .row(section, $0) }
    case .short:
      // One line that says that there is one more says less than it.
      let isWhole = rows.count <= section.firstRows + 1 && count(of: section).value == rows.count
      let shown = rows.prefix(isWhole ? rows.count : section.firstRows)
      return [heading] + shown.map { .row(section, $0) } + (isWhole ? [] : [.more(section)])
    }
  }

  /// How many of a section stand behind its last line.
  func hidden(in section: TodaySection) -> ListCount {
    let all = count(of: section)
    let shown = lines.count { $0.section == section && $0.row != nil }
    return ListCount(max(0, all.value - shown), isExact: all.isExact)
  }

  private func rows(of section: TodaySection) -> [TodayRow] {
    switch section {
    case .drafts: return drafts.map(TodayRow.draft)
    case .news: return news.items.map(TodayRow.news)
    default:
      let own = parts.filter { $0.section == section }
      guard section.isByDay, own.count > 1 else { return Self.weighed(own) }
      return Self.mixed(own)
    }
  }

  /// What weighs most first; what comes behind a list that goes on is not yet known.
  private static func weighed(_ parts: [Part]) -> [TodayRow] {
    var rows: [TodayRow] = []
    for part in parts {
      rows += part.rows
      if part.hasMoreAfter { break }
    }
    return rows
  }

  /// By day, and of one day what weighs most first, as far as every list was read.
  private static func mixed(_ parts: [Part]) -> [TodayRow] {
    let known = parts.filter(\.hasMoreAfter).map(\.lastDay).min() ?? .max
    return parts.flatMap(\.rows).enumerated().filter { $0.element.day <= known }
      .sorted { ($0.element.day, $0.offset) < ($1.element.day, $1.offset) }.map(\.element)
  }
}

extension TodayList.Part {
  fileprivate var rows: [TodayRow] {
    let rows = cards.map { TodayRow.record($0, day: query.order.field) }
    guard cards.contains(where: { $0.hour != nil }) else { return rows }
    // Of one day the earlier appointment first; the store orders them by day alone.
    return rows.enumerated()
      .sorted {
        ($0.element.day, $0.element.card?.hour ?? .max, $0.offset)
          < ($1.element.day, $1.element.card?.hour ?? .max, $1.offset)
      }.map(\.element)
  }

  /// The day up to which it was read.
  fileprivate var lastDay: Int { rows.last?.day ?? .min }
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

extension Card {
  /// The minute of the day at which an appointment begins; nil where it has none.
  fileprivate var hour: Int? {
    if case .time(let time) = self[Salon.name(\.begins)] {
      time.hour * 60 + time.minute
    } else {
      nil
    }
  }
}
