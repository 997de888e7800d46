import Casework
import Cells
import DeskWorld
import Labels
import Screens
import Testing
import Widgets

@Suite struct `Today` {
  private func titles(_ harness: DeskHarness) -> [TodaySection] {
    harness.desk.list.today.lines.filter { $0.row == nil }.map(\.section)
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
        .critical, .overdue, .upcoming, .noContact, .practice, .week, .drafts, .news, .later,
      ])
    let rows = harness.screen.split(separator: "\n").map(String.init)
    for (section, count) in [(TodaySection.critical, 2), (.week, 4), (.drafts, 1), (.later, 1)] {
      let heading = words("today.heading", words(section.labelKey), String(count))
      #expect(rows.contains { $0.contains(heading) }, "\(heading) in \(harness.screen)")
    }
    #expect(harness.desk.list.selected?.address == RecordAddress(.deadline, RecordID(1)))
  }

  @Test(
    arguments: LabelLanguage.allCases, [Size(rows: 24, columns: 80), Size(rows: 40, columns: 140)])
  func `says in every row whom and what it is about`(language: LabelLanguage, size: Size) {
    var harness = DeskHarness(size, language: language, world: DayWorld.full)
    let words = Words(language)
    func line(_ text: String) -> Bool { harness.screen.contains(text) }
    #expect(line(words("deadlineState.to_confirm")) && line(DayWorld.day(5).description))
    #expect(line(words("today.lastContact", DayWorld.day(-20).description)))
    #expect(line(words("today.neverContacted")))
    harness.type("G")
    #expect(line("語学サロン") && line("鈴木 光"))
    #expect(harness.desk.list.selected?.address.kind == .followUp)
  }

  @Test func `never selects a heading`() {
    var harness = DeskHarness(Size(rows: 14, columns: 80), world: DayWorld.full)
    let rows = harness.desk.list.today.lines.filter { $0.row != nil }.count
    func selected() -> TodayLine? { harness.desk.list.todayLine }
    var seen: Set<Int> = []
    for key in ["j", "k", "<PgDn>", "<PgUp>", "<Ctrl-D>", "<Ctrl-U>", "G", "gg"] {
      for _ in 0..<30 {
        harness.type(key)
        #expect(selected()?.row != nil, "\(key)")
        seen.insert(harness.desk.list.selection.index)
      }
    }
    #expect(seen.count == rows)
    // Back at the top the first heading is seen again.
    #expect(harness.screen.contains(Words(.ja)(TodaySection.critical.labelKey)))
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
    #expect(harness.desk.list.today.count(of: .critical) == ListCount(1))
  }

  @Test func `grows by pages where somebody comes near the end of a section`() throws {
    var world = DayWorld.full
    let late = try #require(world.cards[.followUp]?.first)
    world.cards[.followUp] = (1...100).map { number in
      var card = Card(RecordAddress(.followUp, RecordID(Int64(number))), number: "F-\(number)")
      for field in ["action", "due", "case", "assignee", "isOpen"] { card[field] = late[field] }
      return card
    }
    var harness = DeskHarness(world: world)
    #expect(harness.desk.list.today.count(of: .overdue) == ListCount(100))
    func overdue() -> Int {
      harness.desk.list.today.lines.filter { $0.section == .overdue && $0.row != nil }.count
    }
    #expect(overdue() == 60)
    for _ in 0..<70 { harness.type("j") }
    #expect(overdue() == 100)
    #expect(harness.desk.list.selected?.address == RecordAddress(.followUp, RecordID(69)))
  }

  @Test(arguments: [
    // A deadline opens its case; what it counts from is selected, the keys stay above.
    ("", RecordAddress(.case, RecordID(2)), false), ("jj", RecordAddress(.case, RecordID(1)), true),
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
    #expect(Set(harness.desk.list.marked.keys.map(\.kind)) == [.deadline])
    #expect(harness.desk.list.marked.count == 2)
    harness.type("V jj ")
    #expect(Set(harness.desk.list.marked.keys.map(\.kind)) == [.deadline, .followUp])
  }
}
