import Casework
import Cells
import DeskWorld
import Labels
import Screens
import Testing

@Suite struct `Today` {
  private static func deadline(_ id: Int64, _ days: Int, _ rule: String) -> Card {
    var card = Card(RecordAddress(.deadline, RecordID(id)))
    card["date"] = .date(DeskHarness.today.adding(days: days))
    card["rule"] = .code(rule)
    card["state"] = .code("to_confirm")
    card["case"] = World.full.link(.case, 1)
    card["owner"] = .link(DeskHarness.staff)
    card["isOpen"] = .flag(true)
    return card
  }

  private static let world: World = {
    var world = World.full
    world.cards[.deadline] = [deadline(1, -1, "appeal"), deadline(2, 5, "lawsuit")]
    return world
  }()

  @Test(arguments: LabelLanguage.allCases)
  func `shows the legal deadlines above everything else`(language: LabelLanguage) {
    let harness = DeskHarness(language: language, world: Self.world)
    let rows = harness.screen.split(separator: "\n").map(String.init)
    let legal = rows.indices.filter { rows[$0].contains(Words(language)("desk.legal")) }
    #expect(legal == [3, 4], "\(harness.screen)")
    #expect(rows[4].contains(DeskHarness.today.adding(days: 5).description))
    #expect(harness.desk.list.cards.count == 5)
    #expect(harness.desk.list.selected?.address.kind == .deadline)
  }

  @Test func `asks for what is due now, of everybody or of one's own cases`() {
    var harness = DeskHarness(world: Self.world)
    func asked() -> [ListQuery] {
      harness.effects.compactMap { effect in
        guard case .page(let request) = effect, request.query.kind == .deadline else { return nil }
        return request.query
      }
    }
    #expect(asked() == [.due(DeskHarness.today, isLaw: true)])
    harness.type("fm")
    #expect(asked().last == .due(DeskHarness.today, owner: DeskHarness.staff.address, isLaw: true))
    let count = asked().count
    harness.type("2")
    #expect(asked().count == count)
  }

  @Test func `opens the case of a deadline, and logs about it`() {
    var harness = DeskHarness(world: Self.world)
    harness.type("<Enter>")
    #expect(harness.desk.details.last?.detail.card.address == RecordAddress(.case, RecordID(2)))
    harness.type("<Esc>ro")
    #expect(harness.form?.parts.first?.kind == .ownDeadline)
    #expect(
      harness.form?.parts.first?.fixed["case"] == .link(Link(RecordAddress(.case, RecordID(2)))))
  }

  @Test func `marks deadlines and follow-ups of the same number apart`() {
    var harness = DeskHarness(world: Self.world)
    harness.type(" jj ")
    #expect(harness.desk.list.marked.count == 2)
    #expect(Set(harness.desk.list.marked.keys.map(\.kind)) == [.deadline, .followUp])
  }

  @Test func `keeps the place when somebody else changes something`() {
    var harness = DeskHarness(world: Self.world)
    harness.type("jjj")
    let place = harness.desk.list.selected?.address
    #expect(place?.kind == .followUp)
    var desk = harness.desk
    let asked = desk.receive(.changedElsewhere)
    var world = Self.world
    world.cards[.deadline]?.removeFirst()
    for effect in asked { if let reply = world.reply(to: effect) { _ = desk.receive(reply) } }
    #expect(desk.list.selected?.address == place)
    #expect(desk.list.cards.count == 4)
  }
}
