import Casework
import Cells
import DeskWorld
import Labels
import Testing
import Widgets

@testable import Screens

/// What every page keeps of the one protocol: what it asks, what it takes, where it stands.
@Suite struct `A page` {
  struct Kind: CustomTestStringConvertible, Sendable {
    let name: String
    let keys: String
    let world: World
    let id: PageID
    var testDescription: String { name }

    func opened() -> DeskHarness {
      var harness = DeskHarness(world: world)
      harness.type(keys)
      return harness
    }
  }

  private static let person = RecordAddress(.case, RecordID(1))
  private static let salon = RecordAddress(.salon, RecordID(1))

  static let kinds = [
    Kind(name: "today", keys: "1", world: DayWorld.full, id: .screen(.today)),
    Kind(name: "list", keys: "2", world: .full, id: .screen(.cases)),
    Kind(name: "register", keys: "8f", world: .full, id: .screen(.register(.followUp))),
    Kind(name: "detail", keys: "2l<Tab>", world: .full, id: .detail(person)),
    Kind(name: "calendar", keys: "4p", world: PictureWorld.full, id: .picture(.salons)),
    Kind(name: "stays", keys: "3p", world: PictureWorld.full, id: .picture(.homestays)),
    Kind(name: "board", keys: "5p", world: PictureWorld.full, id: .picture(.jobs)),
    Kind(
      name: "bars", keys: "8Cp", world: PictureWorld.registers,
      id: .picture(.register(.campaign))),
    Kind(name: "roll", keys: "4R", world: PictureWorld.full, id: .roll(salon)),
  ]

  private func top(_ desk: Desk) -> any DeskPage { desk.overlays.last?.page ?? desk.topPage }

  @Test(arguments: kinds) func `has the name by which its answers find it`(kind: Kind) {
    #expect(top(kind.opened().desk).id == kind.id)
  }

  @Test(arguments: kinds) func `asks for itself alone when it is read again`(kind: Kind) {
    let desk = kind.opened().desk
    var page = top(desk)
    let asked = page.refresh(desk.scene(of: kind.id))
    #expect(!asked.isEmpty)
    for effect in asked {
      guard case .read(_, let to) = effect else {
        Issue.record("\(effect)")
        continue
      }
      #expect(to == kind.id)
    }
    // Nothing that is shown changes before the answer is there.
    #expect(AnyHashable(page) == AnyHashable(top(desk)))
  }

  /// Every answer that no page here has asked for.
  private static let foreign: [PageAnswer] = {
    let other = Card(RecordAddress(.partner, RecordID(70)), number: "N-70")
    let request = PageRequest(
      query: ListQuery(.partner), anchor: .first, count: 20, fields: ["name"])
    return [
      .page(request, Page(cards: [other])), .count(request.query, ListCount(9)),
      .all(request, Page(cards: [other])),
      .today(
        TodayRequest(
          parts: [], caseload: request.query, owners: [], newsFields: []),
        TodayAnswer(pages: [], counts: [], caseload: ListCount(77), news: News())),
      .picture(
        .month(
          MonthRequest(
            ListQuery(.salon), DeskHarness.today.firstOfMonth.adding(days: -400).firstOfMonth)),
        .month(MonthRows(first: DeskHarness.today.firstOfMonth))),
    ]
  }()

  @Test(arguments: kinds) func `takes no answer to what it did not ask`(kind: Kind) {
    let desk = kind.opened().desk
    for answer in Self.foreign {
      var page = top(desk)
      let deeds = page.take(answer, desk.scene(of: kind.id))
      #expect(deeds == [], "\(answer)")
      #expect(AnyHashable(page) == AnyHashable(top(desk)), "\(answer)")
    }
  }

  @Test(arguments: kinds) func `takes its own answer twice as once`(kind: Kind) {
    let opened = kind.opened()
    let answers = opened.effects.compactMap { effect -> PageAnswer? in
      guard case .read(_, kind.id) = effect,
        case .read(let answer, _)? = opened.world.reply(to: effect)
      else { return nil }
      return answer
    }
    for answer in answers.suffix(2) {
      var harness = opened
      harness.receive(.read(answer, for: kind.id))
      #expect(harness.desk.draw() == opened.desk.draw(), "\(answer)")
    }
  }

  @Test(arguments: kinds.prefix(4)) func `stands still at both its ends`(kind: Kind) throws {
    var harness = kind.opened()
    for (far, steps) in [("<Home>", "k<Up><PgUp><Ctrl-U>"), ("<End>", "j<Down><PgDn><Ctrl-D>")] {
      harness.type(far)
      let (subject, place) = (harness.desk.subject?.address, harness.desk.list.selection)
      // The last line of Today is a heading that is folded.
      #expect(subject != nil || kind.name == "today")
      let frame = harness.desk.draw()
      harness.type(steps)
      #expect(harness.desk.subject?.address == subject, "\(steps)")
      #expect(harness.desk.list.selection == place, "\(steps)")
      #expect(harness.desk.draw() == frame, "\(steps)")
    }
  }

  @Test(arguments: kinds) func `without rows has nothing in hand, and moves nowhere`(kind: Kind) {
    var harness = DeskHarness(world: .empty)
    harness.type(kind.keys)
    for key in ["<Home>", "<End>", "<PgUp>", "<PgDn>", "<Up>", "<Down>"] {
      harness.type(key)
      if kind.keys != "4p" { #expect(harness.desk.subject == nil, "\(key)") }
      expectSound(harness.desk, "\(key) in \(kind.name)")
    }
    #expect(harness.changes.isEmpty)
  }

  // MARK: A list that is longer than was read

  private static func cards(_ ids: Range<Int64>) -> [Card] {
    ids.map { id in
      var card = Card(RecordAddress(.followUp, RecordID(id)), version: 1, number: "F-\(id)")
      card["action"] = .text("\(id)")
      card["isOpen"] = .flag(true)
      return card
    }
  }

  /// The list of follow-ups with a window of it read, and more before and after.
  private func window(_ ids: Range<Int64>, before: Bool, after: Bool) -> (ListPage, Scene)? {
    let desk = DeskHarness().desk
    let scene = desk.scene(of: .screen(.register(.followUp)))
    guard var page = ListPage(.register(.followUp), for: .coordinator(RecordID(1))) else {
      return nil
    }
    _ = page.take(
      .page(
        request(.first), Page(cards: Self.cards(ids), hasMoreBefore: before, hasMoreAfter: after)),
      scene)
    return (page, scene)
  }

  private func request(_ anchor: ListAnchor) -> PageRequest {
    PageRequest(
      query: ListQuery(.followUp, filters: [.open]), anchor: anchor, count: 40, fields: [])
  }

  private func anchors(_ effects: [Effect]) -> [ListAnchor] {
    effects.compactMap { if case .read(.page(let request), _) = $0 { request.anchor } else { nil } }
  }

  private func anchors(_ deeds: [Deed]) -> [ListAnchor] {
    anchors(deeds.compactMap { if case .ask(let effect) = $0 { effect } else { nil } })
  }

  @Test func `of a list asks for what lies behind its end, and only near it`() throws {
    var (page, scene) = try #require(window(1..<101, before: false, after: true))
    #expect(anchors(page.grow(scene)) == [])
    #expect(anchors(page.move(.down, scene)) == [])
    page.selection.select(95)
    #expect(anchors(page.grow(scene)) == [.after(RecordID(100))])
    // Its last row is read from the end; the rows between are not.
    #expect(anchors(page.move(.last, scene)) == [.last])
    #expect(page.selection.index == 95)
    _ = page.take(
      .page(request(.after(RecordID(100))), Page(cards: Self.cards(101..<111))), scene)
    #expect(page.cards.count == 110 && page.selection.index == 95 && !page.hasMoreAfter)
    #expect(anchors(page.grow(scene)) == [])
    #expect(anchors(page.move(.last, scene)) == [])
    #expect(page.selected?.number == "F-110")
  }

  @Test func `of a list keeps its row when rows come before it`() throws {
    var (page, scene) = try #require(window(50..<100, before: true, after: false))
    page.selection.select(3)
    #expect(anchors(page.grow(scene)) == [.before(RecordID(50))])
    #expect(anchors(page.move(.first, scene)) == [.first])
    _ = page.take(
      .page(request(.before(RecordID(50))), Page(cards: Self.cards(40..<50))), scene)
    #expect(page.cards.first?.number == "F-40")
    #expect(page.selected?.number == "F-53" && page.selection.index == 13)
    #expect(!page.hasMoreBefore)
  }

  @Test(arguments: [ListAnchor.after(RecordID(7)), .before(RecordID(7))])
  func `of a list leaves out a piece that fits nowhere any more`(anchor: ListAnchor) throws {
    var (page, scene) = try #require(window(50..<100, before: true, after: true))
    let before = page.cards
    _ = page.take(.page(request(anchor), Page(cards: Self.cards(200..<210))), scene)
    #expect(page.cards == before)
    #expect(page.hasMoreBefore && page.hasMoreAfter)
  }

  @Test func `of a list that is read from its end stands on its last row`() throws {
    var (page, scene) = try #require(window(1..<41, before: false, after: true))
    _ = page.take(.count(page.query, ListCount(300)), scene)
    _ = page.take(
      .page(request(.last), Page(cards: Self.cards(261..<301), hasMoreBefore: true)), scene)
    #expect(page.selected?.number == "F-300")
    #expect(page.position == 300)
    #expect(page.hasMoreBefore && !page.hasMoreAfter)
  }

  @Test func `of a list forgets a record that is gone, its mark and no row beside`() throws {
    var (page, _) = try #require(window(1..<11, before: false, after: false))
    page.marks.mark(Array(page.cards.prefix(3)))
    page.selection.select(5)
    page.forget(RecordAddress(.followUp, RecordID(2)))
    #expect(page.selected?.number == "F-6" && page.selection.index == 4)
    #expect(Set(page.marked.keys.map(\.id.rawValue)) == [1, 3])
    page.selection.select(8)
    page.forget(RecordAddress(.followUp, RecordID(10)))
    #expect(page.selected?.number == "F-9")
    page.forget(RecordAddress(.note, RecordID(9)))
    #expect(page.selected?.number == "F-9" && page.cards.count == 8)
  }

  // MARK: Details

  @Test func `of a record keeps its row on the timeline, and leaves an empty one`() throws {
    let world = World.full
    var rows = (1...3).map { id in
      var card = Card(RecordAddress(.note, RecordID(Int64(id))), number: "N-\(id)")
      card["on"] = .date(DeskHarness.today.adding(days: -id))
      return card
    }
    let card = try #require(world.cards[.case]?.first)
    var page = DetailPage(Detail(card: card, timeline: rows))
    let scene = DeskHarness().desk.scene(of: page.id)
    #expect(page.subject?.address == card.address)
    #expect(page.open(scene) == [] && page.isOnTimeline)
    page.selection.select(1)
    let stood = try #require(page.selected?.address)
    #expect(page.subject?.address == stood)
    #expect(page.open(scene) == [.ask(.detail(stood, for: .open))])
    var new = Card(RecordAddress(.note, RecordID(9)), number: "N-9")
    new["on"] = .date(DeskHarness.today)
    rows.append(new)
    _ = page.take(.record(Detail(card: card, timeline: rows)), scene)
    #expect(page.selected?.address == stood && page.timeline.count == 4)
    // The record of another page is not its own.
    let other = try #require(world.cards[.case]?[1])
    let before = page
    #expect(page.take(.record(Detail(card: other)), scene) == [])
    #expect(page == before)
    _ = page.take(.record(Detail(card: card)), scene)
    #expect(!page.isOnTimeline && page.subject?.address == card.address)
    page.togglePane()
    #expect(!page.isOnTimeline)
  }

  @Test func `to read scrolls, keeps its first and last line, and closes`() {
    var harness = DeskHarness(Size(rows: 10, columns: 40))
    harness.type("2b")
    let first = harness.desk.draw()
    #expect(harness.desk.mode == .brief)
    harness.type("<Up><PgUp><Home>")
    #expect(harness.desk.draw() == first)
    harness.type("<End>")
    let last = harness.desk.draw()
    #expect(last != first)
    harness.type("<Down><PgDn>")
    #expect(harness.desk.draw() == last)
    harness.type("<Home>")
    #expect(harness.desk.draw() == first)
    harness.type("q")
    #expect(harness.desk.overlays.isEmpty && harness.desk.screen == .cases)
  }
}
