import Casework
import Cells
import DeskWorld
import Labels
import Screens
import Testing

/// One key marks done, puts off or hands over.
@Suite struct `A row of Today` {
  private static let deadlineOfFirst: [String: FieldValue] = [
    "case": World.full.link(.case, 1), "rule": .code("appeal"),
    "countedFrom": .date(DayWorld.day(-8)), "about": .text("RS-0012"),
    "on": .date(DeskHarness.today),
    "staff": .link(DeskHarness.staff),
  ]

  private func reason(_ harness: DeskHarness) -> String { harness.desk.notice?.text ?? "" }

  private func go(_ harness: inout DeskHarness, to section: TodaySection) {
    harness.type("gg")
    while harness.desk.list.todayLine?.section != section { harness.type("<Tab>") }
    // What is folded is shown.
    if harness.desk.list.selected == nil { harness.type("l") }
  }

  /// The first row of a section that is of a kind.
  private func go(_ harness: inout DeskHarness, to section: TodaySection, of kind: RecordKind) {
    go(&harness, to: section)
    while harness.desk.list.selected?.address.kind != kind { harness.type("j") }
  }

  @Test(arguments: [LabelLanguage.ja, .en])
  func `that can cost the right to stay is not done with a key`(language: LabelLanguage) throws {
    var harness = DeskHarness(language: language, world: DayWorld.full)
    harness.type("x")
    #expect(harness.changes.isEmpty)
    #expect(harness.screen.contains(harness.desk.words("desk.outcome.procedure")))
    harness.type("a")
    #expect(harness.form?.command == .logProcedure && harness.changes.isEmpty)
    harness.type("<Esc>xb")
    #expect(harness.form?.command == .done)
    harness.type("<Ctrl-S>")
    #expect(harness.changes.isEmpty, "closed without a reason")
    #expect(harness.screen.contains(harness.desk.words("problem.reasonRequired").prefix(6)))
    harness.type("<Esc>")
    #expect(harness.changes.isEmpty)
  }

  @Test func `that can cost the right to stay is done one by one`() {
    var harness = DeskHarness(world: DayWorld.full)
    harness.type("  x")
    #expect(reason(harness) == harness.desk.words("desk.criticalApart"))
    #expect(harness.desk.overlays.isEmpty && harness.changes.isEmpty)
  }

  @Test func `that is a deadline is marked done by staff's own word`() throws {
    var harness = DeskHarness(world: DayWorld.full)
    harness.type("xb")
    harness.go(to: "reason")
    harness.type("出国した<Ctrl-S>")
    #expect(reason(harness).contains("審査請求"), "\(reason(harness))")
    let change = try #require(harness.changes.last)
    #expect(change.kind == .ownDeadline && change.id == nil && change.command == "done")
    #expect(
      change.values
        == Self.deadlineOfFirst.merging([
          "done": .date(DeskHarness.today), "answer": .code("done"), "reason": .text("出国した"),
        ]) { $1 })
    // What was decided of this deadline is repeated on no other.
    harness.type("j.")
    #expect(harness.changes.count == 1)
    #expect(reason(harness) == harness.desk.words("desk.nothingToRepeat"))
  }

  /// What was said of it is kept, with a reason; the end of a stay is open all the same, which the
  /// choice says.
  @Test(arguments: [
    ("appeal", "c", "mistake", "desk.outcome.mistake"),
    ("period_of_stay", "d", "no_longer", "desk.outcome.noLonger.stay"),
    ("host_concern", "b", "mistake", "desk.outcome.mistake"),
  ])
  func `that can cost the right to stay is a mistake or applies no more`(
    rule: String, key: String, answer: String, label: String
  ) throws {
    var world = DayWorld.full
    world.cards[.deadline]?[0]["rule"] = .code(rule)
    var harness = DeskHarness(Size(rows: 24, columns: 120), world: world)
    harness.type("x")
    #expect(harness.screen.contains(harness.desk.words(label)))
    harness.type(key + "<Ctrl-S>")
    #expect(harness.changes.isEmpty, "without a reason")
    harness.type("打ち間違い<Ctrl-S>")
    let change = try #require(harness.changes.last)
    #expect(change.kind == .ownDeadline && change.values["answer"] == .code(answer))
    #expect(change.values["reason"] == .text("打ち間違い"))
  }

  @Test func `that is a deadline gets another day, with a reason`() throws {
    var harness = DeskHarness(world: DayWorld.full)
    harness.type("ww")
    #expect(harness.form?.subject.contains(DayWorld.day(-1).description) == true)
    harness.type("+3d<Ctrl-S>")
    #expect(harness.changes.isEmpty)
    #expect(harness.screen.contains(Words(.ja)("problem.reasonRequired").prefix(6)))
    harness.go(to: "reason")
    harness.type("弁護士と合意<Ctrl-S>")
    let change = try #require(harness.changes.last)
    #expect(
      change.values
        == Self.deadlineOfFirst.merging([
          "due": .date(DayWorld.day(3)), "reason": .text("弁護士と合意"),
        ]) { $1 })
    #expect(harness.desk.overlays.isEmpty)
  }

  @Test func `that is a follow-up is done, put off with a reason, or handed over`() throws {
    var harness = DeskHarness(world: DayWorld.full)
    go(&harness, to: .overdue, of: .followUp)
    harness.type("x")
    #expect(harness.changes.last?.values == ["done": .date(DeskHarness.today)])
    harness.type("ww<Ctrl-U>+2d<Ctrl-S>")
    #expect(harness.changes.count == 1)
    harness.type("先方の都合<Ctrl-S>")
    let later = try #require(harness.changes.last)
    #expect(later.values == ["due": .date(DayWorld.day(2))] && later.reason == "先方の都合")
    harness.type("A<Enter>")
    #expect(harness.changes.last?.values == ["assignee": .link(DeskHarness.staff)])
    #expect(harness.changes.last?.kind == .followUp)
  }

  @Test(arguments: [
    (TodaySection.noContact, "xw", "desk.logContactInstead"), (.week, "xw", "desk.statusInstead"),
  ])
  func `says why a key does not fit it`(section: TodaySection, keys: String, label: String) {
    var harness = DeskHarness(world: DayWorld.full)
    go(&harness, to: section)
    for key in keys {
      harness.type(String(key))
      #expect(reason(harness) == harness.desk.words(label), "\(key) in \(section)")
    }
    #expect(harness.changes.isEmpty && harness.desk.overlays.isEmpty)
  }

  @Test(arguments: [("1", 1), ("3", 3), ("7", 7)])
  func `is put off by a day, three or a week with one key more`(key: String, days: Int) throws {
    var harness = DeskHarness(world: DayWorld.full)
    // What is over is put off from today, what is to come from its day; what the law asks with a reason.
    go(&harness, to: .overdue, of: .followUp)
    harness.type("w" + key)
    #expect(harness.changes.last?.values == ["due": .date(DayWorld.day(days))])
    #expect(harness.changes.last?.command == "postpone" && harness.desk.overlays.isEmpty)
    go(&harness, to: .week, of: .deadline)
    harness.type("w" + key)
    #expect(harness.form?.command == .postpone)
    harness.type("<Ctrl-S>")
    #expect(harness.changes.count == 1)
    harness.type("合意<Ctrl-S>")
    let change = try #require(harness.changes.last)
    #expect(change.kind == .ownDeadline && change.values["due"] == .date(DayWorld.day(5 + days)))
    #expect(change.values["reason"] == .text("合意"))
  }

  @Test func `that is a deadline is given to somebody alone, or with its case`()
    throws
  {
    var harness = DeskHarness(world: DayWorld.full)
    go(&harness, to: .overdue)
    harness.type("A<Enter>")
    #expect(harness.changes.isEmpty)
    harness.type("r")
    let request = try #require(harness.changes.last)
    #expect(request.kind == .followUp && request.id == nil && request.command == "handOver")
    #expect(request.values["assignee"] == .link(DeskHarness.staff))
    #expect(request.values["due"] == .date(DayWorld.day(-1)))
    #expect(request.values["case"] == World.full.link(.case, 1))
    harness.type("A<Enter>c")
    let change = try #require(harness.changes.last)
    #expect(change.kind == .case && change.id == RecordID(2) && change.version == 1)
    #expect(change.values == ["owner": .link(DeskHarness.staff)])
  }

  @Test func `that is a person without contact takes a contact and another owner`() {
    var harness = DeskHarness(world: DayWorld.full)
    go(&harness, to: .noContact)
    harness.type("rc")
    #expect(harness.form?.parts.first?.kind == .contact)
    harness.type("<Esc>A<Enter>")
    #expect(harness.changes.last?.kind == .case)
    #expect(harness.changes.last?.values == ["owner": .link(DeskHarness.staff)])
  }

  /// A day whose deadlines that are over are of the organisation's own rules.
  private var practical: World {
    var world = DayWorld.full
    world.cards[.followUp] = []
    world.cards[.deadline]?[0]["rule"] = .code("document_expiry")
    world.cards[.deadline]?[1]["rule"] = .code("goal_due")
    world.cards[.deadline]?[1]["date"] = .date(DayWorld.day(-1))
    return world
  }

  @Test func `is marked with others of its kind, each with its own change`() {
    var harness = DeskHarness(world: practical)
    harness.type("V")
    harness.type("x")
    #expect(harness.changes.isEmpty)
    harness.type("y")
    #expect(
      harness.changes.map { $0.values["rule"] } == [.code("document_expiry"), .code("goal_due")])
    #expect(harness.changes.allSatisfy { $0.kind == .ownDeadline && $0.id == nil })
    harness.effects = []
    harness.type("Vww+9d<Tab>合意<Ctrl-S>y")
    #expect(
      harness.changes.map { $0.values["rule"] } == [.code("document_expiry"), .code("goal_due")])
    #expect(harness.changes.allSatisfy { $0.values["due"] == .date(DayWorld.day(9)) })
  }

  /// A deadline and a follow-up may have the same number: neither is changed in the other's place.
  @Test func `is done together with one of another kind, but not put off`() {
    var world = practical
    world.cards[.followUp] = DayWorld.full.cards[.followUp]
    var harness = DeskHarness(world: world)
    harness.type(" j xy")
    #expect(Set(harness.changes.map(\.kind)) == [.ownDeadline, .followUp])
    harness.type("gg jj w")
    #expect(reason(harness) == harness.desk.words("desk.severalKinds"))
    go(&harness, to: .noContact)
    harness.type(" x")
    #expect(reason(harness) == harness.desk.words("desk.severalKinds"))
  }

  @Test func `that is done already is not done again`() {
    var world = DayWorld.full
    world.cards[.followUp]?[0]["isOpen"] = .flag(false)
    world.cards[.followUp]?[0]["done"] = .date(DayWorld.day(-2))
    var harness = DeskHarness(world: world)
    harness.type("8ffcgg")
    for key in ["x", "w"] {
      harness.type(key)
      #expect(reason(harness) == harness.desk.words("desk.doneAlready"))
    }
    #expect(harness.changes.isEmpty)
  }
}
