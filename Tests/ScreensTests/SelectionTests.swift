import Casework
import Cells
import DeskWorld
import Labels
import Screens
import Testing
import Widgets

/// What is in hand stays in hand, and what was just made is what the next key is for.
@Suite struct `The selected record` {
  @Test(arguments: ["<Esc>", "fc"])
  func `stays when a search is cleared`(clearing: String) throws {
    var harness = DeskHarness()
    harness.type("2/マウン<Enter>")
    let found = try #require(harness.desk.list.selected?.address)
    #expect(found.id == RecordID(3))
    harness.type(clearing)
    #expect(harness.desk.list.query.search.isEmpty)
    #expect(harness.desk.list.selected?.address == found)
    #expect(harness.desk.list.cards.count > 1)
  }

  @Test func `is the one from before where a search is given up`() throws {
    var harness = DeskHarness()
    harness.type("2jj")
    let before = try #require(harness.desk.list.selected?.address)
    harness.type("/オレナ")
    #expect(harness.desk.list.selected?.address != before)
    harness.type("<Esc>")
    #expect(harness.desk.list.selected?.address == before)
  }

  /// The open cases alone are what the list begins with.
  @Test(arguments: [("fm", "fm"), ("", "fo")])
  func `stays when a filter is given again`(first: String, filter: String) throws {
    var harness = DeskHarness()
    harness.type("2\(first)jj")
    let before = try #require(harness.desk.list.selected?.address)
    harness.type(filter)
    #expect(harness.desk.list.selected?.address == before)
  }

  @Test(arguments: ScreenID.registers.filter { !RecordDescription.of($0.kind).isMadeByStore })
  func `is the one just made`(letter: Character, kind: RecordKind) throws {
    var harness = DeskHarness()
    harness.world.cards[kind] = (1...5).map {
      Card(RecordAddress(kind, RecordID($0 == 4 ? 99 : Int64($0))), number: "N-\($0)")
    }
    harness.type("8\(letter)jja")
    #expect(harness.form != nil)
    harness.type("<Ctrl-S>")
    try #require(harness.form == nil, "\(harness.screen)")
    // The made world gives every new record the same id.
    #expect(harness.desk.list.selected?.address == RecordAddress(kind, RecordID(99)))
  }

  /// What is looked for leaves somebody, or nobody.
  @Test(arguments: ["オレナ", "zzz"])
  func `is the one just made also where a filter hides it`(search: String) throws {
    var harness = DeskHarness()
    harness.type("2/\(search)<Enter>")
    var card = Card(RecordAddress(.case, RecordID(99)), number: "2026-0099")
    card["nameRoman"] = .text("NEW")
    harness.world.cards[.case]?.append(card)
    harness.type("a")
    harness.go(to: "nameRoman")
    harness.type("NEW<Ctrl-S>")
    #expect(harness.desk.list.selected?.address == card.address, "\(harness.screen)")
    #expect(harness.desk.list.query.search.isEmpty)
  }

  @Test func `on a timeline stays where nothing was made, also below a move of the status`() throws
  {
    var harness = DeskHarness(Size(rows: 40, columns: 140))
    harness.world.cards[.followUp] = (1...4).map { number in
      var card = Card(RecordAddress(.followUp, RecordID(Int64(number))), number: "F-000\(number)")
      card["case"] = harness.world.link(.case, 1)
      card["due"] = .date(DeskHarness.today.adding(days: -number))
      return card
    }
    harness.world.history = [
      JournalEntry(
        sequence: 1, step: 1, at: Instant(1_900_000_000), who: nil, command: "status",
        record: Link(RecordAddress(.case, RecordID(2))), before: ["status": .code("intake")],
        after: ["status": .code("assessment")], reason: "", undoes: nil)
    ]
    harness.type("2jl<Tab>jjj")
    let before = try #require(harness.desk.details.last?.selection.index)
    #expect(before > 1)
    harness.receive(.changedElsewhere)
    #expect(harness.desk.details.last?.selection.index == before)
  }

  @Test func `on Today stays the row that something is logged about`() throws {
    var harness = DeskHarness()
    harness.type("1j")
    let before = try #require(harness.desk.list.selected?.address)
    harness.type("rf")
    harness.go(to: "action")
    harness.type("電話<Ctrl-S>")
    #expect(harness.form == nil)
    #expect(harness.desk.list.selected?.address == before)
  }
}

/// A form that is left for one record is not the form of another.
@Suite struct `The next new record` {
  private func left(_ name: String) -> DeskHarness {
    var harness = DeskHarness()
    harness.type("2a")
    harness.go(to: "nameRoman")
    harness.type("\(name)<Esc>")
    return harness
  }

  @Test(arguments: [LabelLanguage.ja, .en])
  func `is not begun with the words of another unasked`(language: LabelLanguage) throws {
    var harness = left("SARA AHMADI")
    if language == .en { harness.type("tl") }
    harness.type("a")
    #expect(harness.form == nil)
    #expect(harness.screen.contains("SARA AHMADI"), "\(harness.screen)")
    harness.type("n")
    let form = try #require(harness.form)
    #expect(form.view.fields.allSatisfy { $0.text?.contains("SARA") != true })
    harness.go(to: "nameRoman")
    harness.type("OMAR<Esc>")
    #expect(harness.desk.drafts.count == 2)
    harness.type("a")
    #expect(harness.screen.contains("SARA AHMADI") && harness.screen.contains("OMAR"))
    harness.type("b")
    #expect(harness.form?.view.fields.contains { $0.text == "SARA AHMADI" } == true)
    harness.type("<Ctrl-S>")
    #expect(harness.changes.last?.values["nameRoman"] == .text("SARA AHMADI"))
    #expect(harness.desk.drafts.map(\.title) == ["OMAR"])
  }

  @Test func `is told from others in the list of drafts by name and time`() throws {
    var harness = left("SARA AHMADI")
    let kept = try #require(harness.desk.drafts.first)
    var dated = kept
    dated.keptAt = Instant(1_790_987_400)
    harness.receive(.drafts([dated]))
    harness.type("gd")
    #expect(harness.screen.contains("SARA AHMADI"))
    #expect(harness.screen.contains("2026-10-03 9:30") || harness.screen.contains("09:30"))
  }

  @Test func `of another host is not the one that was left`() throws {
    var harness = DeskHarness()
    harness.type("3")
    func host(_ number: Int64) -> FieldValue {
      .link(Link(RecordAddress(.host, RecordID(number)), number: "H-000\(number)"))
    }
    let about = Link(RecordAddress(.case, RecordID(1)), number: "2026-0001")
    let draft = FormDraft(
      command: "logHomestay", subject: "x",
      parts: [
        FormDraft.Part(
          .homestay, id: nil, version: nil, fixed: ["case": .link(about)],
          fields: ["host", "start"])
      ],
      also: [], asksReason: false, offered: ["0.host": host(1)],
      contents: ["0.start": .text("2026-12-24")], focus: "0.start", insertionPoint: 10)
    harness.receive(.drafts([draft]))
    harness.type("2rh")
    #expect(harness.form == nil, "\(harness.screen)")
    harness.type("n")
    #expect(harness.form?.view.fields.allSatisfy { $0.text != "2026-12-24" } == true)
  }
}
