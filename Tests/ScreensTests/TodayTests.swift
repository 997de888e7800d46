import Casework
import Cells
import DeskWorld
import Labels
import Screens
import Testing
import Widgets
import Wording

@Suite struct `Today` {
  private func titles(_ harness: DeskHarness) -> [TodaySection] {
    var seen: Set<TodaySection> = []
    return harness.desk.list.today.lines.map(\.section).filter { seen.insert($0).inserted }
  }

  /// Shows all of every section.
  private func unfold(_ harness: inout DeskHarness) {
    harness.type("gg")
    for _ in titles(harness) {
      if harness.desk.list.selected == nil, harness.desk.list.draft == nil { harness.type("l") }
      harness.type("<Tab>")
    }
    harness.type("gg")
  }

  private func asked(_ harness: DeskHarness) -> [TodayRequest] {
    harness.effects.compactMap {
      if case .read(.today(let request), _) = $0 { request } else { nil }
    }
  }

  @Test(arguments: LabelLanguage.allCases)
  func `stands under headings that say how many there are`(language: LabelLanguage) {
    let words = Words(language)
    let harness = DeskHarness(Size(rows: 40, columns: 80), language: language, world: DayWorld.full)
    #expect(
      titles(harness) == [
        .overdue, .today, .week, .later, .noContact, .practice, .news, .drafts,
      ])
    let rows = harness.screen.split(separator: "\n").map(String.init)
    for (section, count) in [(TodaySection.overdue, 2), (.week, 5), (.drafts, 1), (.later, 1)] {
      let heading = "\(words(section.labelKey))  \(words("today.count", String(count)))"
      #expect(rows.contains { $0.contains(heading) }, "\(heading) in \(harness.screen)")
    }
    #expect(harness.desk.list.selected?.address == RecordAddress(.deadline, RecordID(1)))
  }

  @Test(
    arguments: LabelLanguage.allCases, [Size(rows: 24, columns: 80), Size(rows: 40, columns: 140)])
  func `says in every row whom and what it is about`(language: LabelLanguage, size: Size) {
    var harness = DeskHarness(size, language: language, world: DayWorld.full)
    let words = Words(language)
    unfold(&harness)
    var seen = harness.screen
    for _ in 0..<4 {
      harness.type("<PgDn>")
      seen += harness.screen
    }
    let said = [
      words("deadlineState.to_confirm"), words("day.over", "1"), words("day.left", "5"),
      words("day.today"),
      words("today.lastContact", ValueText(harness.desk.words).text(DayWorld.day(-20))),
      words("today.neverContacted"), "語学サロン", "鈴木 光",
    ]
    for text in said { #expect(seen.contains(text), "\(text)") }
  }

  @Test(arguments: LabelLanguage.allCases)
  func `shows who asks for which closing, and the closing says it again`(language: LabelLanguage) {
    let words = Words(language)
    var world = DayWorld.full
    world.cards[.case]?[2]["status"] = CaseStatus.closureRequested.fieldValue
    world.cards[.case]?[2]["closureRequestedBy"] = .link(DayWorld.colleague)
    world.cards[.case]?[2]["closureRequestedOn"] = .date(DayWorld.day(-3))
    world.cards[.case]?[2]["closureRequestReason"] = .text("就職が決まった")
    var harness = DeskHarness(Size(rows: 40, columns: 140), language: language, world: world)
    let texts = ValueText(words)
    let row = words(
      "today.closureAsked", texts.familiarName(of: DayWorld.colleague), "就職が決まった")
    #expect(harness.screen.contains(row), "\(harness.screen)")
    #expect(
      harness.screen.contains("\(words("today.closures"))  \(words("today.count", "1"))"))
    for _ in 0..<9 where harness.desk.list.todayLine?.section != .closures {
      harness.type("<Tab>")
    }
    harness.type("mc")
    let told = words(
      "desk.closureAsked", texts.name(of: DayWorld.colleague),
      ValueText(harness.desk.words).text(DayWorld.day(-3)), "就職が決まった")
    #expect(harness.screen.contains(told), "\(harness.screen)")
  }

  @Test func `is never at the heading of what is shown`() {
    var harness = DeskHarness(Size(rows: 14, columns: 80), world: DayWorld.full)
    unfold(&harness)
    let rows = harness.desk.list.today.lines.filter(\.isSelectable).count
    var seen: Set<Int> = []
    for key in ["j", "k", "<PgDn>", "<PgUp>", "<Ctrl-D>", "<Ctrl-U>", "G", "gg"] {
      for _ in 0..<30 {
        harness.type(key)
        #expect(harness.desk.list.todayLine?.isSelectable == true, "\(key)")
        seen.insert(harness.desk.list.selection.index)
      }
    }
    #expect(seen.count == rows)
    // Back at the top the first heading is seen again.
    #expect(harness.screen.contains(Words(.ja)(TodaySection.overdue.labelKey)))
  }

  @Test func `shows the heading of the row one is at, however far down it is`() throws {
    var world = DayWorld.full
    world.cards[.followUp] = Self.followUps(100, days: -3, in: world)
    var harness = DeskHarness(Size(rows: 14, columns: 80), world: world)
    harness.type("jjjjjjl")
    let heading = Words(.ja)(TodaySection.overdue.labelKey)
    for step in ["j", "<PgDn>", "k", "<PgUp>"] {
      for _ in 0..<4 {
        harness.type(step)
        let row = try #require(harness.desk.list.selected)
        #expect(harness.desk.list.todayLine?.section == .overdue, "\(row.number)")
        #expect(harness.screen.contains(heading), "\(step) \(harness.screen)")
        // What one is at is never behind the heading.
        let cursor = harness.desk.draw().cursor.row
        let line = harness.screen.split(separator: "\n", omittingEmptySubsequences: false)[cursor]
        #expect(!line.contains(heading), "\(harness.screen)")
      }
    }
  }

  @Test func `folds and unfolds its sections, and goes from one to the next`() {
    var world = DayWorld.full
    world.cards[.followUp] = Self.followUps(100, days: -3, in: world)
    var harness = DeskHarness(world: world)
    func shown(_ section: TodaySection) -> Int {
      harness.desk.list.today.lines.count { $0.section == section && $0.row != nil }
    }
    #expect(shown(.overdue) == TodaySection.overdue.firstRows)
    #expect(harness.screen.contains(harness.desk.words("today.more", "95")))
    harness.type("jjjjjjl")
    #expect(shown(.overdue) > TodaySection.overdue.firstRows)
    harness.type("h")
    #expect(shown(.overdue) == TodaySection.overdue.firstRows)
    harness.type("h")
    #expect(shown(.overdue) == 0 && harness.desk.list.selected == nil)
    // Folded it stays folded when it is read again.
    harness.receive(.changedElsewhere)
    #expect(shown(.overdue) == 0)
    harness.type("l")
    #expect(shown(.overdue) == TodaySection.overdue.firstRows)
    #expect(harness.desk.list.selected?.address.kind == .deadline)
    var visited: [TodaySection] = []
    for _ in titles(harness) {
      if let section = harness.desk.list.todayLine?.section { visited.append(section) }
      harness.type("<Tab>")
    }
    #expect(visited == titles(harness))
    #expect(harness.desk.list.todayLine?.section == .overdue)
    harness.type("<S-Tab>")
    #expect(harness.desk.list.todayLine?.section == titles(harness).last)
  }

  @Test(arguments: [
    ("fd", TodaySection.overdue), ("fn", .noContact), ("fd", .overdue),
  ])
  func `shows one section alone, and all again`(keys: String, section: TodaySection) {
    var harness = DeskHarness(world: DayWorld.full)
    let all = titles(harness)
    harness.type(keys)
    #expect(titles(harness) == [section])
    #expect(harness.desk.list.selected != nil)
    #expect(harness.screen.contains(Words(.ja)(section.labelKey)))
    harness.type(keys)
    #expect(titles(harness) == all)
    harness.type(keys + "fc")
    #expect(titles(harness) == all)
  }

  @Test func `tells what presses on every screen, and anew after a change`() {
    var harness = DeskHarness(Size(rows: 24, columns: 130), world: DayWorld.full)
    func header() -> String { String(harness.screen.prefix { $0 != "\n" }) }
    let words = harness.desk.words
    for place in ["1", "2", "8h", "4"] {
      harness.type(place)
      #expect(header().contains("\(words("header.overdue")) 2"), "\(header())")
      #expect(header().contains("\(words("header.today")) 2"), "\(header())")
      #expect(header().contains("\(words("header.silent")) 2"), "\(header())")
      #expect(header().contains("\(words("header.drafts")) 1"), "\(header())")
    }
    harness.world.cards[.deadline]?.removeFirst()
    harness.receive(.changedElsewhere)
    #expect(header().contains("\(words("header.overdue")) 1"), "\(header())")
  }

  private static func followUps(_ count: Int64, days: Int, in world: World) -> [Card] {
    guard let late = world.cards[.followUp]?.first else { return [] }
    return (1...count).map { number in
      var card = Card(RecordAddress(.followUp, RecordID(number)), number: "F-\(number)")
      for field in ["action", "case", "assignee", "isOpen"] { card[field] = late[field] }
      card["due"] = .date(DayWorld.day(days))
      return card
    }
  }

  @Test func `of nothing says so and what to do`() {
    let harness = DeskHarness(Size(rows: 24, columns: 100), world: .empty)
    #expect(harness.screen.contains("今日することはありません。2 でケースの一覧"))
    #expect(harness.desk.list.selected == nil)
  }

  @Test func `asks for what fills a screen, then for everything at once, of all or of one's own`()
    throws
  {
    var harness = DeskHarness(world: DayWorld.full)
    let first = try #require(asked(harness).first)
    guard case .first(let rows) = first.extent else {
      return #expect(Bool(false), "\(first.extent)")
    }
    #expect((1...30).contains(rows))
    #expect(asked(harness).map(\.extent) == [.first(rows), .rest])
    #expect(asked(harness).last?.parts == first.parts)
    let today = DeskHarness.today
    #expect(first.parts.map(\.query) == TodaySection.allCases.flatMap { $0.queries(today) })
    harness.type("fm")
    let own = try #require(asked(harness).last)
    let me = [DeskHarness.staff]
    #expect(own.parts.map(\.query) == TodaySection.allCases.flatMap { $0.queries(today, of: me) })
    #expect(own.caseload == Indicator.caseload.query(today, of: me))
    let count = asked(harness).count
    harness.type("2")
    #expect(asked(harness).count == count)
  }

  @Test func `keeps the place when somebody else changes something`() {
    var harness = DeskHarness(world: DayWorld.full)
    harness.type("jjj")
    let place = harness.desk.list.selected?.address
    #expect(place?.kind == .followUp)
    harness.world.cards[.deadline]?.removeFirst()
    harness.receive(.changedElsewhere)
    #expect(harness.desk.list.selected?.address == place)
    #expect(harness.desk.list.today.count(of: .overdue) == ListCount(1))
  }

  @Test func `grows by pages where somebody comes near the end of a section`() throws {
    var world = DayWorld.full
    world.cards[.deadline] = []
    world.cards[.followUp] = Self.followUps(100, days: -3, in: world)
    var harness = DeskHarness(world: world)
    #expect(harness.desk.list.today.count(of: .overdue) == ListCount(100))
    func overdue() -> Int {
      harness.desk.list.today.lines.filter { $0.section == .overdue && $0.row != nil }.count
    }
    harness.type("jjjjjjl")
    #expect(overdue() == 60)
    for _ in 0..<63 { harness.type("j") }
    #expect(overdue() == 100)
    #expect(harness.desk.list.selected?.address == RecordAddress(.followUp, RecordID(70)))
  }

  @Test(arguments: [
    // A deadline opens its case; what it counts from is selected, the keys stay above.
    ("", RecordAddress(.case, RecordID(2)), false), ("j", RecordAddress(.case, RecordID(1)), true),
  ])
  func `opens the case at the right place`(keys: String, target: RecordAddress, isTaken: Bool)
    throws
  {
    var harness = DeskHarness(world: DayWorld.full)
    harness.type(keys)
    let row = try #require(harness.desk.list.selected)
    harness.type("<Enter>")
    let pane = try #require(harness.desk.details.last)
    #expect(pane.detail.card.address == target)
    #expect(pane.isOnTimeline == isTaken)
    if isTaken { #expect(pane.selected?.address == row.address) }
  }

  @Test func `opens a draft, a salon and what others changed`() throws {
    var harness = DeskHarness(world: DayWorld.full)
    unfold(&harness)
    func go(to section: TodaySection, _ match: (TodayRow) -> Bool = { _ in true }) throws {
      let lines = harness.desk.list.today.lines
      let index = try #require(
        lines.firstIndex { $0.section == section && $0.row.map(match) == true })
      harness.type("gg")
      while harness.desk.list.selection.index < index { harness.type("j") }
    }
    try go(to: .drafts)
    for (key, label) in [("x", "desk.onDraft"), ("w", "desk.onDraft"), ("e", "desk.onDraft")] {
      harness.type(key)
      #expect(harness.desk.notice?.text == harness.desk.words(label))
    }
    harness.type("<Enter>")
    #expect(harness.form?.parts.first?.kind == .note)
    harness.type("<Esc>")
    try go(to: .week) { $0.card?.address.kind == .salon }
    harness.type("<Enter>")
    #expect(harness.desk.details.last?.detail.card.address.kind == .salon)
    harness.type("<Esc>")
    try go(to: .news)
    let words = harness.desk.words
    let news = words("today.newsMore", "鈴木 光", words("kind.followup.short"), "2")
    #expect(harness.screen.contains(news), "\(harness.screen)")
    harness.type("<Enter>")
    let pane = try #require(harness.desk.details.last)
    #expect(pane.detail.card.address == RecordAddress(.case, RecordID(1)))
    #expect(pane.selected?.address == RecordAddress(.followUp, RecordID(1)) && !pane.isOnTimeline)
  }

  @Test func `forgets a draft that is saved, and shows one that is kept`() {
    var harness = DeskHarness(world: World.full)
    #expect(!titles(harness).contains(.drafts))
    harness.type("rn途中<Esc>")
    #expect(titles(harness).contains(.drafts))
    harness.type("rn<Ctrl-S>")
    #expect(!titles(harness).contains(.drafts))
  }

  @Test func `marks a section with one key, and deadlines and follow-ups of one number apart`() {
    var harness = DeskHarness(world: DayWorld.full)
    harness.type("V")
    #expect(Set(harness.desk.list.marked.keys.map(\.kind)) == [.deadline, .followUp])
    #expect(harness.desk.list.marked.count == 2)
    harness.type("V ")
    #expect(Set(harness.desk.list.marked.keys.map(\.kind)) == [.deadline])
    harness.type(" ")
    #expect(
      Set(harness.desk.list.marked.keys) == [
        RecordAddress(.deadline, RecordID(1)), RecordAddress(.followUp, RecordID(1)),
      ])
  }
}
