import Casework
import Cells
import CustomDump
import DeskWorld
import Labels
import Screens
import Testing

@Suite struct `Marks` {
  private func marked(_ harness: DeskHarness) -> [Int64] {
    harness.desk.list.marked.keys.map(\.id.rawValue).sorted()
  }

  @Test(arguments: [
    ("v", [1]), ("vjj", [1, 2, 3]), ("jjvk", [2, 3]), ("vjjk", [1, 2]), ("vjvj", [1, 2]),
    (" jv", [1, 3]), ("vj<Esc>", []), (" vj<Esc>", [1]), ("V", [1, 2, 3, 4]), ("VV", []),
    ("  <Esc>", []),
  ])
  func `are set row by row, by range and for all`(keys: String, expected: [Int64]) {
    var harness = DeskHarness()
    harness.type("2" + keys)
    #expect(marked(harness) == expected, "\(keys)")
  }

  @Test func `go beyond the rows that were read`() throws {
    var harness = DeskHarness()
    harness.type("2")
    let list = harness.desk.list
    var page = Page(cards: list.cards)
    page.hasMoreAfter = true
    let requests = harness.effects.compactMap { effect in
      if case .read(.page(let request), _) = effect { request } else { nil }
    }
    _ = harness.desk.receive(.read(.page(try #require(requests.last), page), for: .screen(.cases)))
    let asked = harness.desk.update(.key(.character("V")))
    guard case .read(.all(let all), _)? = asked.first else {
      Issue.record("not asked")
      return
    }
    let far = Card(RecordAddress(.case, RecordID(900)))
    _ = harness.desk.receive(
      .read(.all(all, Page(cards: list.cards + [far])), for: .screen(.cases)))
    #expect(marked(harness) == [1, 2, 3, 4, 900])
  }

  @Test func `of rows that a filter hides stay`() {
    var harness = DeskHarness()
    harness.type("2 /FATIMA<Enter> ")
    #expect(marked(harness) == [1, 4])
  }

  @Test func `show what each row would get, and refused rows are left out`() throws {
    var harness = DeskHarness()
    harness.type("2  ")
    harness.type("jmu")
    guard case .bulk(let preview)? = harness.desk.overlays.last else {
      Issue.record("no preview: \(harness.screen)")
      return
    }
    #expect(preview.previews.count == 2)
    #expect(harness.changes.isEmpty)
    harness.type("n")
    #expect(harness.changes.isEmpty && marked(harness) == [1, 2])
    harness.type("mu")
    harness.type("<Enter>")  // Enter is no
    #expect(harness.changes.isEmpty && harness.desk.overlays.isEmpty)
    harness.type("muy")
    #expect(harness.changes.map(\.id) == [RecordID(1), RecordID(2)])
    #expect(marked(harness) == [])

    harness.world.refusal = .problems([FieldProblem("status", .moveNotAllowed)])
    harness.type("gg  mu")
    #expect(harness.screen.contains(Words(.ja)("desk.preview")))
    harness.type("y")
    #expect(harness.changes.count == 2)
  }

  @Test func `of many rows are changed by typing their number`() throws {
    var world = World.full
    let first = try #require(world.cards[.case]?.first)
    world.cards[.case] = (1...25).map { number in
      var card = Card(RecordAddress(.case, RecordID(Int64(number))), number: "2026-\(number)")
      for field in ["status", "isOpen", "nameKana"] { card[field] = first[field] }
      return card
    }
    var harness = DeskHarness(world: world)
    harness.type("2Vmu")
    harness.type("y<Enter>")
    #expect(harness.changes.isEmpty)
    harness.type("mu")
    harness.type("24<Enter>")
    #expect(harness.changes.isEmpty)
    harness.type("mu25<Enter>")
    #expect(harness.changes.count == 25)
  }

  @Test func `take one contact for several cases`() throws {
    var harness = DeskHarness()
    harness.type("2  rn")
    harness.go(to: "body")
    harness.type("説明会のお知らせ<Ctrl-S>y")
    let changes = harness.changes
    #expect(changes.map(\.kind) == [.note, .note])
    let cases = [1, 2].map { FieldValue.link(Link(RecordAddress(.case, RecordID($0)))) }
    #expect(changes.map { $0.values["case"] } == cases)
    #expect(Set(changes.map { $0.values["body"] }) == [.text("説明会のお知らせ")])
  }

  @Test func `edit only what is filled in`() throws {
    var harness = DeskHarness(Size(rows: 40, columns: 140))
    harness.type("2  e")
    harness.go(to: "city")
    harness.type("川崎市<Ctrl-S>y")
    #expect(harness.changes.map(\.id) == [RecordID(1), RecordID(2)])
    expectNoDifference(
      harness.changes.map(\.values), [["city": .text("川崎市")], ["city": .text("川崎市")]])
  }

  @Test(arguments: ["e", "mu", "rn", "A"])
  func `even one alone takes the place of the row`(keys: String) throws {
    var harness = DeskHarness(Size(rows: 40, columns: 140))
    harness.type("2 j" + keys)
    if keys == "e" {
      harness.go(to: "city")
      harness.type("x<Ctrl-S>")
    } else if keys == "rn" {
      harness.go(to: "body")
      harness.type("x<Ctrl-S>")
    } else if keys == "A" {
      harness.type("<Enter>")
    }
    let change = try #require(harness.changes.last)
    let first = RecordAddress(.case, RecordID(1))
    #expect(change.id == first.id || change.values["case"] == .link(Link(first)))
  }
}
