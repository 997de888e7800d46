package import Casework
internal import Fold
internal import Labels
package import Widgets
internal import Wording

/// What was done, by whom, when and to which record: the journal, latest first.
///
/// A piece of it is held, which grows backwards as somebody moves on; each piece is looked for no
/// further than the store walks at once, and says how far that was.
package struct JournalPage: RecordlessPage {
  package let screen = ScreenID.journal
  package var selection = ListSelection()
  package private(set) var filter = JournalFilter()
  /// What the search box says.
  private(set) var typed = ""
  /// The record and the person it is narrowed to, by name.
  private(set) var about: Link?
  private(set) var person: Link?
  package private(set) var entries: [JournalEntry] = []
  private(set) var undone: Set<Int> = []
  /// How far back it was looked, where there may be more.
  private(set) var reached: Int?
  private(set) var reachedAt: Instant?
  private(set) var count: ListCount?
  private(set) var isLoaded = false
  /// What it can be narrowed by, as far as it occurs.
  private(set) var names = JournalNames()
  /// Which of the names are to be chosen from as soon as they are read.
  var asked: Asking?
  /// How many pieces were asked for since somebody last pressed a key.
  private var rounds = 0
  /// Whether the next answer is read from its top.
  private var goesToTop = false

  enum Asking: Hashable { case person, kind, command }

  /// As many pieces are looked for by themselves to fill the screen.
  private static let mostRounds = 20
  /// As many entries are read again at most.
  private static let mostKept = 400

  init() {}

  /// The journal of a record.
  init(about link: Link) {
    filter.record = link.address
    filter.isAround = true
    about = link
  }

  package var selectedEntry: JournalEntry? {
    entries.indices.contains(selection.index) ? entries[selection.index] : nil
  }

  package var hasRow: Bool { selectedEntry != nil }

  package var isNarrowable: Bool { true }

  /// Whether something narrows it.
  package var isNarrowed: Bool { filter != JournalFilter() }

  // MARK: Asking

  package mutating func appear(_ scene: Scene) -> [Effect] { refresh(scene) }

  package mutating func refresh(_ scene: Scene) -> [Effect] {
    rounds = 0
    let wanted = max(scene.layout.listRows * 2, min(entries.count, Self.mostKept))
    return [
      .read(.journal(filter, limit: wanted), for: id), .read(.journalNames, for: id),
    ]
  }

  package mutating func grow(_ scene: Scene) -> [Effect] {
    let rows = scene.layout.listRows
    guard isLoaded, let reached, rounds < Self.mostRounds,
      selection.index + rows >= entries.count
    else { return [] }
    rounds += 1
    var filter = filter
    filter.before = reached
    return [.read(.journal(filter, limit: rows * 2), for: id)]
  }

  package mutating func move(_ step: ListSelection.Step, _ scene: Scene) -> [Deed] {
    rounds = 0
    selection.move(step, visibleRows: scene.layout.listRows)
    return grow(scene).map(Deed.ask)
  }

  // MARK: Taking

  package mutating func take(_ answer: PageAnswer, _ scene: Scene) -> [Deed] {
    switch answer {
    case .journal(let asked, let piece):
      var own = asked
      own.before = nil
      // What was asked before it was narrowed otherwise is no answer any more.
      guard own == filter else { return [] }
      if asked.before == nil {
        replace(with: piece)
      } else if asked.before == reached {
        entries += piece.entries
        undone.formUnion(piece.undone)
        selection.count = entries.count
      } else {
        return []
      }
      (reached, reachedAt) = (piece.reached, piece.reachedAt)
      return grow(scene).map(Deed.ask)
    case .journalNames(let names):
      self.names = names
      return offer(scene)
    default: return []
    }
  }

  private mutating func replace(with piece: JournalPiece) {
    let kept = goesToTop ? nil : selectedEntry?.sequence
    (entries, undone, count) = (piece.entries, piece.undone, piece.count)
    goesToTop = false
    isLoaded = true
    selection = ListSelection(count: entries.count)
    if let index = entries.firstIndex(where: { $0.sequence == kept }) { selection.select(index) }
  }

  // MARK: Narrowing

  /// What is asked of the page from a box.
  package enum Wish: Hashable, Sendable {
    case person(Link), kind(RecordKind), command(String), days(ClosedRange<CivilDate>)
    case audit, clear
    /// Types into the search box.
    case search
  }

  mutating func fulfil(_ wish: Wish, _ scene: Scene) -> [Deed] {
    switch wish {
    case .person(let link):
      filter.who = link.address
      person = link
    case .kind(let kind): filter.kind = kind
    case .command(let command): filter.command = command
    case .days(let days): filter.days = days
    case .audit: filter.isAudit.toggle()
    case .clear:
      self = JournalPage()
    case .search: return askSearch(scene)
    }
    return again(scene)
  }

  private mutating func again(_ scene: Scene) -> [Deed] {
    goesToTop = true
    return refresh(scene).map(Deed.ask)
  }

  package mutating func filterMine(_ scene: Scene) -> [Deed] {
    let me = scene.surroundings.viewerLink
    let isOn = filter.who == me.address
    filter.who = isOn ? nil : me.address
    person = isOn ? nil : me
    return again(scene)
  }

  package mutating func clearFilters(_ scene: Scene) -> [Deed] { fulfil(.clear, scene) }

  package mutating func askSearch(_ scene: Scene) -> [Deed] {
    [.show(.filter(SearchBox(typed, of: nil)))]
  }

  /// A number of a record means its journal, a day means that day, and other words are looked for.
  package mutating func search(
    _ text: String, keeping kept: RecordAddress?, _ scene: Scene
  ) -> [Effect] {
    typed = text.trimmed
    (filter.number, filter.days, filter.words) = (nil, nil, [])
    // First the day: its digits could be the code of a case.
    if case .date(let day) = DateText.read(typed) {
      filter.days = day...day
    } else if RecordNumber.kind(of: typed) != nil {
      filter.number = typed
    } else {
      filter.words = Fold.words(typed).map { word in
        JournalFilter.Word(word, commands: Set(names.commands.filter { isCalled($0, word, scene) }))
      }
    }
    goesToTop = true
    return Array(refresh(scene).prefix(1))
  }

  private func isCalled(_ command: String, _ word: String, _ scene: Scene) -> Bool {
    ([scene.words] + scene.otherWords).contains {
      Fold.key($0.text(ifAny: "command.\(command)") ?? command).contains(word)
    }
  }

  // MARK: What is done with the selected entry

  package mutating func open(_ scene: Scene) -> [Deed] {
    guard let entry = selectedEntry else { return [.say(scene.words("desk.nothingSelected"))] }
    return [.show(.page(PageBox(EntryPage(entry, isUndone: isUndone(entry), scene.words))))]
  }

  func isUndone(_ entry: JournalEntry) -> Bool { undone.contains(entry.step) }

  /// Asks before the selected change is taken back.
  func askUndo(_ scene: Scene) -> [Deed] {
    guard let entry = selectedEntry else { return [.say(scene.words("desk.nothingSelected"))] }
    return JournalWords(scene.words).askUndo(entry)
  }
}
