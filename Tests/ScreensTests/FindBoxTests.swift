import Casework
import Cells
import DeskWorld
import Labels
import Testing
import Widgets

@testable import Screens

/// One box over people, records, registers and commands.
@Suite struct `The box over everything` {
  private func box(_ harness: DeskHarness) -> FindBox? {
    if case .find(let box) = harness.desk.overlays.last { box } else { nil }
  }

  private func labels(_ harness: DeskHarness) -> [String] {
    box(harness)?.view.items.map(\.label) ?? []
  }

  private func lookUps(_ effects: [Effect]) -> [LookUp] {
    effects.compactMap { if case .lookUp(let asked) = $0 { asked } else { nil } }
  }

  /// The keys of a macro without any answer of the store.
  private func press(_ macro: String, _ desk: inout Desk) -> [Effect] {
    DeskHarness.keys(macro).flatMap { desk.update(.key($0)) }
  }

  @Test(arguments: DeskSize.allCases, LabelLanguage.allCases)
  func `shows people first, then commands and registers`(size: DeskSize, language: LabelLanguage) {
    var harness = DeskHarness(size.size, language: language)
    harness.type(":")
    expectSound(harness.desk, ":")
    harness.type("a")
    expectSound(harness.desk, ":a")
    harness.type("hmad")
    expectSound(harness.desk, ":ahmad")
    #expect(labels(harness).contains { $0.contains("2026-0002") })
    harness.type("<Enter>")
    #expect(harness.desk.details.last?.detail.card.number == "2026-0002")
  }

  @Test func `finds a register and any other record by name`() {
    var harness = DeskHarness(language: .en)
    harness.type(":hosts<Enter>")
    #expect(harness.desk.screen == .register(.host))
    var world = World.full
    var host = Card(RecordAddress(.host, RecordID(3)), number: "H-0003")
    host["name"] = .text("清水家")
    world.cards[.host] = [host]
    harness = DeskHarness(world: world)
    harness.type(":清水")
    #expect(labels(harness).contains("H-0003"))
    harness.type("<Enter>")
    #expect(harness.desk.details.last?.detail.card.number == "H-0003")
  }

  @Test(arguments: [
    ("重複", "status"), ("まとめる", "status"), ("merge", "status"), ("集計", "reports"),
    ("report", "reports"), ("履歴", "journal"), ("audit", "journal"),
  ])
  func `finds what is called otherwise`(typed: String, name: String) throws {
    var harness = DeskHarness()
    harness.type("2:" + typed)
    let wanted = Words(.ja)("command.\(name)")
    let first = try #require(box(harness)?.view.items.first { !$0.isHeading })
    #expect(labels(harness).contains(wanted), "\(typed): \(labels(harness))")
    if typed != "audit" { #expect(first.label == wanted, "\(typed)") }
  }

  @Test func `gives a command by its whole name, whoever is called so too`() {
    var world = World.full
    world.cards[.case]?[0]["nameRoman"] = .text("UNDO QUIT")
    var harness = DeskHarness(language: .en, world: world)
    harness.type(":undo<Enter>")
    #expect(harness.effects.contains(.undo) && harness.desk.details.isEmpty)
    // A part of a name means the person.
    harness.type(":und<Enter>")
    #expect(harness.desk.details.last?.detail.card.number == "2026-0001")
  }

  @Test func `opens the same whether the store answers before Enter or after`() throws {
    var desk = DeskHarness().desk
    var asked = lookUps(press(":fati", &desk))
    #expect(
      asked.map(\.text) == ["f", "fa", "fat", "fati"] && asked.allSatisfy { $0.kinds == [.case] })
    // Nothing is opened before it is known who is meant.
    #expect(press("<Enter>", &desk) == [])
    let found = FoundRecord(Link(RecordAddress(.case, RecordID(4)), number: "2026-0004"))
    // What was asked before is no answer to what is typed.
    #expect(desk.receive(.found([found], of: asked[0])) == [])
    let effects = desk.receive(.found([found], of: asked[3]))
    #expect(effects == [.detail(RecordAddress(.case, RecordID(4)), for: .open)])
    #expect(desk.overlays.isEmpty)
    // Another key takes it back.
    asked = lookUps(press(":fati<Enter>x<BS>", &desk))
    let more = desk.receive(.found([found], of: try #require(asked.last)))
    #expect(desk.overlays.count == 1 && lookUps(more).count == 1)
  }

  @Test func `keeps the row somebody chose when more is found`() throws {
    var desk = DeskHarness().desk
    let asked = lookUps(press(":サロン<Down>", &desk))
    let before = try #require(desk.findBox)
    let chosen = before.view.selected.map { before.view.items[$0].label }
    let found = (1...3).map {
      FoundRecord(Link(RecordAddress(.case, RecordID($0)), number: "2026-000\($0)"))
    }
    _ = desk.receive(.found(found, of: try #require(asked.last)))
    let after = try #require(desk.findBox)
    #expect(after.view.items.count > before.view.items.count)
    #expect(after.view.selected.map { after.view.items[$0].label } == chosen)
  }

  /// One question at a time, a few kinds each, and none twice.
  @Test func `looks in every kind once, people first`() {
    var harness = DeskHarness()
    harness.effects = []
    harness.type(":z")
    let asked = lookUps(harness.effects)
    let kinds = asked.flatMap(\.kinds)
    #expect(kinds.first == .case && Set(kinds).count == kinds.count)
    #expect(
      Set(kinds) == Set(RecordKind.allCases.filter { RecordDescription.of($0).isFoundByWords }))
    #expect(asked.allSatisfy { $0.kinds.count <= 4 })
    harness.effects = []
    harness.type("<Esc>:")
    #expect(lookUps(harness.effects).isEmpty)
  }

  @Test(arguments: LabelLanguage.allCases)
  func `says that nothing is found, and takes a letter typed thrice for no name`(
    language: LabelLanguage
  ) {
    var harness = DeskHarness(language: language)
    harness.effects = []
    harness.type(":zzz")
    #expect(lookUps(harness.effects).allSatisfy { $0.text != "zzz" })
    // Of the commands one alone sounds like it.
    #expect(labels(harness) == [Words(language)("command.erase")])
    harness.type("<Esc>:????")
    #expect(labels(harness).isEmpty)
    #expect(harness.screen.contains(Words(language)("find.nothing", "????")), "\(harness.screen)")
  }

  @Test func `offers the case in hand and what can be done before anything is typed`() {
    var harness = DeskHarness()
    harness.type("2j:")
    let items = box(harness)?.view.items ?? []
    #expect(items.first?.label == Words(.ja)("find.atHand") && items.first?.isHeading == true)
    #expect(items.dropFirst().first?.label.hasPrefix("2026-0002") == true)
    harness.type("<Enter>")
    #expect(harness.desk.details.last?.detail.card.number == "2026-0002")
  }

  @Test func `says why the store did not answer, and still opens what is there`() {
    var desk = DeskHarness().desk
    let asked = lookUps(press(":undox<BS>", &desk))
    _ = press("<Enter>", &desk)
    _ = desk.receive(.refused(.lookUp(asked[0]), .busy))
    #expect(desk.notice?.isError == true)
  }

  @Test func `finds a volunteer their own cases and commands alone`() {
    var harness = DeskHarness(viewer: .volunteer(RecordID(7)))
    harness.effects = []
    harness.type(":ahmad")
    #expect(lookUps(harness.effects).allSatisfy { $0.kinds == [.case] })
    harness.type("<Esc>:hosts")
    #expect(labels(harness).isEmpty)
  }
}

extension Desk {
  /// The box on top, where it looks for records.
  fileprivate var findBox: FindBox? {
    if case .find(let box) = overlays.last { box } else { nil }
  }
}
