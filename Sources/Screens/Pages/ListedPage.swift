package import Casework
internal import Cells
internal import Labels
package import Widgets

/// A page of records in rows: Today, or a list.
package protocol ListedPage: DeskPage {
  var screen: ScreenID { get }
  /// What narrows and orders it.
  var query: ListQuery { get set }
  /// The records of its rows.
  var cards: [Card] { get }
  /// The selected row and the first shown.
  var selection: ListSelection { get set }
  /// The record of the selected row.
  var selected: Card? { get }
  var marks: Marks { get set }
  /// The kind that is added here.
  var addedKind: RecordKind { get }
  /// Whether its rows can be ordered, and narrowed to open records.
  var isOrdered: Bool { get }
  /// What was selected when somebody began to look for something.
  var beforeFilter: RecordAddress? { get set }
  /// Whether what is done with lists and their rows applies.
  var holdsRecords: Bool { get }
  /// What is marked with one key.
  var inReach: [Card] { get }
  /// Where among the records the selected one stands.
  var cardIndex: Int? { get }
  /// The draft in hand, where the row is one.
  var draft: FormDraft? { get }
  /// Whether it shows what is the viewer's own, which changes with those they stand in for.
  func showsOwn(_ scene: Scene) -> Bool
  /// Whether what a change makes is gone to, because it was made here.
  func goes(to change: Change) -> Bool
  /// Asks for its rows from an anchor on.
  mutating func reload(_ anchor: ListAnchor, _ scene: Scene) -> [Effect]
  /// Asks for the rest of what is marked with one key, where not all of it was read.
  func restInReach(_ scene: Scene) -> [Effect]
  /// Whether its rows may be records of a kind.
  func lists(_ kind: RecordKind) -> Bool
  /// Lets the next answer select a record.
  mutating func want(_ address: RecordAddress?)
  /// Drops the row and the mark of a record that is gone.
  mutating func forget(_ address: RecordAddress)
  /// What is opened for a row.
  func target(of card: Card) -> RecordAddress
  /// Only the records behind an indicator; given again, the list as it was before.
  mutating func filter(_ indicator: Indicator, _ scene: Scene) -> [Deed]
  mutating func clearFilters(_ scene: Scene) -> [Deed]
  /// The line in which one types what to look for.
  mutating func askSearch(_ scene: Scene) -> [Deed]
  /// Leaves the viewer's own; given again, everybody's.
  mutating func filterMine(_ scene: Scene) -> [Deed]
  /// Whether its rows can be narrowed at all, and whether they are.
  var isNarrowable: Bool { get }
  var isNarrowed: Bool { get }
  /// What the selected row leaves out or cuts short.
  func peek(_ scene: Scene) -> [String]
  /// The selected row in words with what each of its columns is called; nil where the words of the
  /// row alone say it.
  func told(_ scene: Scene) -> String?
  /// Whether a row is selected that can be opened, whether it is a record or not.
  var hasRow: Bool { get }
  /// Narrows it to what is typed.
  mutating func search(_ text: String, keeping kept: RecordAddress?, _ scene: Scene) -> [Effect]
  /// What stands beside it, where there is room, of a page whose rows are no records.
  func besideLines(_ scene: Scene) -> [LinesView.Line]?
}

extension ListedPage {
  package var id: PageID { .screen(screen) }
  package var subject: Card? { selected }
  package var draft: FormDraft? { nil }
  package var isOrdered: Bool { true }
  package func told(_ scene: Scene) -> String? { nil }
  package var hasRow: Bool { selected != nil }
  package func besideLines(_ scene: Scene) -> [LinesView.Line]? { nil }
  package var holdsRecords: Bool { true }
  package var isNarrowable: Bool { holdsRecords }
  package var isNarrowed: Bool { !query.filters.isEmpty || query.isSearching }

  /// The marked records, also those that it does not show any more.
  package var marked: [RecordAddress: Card] { marks.marked }

  /// As many as a person can still look through before saying yes.
  package static var mostMarked: Int { 500 }

  package mutating func refresh(_ scene: Scene) -> [Effect] {
    reload(cards.first.map { .from($0.address.id) } ?? .first, scene)
  }

  /// Reads it again with a record selected, where it is in it; else from its top.
  mutating func reload(selecting address: RecordAddress?, _ scene: Scene) -> [Effect] {
    guard let address, lists(address.kind) else { return reload(.first, scene) }
    want(address)
    return reload(.from(address.id), scene)
  }

  package mutating func search(
    _ text: String, keeping kept: RecordAddress?, _ scene: Scene
  ) -> [Effect] {
    // What the words mean is another thing in each list of the day, and is read there.
    if isOrdered { query = scene.searched(query, text) } else { query.search = text.trimmed }
    return reload(selecting: kept, scene)
  }

  // MARK: Marks

  mutating func toggleMark() { if let selected { marks.toggle(selected) } else { marks.end() } }

  /// Begins a range at the row, or ends it and keeps its marks.
  mutating func toggleRange() {
    guard marks.range == nil, let selected else { return marks.end() }
    marks.begin(at: selected.address)
    extendRange()
  }

  /// Marks every row from the start of the range to the selected one.
  mutating func extendRange() {
    guard let cardIndex else { return }
    marks.extend(to: cardIndex, among: cards)
  }

  /// Marks everything in reach, or nothing where all that is shown of it is marked.
  mutating func markAll(_ scene: Scene) -> [Effect] {
    let cards = inReach
    if !cards.isEmpty, cards.allSatisfy({ marked[$0.address] != nil }) {
      marks.clear()
      return []
    }
    marks.mark(cards)
    return restInReach(scene)
  }

  /// Takes the rest of what is marked with one key.
  mutating func mark(_ page: Page, _ scene: Scene) -> [Deed] {
    marks.mark(page.cards)
    guard page.hasMoreAfter else { return [] }
    return [.say(scene.words("desk.mostMarked", String(Self.mostMarked)))]
  }

  // MARK: Whose records

  /// Leaves the records of other people where it was narrowed to the viewer's own.
  mutating func follow(_ scene: Scene) {
    query = query.asked(by: scene.mine)
    guard let index = query.filters.firstIndex(where: scene.isMine),
      let own = FieldFilter.owned(query.kind, by: scene.mine)
    else { return }
    query.filters[index] = own
  }
}

/// The page of a screen, of whichever type; two are equal where they are of one type and equal.
struct ListedBox: Hashable, Sendable {
  var page: any ListedPage

  init(_ page: any ListedPage) { self.page = page }

  init(_ screen: ScreenID, for viewer: Viewer) {
    switch screen {
    case .reports: page = ReportPage()
    case .journal: page = JournalPage()
    default: page = ListPage(screen, for: viewer) ?? TodayPage()
    }
  }

  /// The list of a screen as somebody asked for it.
  init(_ screen: ScreenID, _ query: ListQuery, for viewer: Viewer) {
    self.init(screen, for: viewer)
    page.query = query
  }

  static func == (one: Self, other: Self) -> Bool {
    AnyHashable(one.page) == AnyHashable(other.page)
  }

  func hash(into hasher: inout Hasher) { AnyHashable(page).hash(into: &hasher) }
}
