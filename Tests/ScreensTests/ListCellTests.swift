import Casework
import Cells
import DeskWorld
import Labels
import Screens
import Testing
import Wording

/// What stands in the cells of lists that are looked over rather than read.
@Suite struct `The cells of a list` {
  private func gathering(_ id: Int64, _ day: Int, _ values: [String: FieldValue]) -> Card {
    let address = RecordAddress(.salon, RecordID(id))
    var card = Card(address, number: address.number)
    card["theme"] = .text("会\(id)")
    card["date"] = .date(DeskHarness.today.adding(days: day))
    for (field, value) in values { card[field] = value }
    return card
  }

  @Test(arguments: LabelLanguage.allCases)
  func `of a gathering tell places of how many, and who came once it was`(language: LabelLanguage) {
    var world = World.full
    let counted: [String: FieldValue] = ["visits": .number(0), "status": .code("planned")]
    world.cards[.salon] = [
      gathering(1, 3, counted.merging(["seats": .number(8), "capacity": .number(8)]) { $1 }),
      gathering(2, 9, counted.merging(["seats": .number(3), "capacity": .number(8)]) { $1 }),
      gathering(3, -2, counted.merging(["seats": .number(5)]) { $1 }),
      gathering(4, -9, ["visits": .number(17), "seats": .number(12), "status": .code("held")]),
    ]
    var harness = DeskHarness(language: language, world: world)
    harness.type("4")
    let words = harness.desk.words
    let header = "\(words("salon.seats.column"))/\(words("salon.capacity.column"))"
    #expect(harness.screen.contains(header), "\(harness.screen)")
    #expect(harness.screen.contains(words("desk.nextFirst")))
    let rows = harness.desk.draw().golden.split(separator: "\n").map(String.init)
    func row(_ id: Int) -> String { rows.first { $0.contains("会\(id)") } ?? "" }
    // Full, and it is to come.
    #expect(row(1).contains("{wS:8/8}"), "\(row(1))")
    #expect(row(2).contains("3/8") && !row(2).contains("{w:"), "\(row(2))")
    #expect(!row(1).contains(" 0") && !row(2).contains(" 0"))
    // Nobody said whether it took place.
    #expect(row(3).contains("{w:"), "\(row(3))")
    #expect(row(4).contains("17") && row(4).contains("{m:"), "\(row(4))")
    expectSound(harness.desk, "4")
  }

  @Test(arguments: LabelLanguage.allCases)
  func `of an assessment tell its points, each in the colour of how much it presses`(
    language: LabelLanguage
  ) {
    var world = World.full
    var card = Card(RecordAddress(.need, RecordID(1)), number: "ND-0001")
    card["case"] = world.link(.case, 0)
    card["on"] = .date(DeskHarness.today)
    for (field, score) in [("housing", "crisis"), ("income", "vulnerable"), ("health", "safe")] {
      card[field] = .code(score)
    }
    world.cards[.need] = [card]
    var harness = DeskHarness(language: language, world: world)
    harness.type("8y")
    let golden = harness.desk.draw().golden
    for text in ["{eS:1}", "{wS:2}", "{gS:4}"] { #expect(golden.contains(text), "\(golden)") }
    #expect(harness.screen.contains(harness.desk.words("need.housing.column")))
    expectSound(harness.desk, "8y")
  }

  /// A day by which something is due is told by how far off it is, in every list that has one.
  @Test func `tell how far off a day is`() {
    var world = World.full
    world.cards[.deadline] = [DayWorld.deadline(1, -4, "appeal", .critical)]
    world.cards[.deadline]?[0]["isOpen"] = .flag(true)
    var harness = DeskHarness(world: world)
    harness.type("8l")
    #expect(harness.screen.contains("4日超過"), "\(harness.screen)")
  }

  @Test(arguments: LabelLanguage.allCases)
  func `of cases beside a record say who has them, when they were in touch and what comes next`(
    language: LabelLanguage
  ) {
    var world = World.full
    for index in world.cards[.case, default: []].indices {
      world.cards[.case]?[index]["nameRoman"] = .text("AYMAN SALAH ELHASSAN")
      world.cards[.case]?[index]["nameKana"] = .text("アイマン・サラーハ")
      world.cards[.case]?[index]["nextAction"] = .text("Call back and fix the first interview")
      world.cards[.case]?[index]["nextActionDue"] = .date(DeskHarness.today.adding(days: 7))
      world.cards[.case]?[index]["lastContact"] = .date(DeskHarness.today.adding(days: -25))
    }
    var harness = DeskHarness(Size(rows: 40, columns: 140), language: language, world: world)
    harness.type("2")
    let titles = String(harness.screen.split(separator: "\n")[2])
    let description = RecordDescription.of(.case)
    for field in Case.names(\.owner, \.lastContact, \.nextAction).compactMap({ description[$0] }) {
      let title = ValueText(harness.desk.words).header(of: field, in: .case)
      #expect(titles.contains(title), "\(titles)")
    }
  }
}
