import Casework
import Cells
import CustomDump
import DeskWorld
import Labels
import Testing
import Widgets

@testable import Screens

/// What each command asks for, at a place where it can be given.
@Suite struct `What is asked by` {
  struct Row: CustomTestStringConvertible, Sendable {
    let place: String
    let keys: String
    let effects: [Effect]
    var testDescription: String { "\(place) \(keys)" }

    init(_ place: String, _ keys: String, _ effects: Effect...) {
      (self.place, self.keys, self.effects) = (place, keys, effects)
    }
  }

  private static let person = RecordAddress(.case, RecordID(1))
  private static let salon = RecordAddress(.salon, RecordID(1))

  static let rows: [Row] = [
    Row("2", "u", .undo), Row("2", "U", .redo), Row("2", "<Ctrl-R>", .redo),
    Row("2", "<Ctrl-L>", .redraw), Row("2", "<Ctrl-Z>", .suspend), Row("2", "Q", .quit),
    Row("2", "qy", .quit), Row("2", "M", .stayOptions(person)), Row("2", "gm", .stayOptions(nil)),
    Row("2", "W", .jobMatches(person)), Row("2", "b", .detail(person, for: .brief)),
    Row("2", "l", .detail(person, for: .open)), Row("2", "<Right>", .detail(person, for: .open)),
    Row("2", "<Tab>", .detail(person, for: .open)),
    Row("2", "tx", .detail(person, for: .open)), Row("2", "tl", .remember(.en)),
    Row("2l", "tl", .remember(.en)), Row("2l", "M", .stayOptions(person)),
    Row("2l", "b", .detail(person, for: .brief)), Row("2l", "W", .jobMatches(person)),
    Row("2l<Tab>", "l", .detail(RecordAddress(.followUp, RecordID(1)), for: .open)),
    Row("2", "A<Enter>", .suggest(.staff, ""), .save([handOver])),
    Row("2", "td"), Row("2", "?"), Row("2", ":"), Row("2", "8"), Row("2", "s"), Row("2", "fs"),
    Row("2", "/"), Row("2", "v"), Row("2l", "h"), Row("2l", "J"), Row("2l", "K"), Row("2", "q"),
  ]

  private static let handOver = Change(
    .case, id: person.id, version: 1, values: ["owner": .link(DeskHarness.staff)],
    command: "handOver")

  @Test(arguments: rows) func `a key`(row: Row) {
    var harness = DeskHarness(world: PictureWorld.full)
    harness.type(row.place)
    harness.effects = []
    harness.type(row.keys)
    // What is read again after a save is the same after every save.
    let asked = harness.effects.filter { if case .read = $0 { false } else { true } }
    expectNoDifference(asked, row.effects)
  }

  @Test(arguments: [("2", 1), ("2jj", 3), ("2<End>", 4)])
  func `an edit is the whole record, before it is shown`(place: String, id: Int64) {
    var harness = DeskHarness()
    harness.type(place)
    harness.effects = []
    harness.type("e")
    #expect(harness.effects.first == .detail(RecordAddress(.case, RecordID(id)), for: .edit))
    #expect(harness.form?.parts.map(\.card?.address.id) == [RecordID(id)])
  }

  @Test func `the roll of a gathering is its record, and then everybody's place`() {
    var harness = DeskHarness(world: PictureWorld.full)
    harness.type("4")
    harness.effects = []
    harness.type("R")
    #expect(harness.effects.first == .detail(Self.salon, for: .rollCall))
    guard case .read(.all(let request), .roll(Self.salon))? = harness.effects.dropFirst().first
    else {
      Issue.record("\(harness.effects)")
      return
    }
    #expect(request.query.kind == .attendance)
    #expect(request.query.filters.map(\.field) == ["salon"])
    #expect(request.anchor == .first)
  }

  /// The row of each kind that is logged, on a list and on the opened case alike.
  @Test(arguments: CommandTable.all.filter { $0.logs != nil }, ["2j", "2jl"])
  func `a logging command is the form of its kind`(command: Command, place: String) throws {
    let kind = try #require(command.logs)
    var harness = DeskHarness()
    harness.type(place)
    for key in try #require(command.keys.first).keys { harness.send(.key(key)) }
    let form = try #require(harness.form, "\(harness.screen)")
    #expect(form.command == command.name)
    #expect(form.parts.first?.kind == kind)
    #expect(form.parts.first?.card == nil)
    let person = Link(RecordAddress(.case, RecordID(2)))
    #expect(form.parts.allSatisfy { $0.fixed == ["case": .link(person)] })
    #expect(form.parts.map(\.kind) == (kind == .contact ? [.contact, .followUp] : [kind]))
    #expect(form.entries.allSatisfy { $0.facts.name != "case" })
    #expect(harness.changes.isEmpty)
  }

  struct Screen: CustomTestStringConvertible, Sendable {
    let keys: String
    let screen: ScreenID
    var testDescription: String { keys }
  }

  static let screens: [Screen] =
    ([
      ("1", .today), ("gt", .today), ("2", .cases), ("gc", .cases), ("3", .homestays),
      ("gh", .homestays), ("4", .salons), ("gs", .salons), ("5", .jobs), ("gj", .jobs),
      ("2]", .homestays), ("2]]]", .jobs), ("2]]]]", .reports), ("2[", .today),
      ("2]]]]]", .journal), ("2[[", .journal), ("7", .journal), ("gl", .journal),
      ("6", .reports),
      ("gkh", .register(.host)), ("8e", .register(.company)), ("8K", .register(.candidate)),
    ] as [(String, ScreenID)]).map { Screen(keys: $0.0, screen: $0.1) }

  @Test(arguments: screens) func `a screen is its rows`(row: Screen) {
    var harness = DeskHarness()
    harness.type(row.keys)
    #expect(harness.desk.screen == row.screen)
    #expect(harness.desk.overlays.isEmpty && harness.desk.details.isEmpty)
    let asked = harness.effects.compactMap { effect -> PageID? in
      if case .read(_, let page) = effect { page } else { nil }
    }
    #expect(asked.last { $0 != .beside } == .screen(row.screen))
  }

  @Test(arguments: ScreenID.registers)
  func `a letter of the registers is its kind`(letter: Character, kind: RecordKind) {
    var harness = DeskHarness()
    harness.type("8\(letter)")
    #expect(harness.desk.screen == .register(kind))
    #expect(harness.desk.list.query.kind == kind)
  }

  /// Filters and orders, each with what is left in the query; given again, what it was.
  @Test func `a filter narrows the query, and leaves it when given again`() {
    let mine = FieldFilter.owned(.case, by: [DeskHarness.staff])
    var harness = DeskHarness()
    harness.type("2")
    #expect(harness.desk.list.query.filters == [.open])
    harness.type("fo")
    #expect(harness.desk.list.query.filters == [])
    #expect(harness.desk.list.cards.map(\.address.id.rawValue) == [1, 2, 3, 4, 5])
    harness.type("fm")
    #expect(harness.desk.list.query.filters == [mine].compactMap(\.self))
    harness.type("fo")
    #expect(harness.desk.list.query.filters == [mine, .open].compactMap(\.self))
    harness.type("fmfc")
    #expect(harness.desk.list.query.filters == [])
    harness.type("fsintake<Enter>")
    #expect(harness.desk.list.query.filters.map(\.field) == ["status"])
    #expect(harness.desk.list.cards.map { $0["status"] } == [.code("intake")])
    harness.type("fc")
    #expect(harness.desk.list.query == ListQuery(.case))
  }

  @Test(arguments: [("fd", Indicator.overdue), ("fn", .noContact), ("fv", .statusChanges)])
  func `an indicator is its query, and the list as it was when given again`(
    keys: String, indicator: Indicator
  ) {
    let onBar = ScreenID.bar.first { $0.screen.kind == indicator.kind }?.key
    var harness = DeskHarness()
    harness.type(onBar ?? "8/\(indicator.kind.plural)<Enter>")
    #expect(harness.desk.list.query.kind == indicator.kind)
    let before = harness.desk.list.query
    harness.type(keys)
    #expect(harness.desk.list.query.filters == indicator.query(DeskHarness.today).filters)
    #expect(
      harness.desk.notice?.text.isEmpty == false
        && harness.desk.notice?.text.contains(indicator.labelKey) == false)
    harness.type(keys)
    #expect(harness.desk.list.query.filters == before.filters)
  }

  @Test func `an order is kept, and turned round by the same letter or by S`() throws {
    var harness = DeskHarness()
    harness.type("2sa")
    let first = harness.desk.list.query.order
    harness.type("S")
    #expect(harness.desk.list.query.order == SortOrder(first.field, descending: !first.descending))
    harness.type("sa")
    #expect(harness.desk.list.query.order == first)
    harness.type("sb")
    #expect(harness.desk.list.query.order.field != first.field)
    #expect(!harness.desk.list.query.order.descending)
  }

  @Test func `the dates go round and say so`() {
    var harness = DeskHarness(language: .en)
    var said: [String] = []
    for _ in DateStyle.allCases {
      harness.type("td")
      said.append(harness.desk.notice?.text ?? "")
    }
    #expect(
      said
        == [DateStyle.iso, .era, .both, .named].map { Words(.en)("desk.dates.\($0.rawValue)") })
    #expect(harness.desk.settings.dates == .named)
  }

  @Test func `records opened one from another close in the order they came`() {
    var harness = DeskHarness()
    harness.type("2l<Tab>l")
    let person = RecordAddress(.case, RecordID(1))
    let later = RecordAddress(.followUp, RecordID(1))
    #expect(harness.desk.details.map(\.detail.card.address) == [person, later])
    #expect(harness.desk.subject?.address == later)
    // What is opened already is read again, and no second time opened.
    harness.receive(.detail(Detail(card: harness.desk.details[1].detail.card), for: .open))
    #expect(harness.desk.details.map(\.detail.card.address) == [person, later])
    harness.type("h")
    #expect(harness.desk.details.map(\.detail.card.address) == [person])
    #expect(harness.desk.details.last?.isOnTimeline == true)
    #expect(harness.desk.subject?.address == later)
    harness.type("<Tab>")
    #expect(harness.desk.subject?.address == person)
    harness.type("<Esc>")
    #expect(harness.desk.details.isEmpty && harness.desk.overlays.isEmpty)
    #expect(harness.desk.screen == .cases)
    harness.type("<Esc>")
    #expect(harness.desk.notice?.text == harness.desk.words("desk.howToQuit"))
    harness.type("h")
    #expect(harness.desk.overlays.last?.mode == .confirm)
  }

  @Test func `a case that is gone closes with all that was opened from it`() {
    var harness = DeskHarness(language: .en)
    harness.type("2l<Tab>l")
    let person = RecordAddress(.case, RecordID(1))
    harness.receive(.refused(.read(.record(person), for: .detail(person)), .notFound))
    #expect(harness.desk.details.isEmpty)
    #expect(
      harness.desk.notice
        == Desk.Notice(
          text: "This record was closed: it is gone, or you may no longer see it.",
          isError: true))
  }
}
