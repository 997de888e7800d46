import Casework
import Cells
import DeskWorld
import Labels
import Screens
import Testing

@Suite struct `Who stands in for somebody` {
  private static let world: World = {
    var world = DayWorld.full
    world.cards[.cover] = [DayWorld.cover]
    world.cards[.followUp]?[0]["assignee"] = .link(DayWorld.colleague)
    world.cards[.case]?[0]["owner"] = .link(DayWorld.colleague)
    return world
  }()

  private static let third = Link(RecordAddress(.staff, RecordID(3)), title: "佐々木 学")

  @Test(arguments: LabelLanguage.allCases)
  func `has the absent one's work among their own, marked with the name`(language: LabelLanguage) {
    var world = Self.world
    world.cards[.followUp]?[1]["assignee"] = .link(Self.third)
    var harness = DeskHarness(Size(rows: 40, columns: 80), language: language, world: world)
    harness.type("fm")
    let covered = Words(language)("desk.covered", language.base == .ja ? "鈴木" : "ST-0002")
    #expect(harness.screen.contains(covered))
    #expect(!harness.screen.contains("佐々木 学"))
    harness.type("2fm")
    #expect(harness.screen.contains(Words(language)("case.owner")))
    let filters = harness.desk.list.query.filters
    #expect(
      filters.contains(FieldFilter("owner", .among([DeskHarness.staff, DayWorld.colleague]))))
    #expect(harness.desk.list.cards.count == 4)
  }

  @Test func `has their own alone again after the last day`() {
    var harness = DeskHarness(world: Self.world)
    harness.type("fm2fm1")
    let both = FieldFilter("assignee", .among([DeskHarness.staff, DayWorld.colleague]))
    #expect(harness.desk.list.query.filters.contains(both))
    harness.desk.surroundings.today = DayWorld.day(3)
    harness.receive(.changedElsewhere)
    let own = FieldFilter("assignee", .equals(.link(DeskHarness.staff)))
    #expect(harness.desk.list.query.filters.contains(own))
    harness.type("2")
    #expect(
      harness.desk.list.query.filters.contains(
        FieldFilter("owner", .equals(.link(DeskHarness.staff)))))
    harness.type("fm")
    #expect(harness.desk.list.query.filters == [.open])
  }
}
