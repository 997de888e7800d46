package import Casework
internal import Cells
internal import Labels
package import Widgets
internal import Wording

/// The list of the day: sections of what is due, news and drafts, with the place somebody has in it.
package struct TodayPage: ListedPage {
  /// How many rows of a section are read at first.
  private static let firstRows = 60

  /// Whose work it shows, and what is looked for.
  package var query = ListQuery(.followUp, filters: [.open])
  package internal(set) var today = TodayList()
  /// The selected row and the first shown; headings count as rows.
  package var selection = ListSelection()
  package var marks = Marks()
  package var beforeFilter: RecordAddress?
  private(set) var isLoaded = false
  /// The record that is to be selected as soon as it is read.
  private var wanted: RecordAddress?
  /// Whether the next answer is read from its top.
  private var goesToTop = false

  package let screen = ScreenID.today
  package var cards: [Card] { today.cards }
  package var selected: Card? { todayLine?.row?.card }

  /// The line that is selected.
  package var todayLine: TodayLine? {
    today.lines.indices.contains(selection.index) ? today.lines[selection.index] : nil
  }

  package var draft: FormDraft? {
    if case .draft(let draft)? = todayLine?.row { draft } else { nil }
  }

  package var addedKind: RecordKind { .followUp }
  package var isOrdered: Bool { false }
  package func lists(_ kind: RecordKind) -> Bool { true }

  package func showsOwn(_ scene: Scene) -> Bool { true }

  // What is logged about a row leaves the row in hand.
  package func goes(to change: Change) -> Bool {
    change.id == nil && change.kind == addedKind && change.command == CommandName.add.rawValue
  }

  /// A heading opens its section.
  package var hasRow: Bool { todayLine != nil }

  package var mode: KeyMode? { Self.mode }

  static let mode = KeyMode(
    "today",
    [
      ModeKey(.section, "Tab", or: "S-Tab", hint: 6),
      ModeKey(.fold, "h Left"),
    ])

  /// Those of the section.
  package var inReach: [Card] {
    guard let section = todayLine?.section else { return cards }
    return today.lines.filter { $0.section == section }.compactMap { $0.row?.card }
  }

  package var cardIndex: Int? {
    let above = today.lines.prefix(selection.index + 1).count { $0.row?.card != nil }
    return above > 0 ? above - 1 : nil
  }

  /// A row is opened in its case.
  package func target(of card: Card) -> RecordAddress { card.caseAddress ?? card.address }

  /// Opens what a row is about, at its place: a case at the record of its timeline.
  package mutating func open(_ scene: Scene) -> [Deed] {
    switch todayLine?.row {
    case nil:
      unfold(Self.visibleLines(scene))
      return grow(scene).map(Deed.ask) + [.lookBeside]
    case .draft(let draft): return [.resume(draft.key)]
    case .news(let item):
      let number = item.latest.record.map(\.number) ?? ""
      return [.ask(.detail(item.card.address, for: .openAt(number, isTaken: false)))]
    case .record(let card, _):
      let target = target(of: card)
      // A deadline is no record of the timeline: it stands above it.
      let isAbove = target == card.address || !card[\DeadlineRecord.about].isAbsent
      return [.ask(.detail(target, for: isAbove ? .open : .openAt(card.number, isTaken: true)))]
    }
  }

  // MARK: Asking

  package mutating func reload(_ anchor: ListAnchor, _ scene: Scene) -> [Effect] {
    if anchor == .first { goesToTop = true }
    // What is seen at first is shown before the rest is read.
    let extent = isLoaded ? TodayRequest.Extent.everything : .first(Self.visibleLines(scene))
    return [.read(.today(request(scene, extent)), for: id)]
  }

  /// Everything it shows but the drafts; what was read of a long section is read again.
  private func request(
    _ scene: Scene, _ extent: TodayRequest.Extent = .everything
  ) -> TodayRequest {
    let staff = query.filters.first(where: scene.isMine)?.links ?? []
    let isSearching = !query.search.isEmpty
    let parts = TodaySection.allCases.flatMap { section in
      section.queries(scene.today, of: staff, watch: scene.watch).map { query in
        let query = scene.searched(query, self.query.search)
        let read = today.parts.first { $0.query == query }?.cards.count ?? 0
        return TodayRequest.Part(
          section, query, count: max(Self.firstRows, read), fields: Self.fields(of: query, scene))
      }
    }
    var request = TodayRequest(
      parts: parts, caseload: Indicator.caseload.query(scene.today, of: staff),
      owners: isSearching ? [] : scene.mine,
      newsFields: Self.fields(of: Indicator.noContact.query(scene.today), scene))
    request.extent = extent
    return request
  }

  /// What is read of the records of a section: what lists read, and what its rows say.
  private static func fields(of query: ListQuery, _ scene: Scene) -> [String] {
    let description = RecordDescription.of(query.kind)
    let order = query.order.field
    var more = [
      order, description.ownerField?.name, "lastContact", "absences", "begins", "unseenSince",
    ]
    if order == Case.name(\.closureRequestedOn) { more += ClosureText.fields }
    let read = ListColumns.read(for: query.kind, viewer: scene.viewer)
    return read
      + more.compactMap(\.self).filter { description[$0] != nil && !read.contains($0) }
  }

  /// The pages that the selection is about to reach.
  package mutating func grow(_ scene: Scene) -> [Effect] {
    today.growing(at: selection.index, rows: Self.visibleLines(scene)).compactMap { part in
      part.cards.last.map {
        .read(
          .page(
            PageRequest(
              query: part.query, anchor: .after($0.address.id), count: Self.firstRows,
              fields: Self.fields(of: part.query, scene))), for: id)
      }
    }
  }

  package func restInReach(_ scene: Scene) -> [Effect] {
    guard let section = todayLine?.section else { return [] }
    return today.parts.filter { $0.section == section && $0.hasMoreAfter }.map {
      .read(
        .all(
          PageRequest(
            query: $0.query, anchor: .first, count: Self.mostMarked,
            fields: Self.fields(of: $0.query, scene))), for: id)
    }
  }

  /// How many lines are seen at once.
  static func visibleLines(_ scene: Scene) -> Int { max(1, scene.region.rows) }

  /// Moves the selection, past headings.
  package mutating func move(_ step: ListSelection.Step, _ scene: Scene) -> [Deed] {
    let rows = Self.visibleLines(scene)
    selection.move(step, visibleRows: rows)
    let isUp = [.up, .halfPageUp, .pageUp, .first].contains(step)
    skipHeading(up: isUp)
    keepHeadingInSight(rows)
    extendRange()
    return grow(scene).map(Deed.ask) + [.lookBeside]
  }

  mutating func skipHeading(up: Bool) {
    guard let line = todayLine, !line.isSelectable else { return }
    selection.select(selection.index + (up && selection.index > 0 ? -1 : 1))
  }

  /// The heading of the section stands above its first line that is seen, and is no line to be at.
  private mutating func keepHeadingInSight(_ rows: Int) {
    let index = selection.index
    guard index > 0, selection.visible(rows: rows).lowerBound == index,
      todayLine?.isHeading == false
    else { return }
    selection.move(.up, visibleRows: rows)
    selection.select(index)
  }

  // MARK: Taking

  package mutating func take(_ answer: PageAnswer, _ scene: Scene) -> [Deed] {
    switch answer {
    case .today(let asked, let answer):
      guard request(scene).parts.map(\.query) == asked.parts.map(\.query) else { return [] }
      let drafts = query.search.isEmpty ? scene.drafts : []
      let isSearching = query.isSearching
      change { $0.take(answer, to: asked, drafts: drafts, isFlat: isSearching) }
      if answer.caseload == nil {
        return [.ask(.read(.today(request(scene, .rest)), for: id)), .lookBeside]
      }
      return [.looked(answer.news.head)] + grow(scene).map(Deed.ask) + [.lookBeside]
    case .page(let request, let page):
      guard case .after(let id) = request.anchor, holds(request.query) else { return [] }
      change { $0.append(page, of: request.query, after: id) }
      return grow(scene).map(Deed.ask)
    case .all(let request, let page):
      return holds(request.query) ? mark(page, scene) : []
    default: return []
    }
  }

  private func holds(_ query: ListQuery) -> Bool { today.parts.contains { $0.query == query } }

  /// Takes over the viewer's drafts where it is read already and not searched.
  mutating func take(_ drafts: [FormDraft]) {
    if isLoaded, query.search.isEmpty { change { $0.take(drafts) } }
  }

  /// Changes what it holds, and keeps the place.
  private mutating func change(_ change: (inout TodayList) -> Void) {
    let kept = goesToTop ? nil : todayLine
    let wanted = wanted
    self.wanted = nil
    change(&today)
    isLoaded = true
    selection.count = today.lines.count
    if goesToTop { selection = ListSelection(count: today.lines.count) }
    goesToTop = false
    let isWanted = { (line: TodayLine) in wanted != nil && line.row?.card?.address == wanted }
    let isKept = { (line: TodayLine) in kept?.identity == line.identity }
    if let index = today.lines.firstIndex(where: isWanted) ?? today.lines.firstIndex(where: isKept)
    {
      selection.select(index)
    }
    skipHeading(up: false)
    marks.refresh(cards)
  }

  package mutating func want(_ address: RecordAddress?) { wanted = address }

  /// Its rows come with the next answer.
  package mutating func forget(_ address: RecordAddress) { marks.forget(address) }
}
