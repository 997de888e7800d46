import Casework
import Cells
import DeskWorld
import Labels
import Screens
import Testing

/// Deadlines that nobody has seen: who is told of them on Today, and what says that they were seen.
@Suite struct `An unseen deadline` {
  /// An appeal of a colleague's, and one of the viewer's own, unseen for days.
  private static let world: World = {
    var world = DayWorld.full
    for (index, owner) in [(0, DayWorld.colleague), (1, DeskHarness.staff)] {
      world.cards[.deadline]?[index]["owner"] = .link(owner)
      world.cards[.deadline]?[index]["unseenSince"] = .date(DayWorld.day(-3))
      world.cards[.deadline]?[index]["coverFrom"] = .date(DayWorld.day(-3))
      world.cards[.deadline]?[index]["supervisorFrom"] = .date(DayWorld.day(-1))
    }
    world.deadlines = world.cards[.deadline] ?? []
    return world
  }()

  private func desk(
    isSupervisor: Bool = true, _ language: LabelLanguage = .ja, _ world: World = world
  ) -> DeskHarness {
    var harness = DeskHarness(Size(rows: 30, columns: 120), language: language, world: world)
    harness.desk.surroundings.isSupervisor = isSupervisor
    harness.receive(.changedElsewhere)
    return harness
  }

  private func seen(_ harness: DeskHarness) -> [Change] {
    harness.effects.flatMap { if case .saw(let changes) = $0 { changes } else { [Change]() } }
  }

  @Test(arguments: LabelLanguage.allCases)
  func `is on a supervisor's Today with its owner, and since when`(language: LabelLanguage) {
    let harness = desk(language)
    #expect(harness.screen.contains(harness.desk.words("today.unseen")))
    let since = harness.desk.words("day.ago", "3")
    #expect(harness.screen.contains(harness.desk.words("today.unseenSince", since)))
    let others = desk(isSupervisor: false, language)
    #expect(!others.screen.contains(others.desk.words("today.unseen")))
  }

  @Test func `is on the Today of who stands in for its owner`() {
    var world = Self.world
    world.cards[.cover] = [DayWorld.cover]
    let harness = desk(isSupervisor: false, .ja, world)
    #expect(harness.screen.contains(harness.desk.words("today.unseen")))
  }

  @Test func `is seen with a key, by its owner or a supervisor`() throws {
    var harness = desk()
    // The first row of what is over is the colleague's.
    harness.type("ggy")
    let change = try #require(harness.changes.last)
    #expect(change.kind == .sighting && change.id == nil && change.command == "seen")
    #expect(
      change.values == [
        "case": World.full.link(.case, 1), "rule": .code("appeal"),
        "countedFrom": .date(DayWorld.day(-8)), "about": .text("RS-0012"),
        "due": .date(DayWorld.day(-1)), "on": .date(DeskHarness.today),
        "staff": .link(DeskHarness.staff), "owner": .link(DayWorld.colleague),
      ])
    var others = desk(isSupervisor: false)
    others.type("ggy")
    #expect(others.changes.isEmpty)
    #expect(others.desk.notice?.text == others.desk.words("desk.seenByOwner"))
  }

  @Test func `is seen by opening the case of one's own, once`() {
    var harness = desk()
    harness.type("2gg<Enter>")
    #expect(seen(harness).map { $0.values["rule"] } == [.code("appeal"), .code("lawsuit")])
    #expect(seen(harness).allSatisfy { $0.kind == .sighting && $0.command == "saw" })
    harness.effects = []
    // What is read again was opened before.
    harness.receive(.changedElsewhere)
    #expect(seen(harness) == [])
  }

  @Test func `is not seen by opening the case of a colleague, nor by standing on Today`() {
    var world = Self.world
    for index in 0..<5 { world.cards[.case]?[index]["owner"] = .link(DayWorld.colleague) }
    var harness = desk(.ja, world)
    harness.type("jjkk2gg<Enter>")
    #expect(harness.desk.details.count == 1 && seen(harness) == [])
  }

  @Test func `says on its case since when, and by whom it was seen`() {
    var world = Self.world
    var harness = desk(.ja, world)
    harness.type("2gg<Enter>J")
    #expect(harness.screen.contains("未読"))
    world.deadlines[0]["unseenSince"] = .absent
    world.deadlines[0]["seenOn"] = .date(DayWorld.day(-2))
    world.deadlines[0]["seenBy"] = .link(DayWorld.colleague)
    harness = desk(.ja, world)
    harness.type("2gg<Enter>J")
    #expect(harness.screen.contains("既読: 鈴木"))
  }
}
