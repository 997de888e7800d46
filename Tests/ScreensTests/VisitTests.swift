import Casework
import DeskWorld
import Labels
import Testing

@testable import Screens

/// A visit to somebody who is held is one form away from where they are held.
@Suite struct `A visit` {
  private static let place = RecordAddress(.detention, RecordID(4))

  private var world: World {
    var world = World.full
    var card = Card(Self.place, number: "DT-0004")
    card["case"] = world.link(.case, 0)
    card["place"] = .text("牛久")
    card["on"] = .date(DeskHarness.today.adding(days: -9))
    card["isOpen"] = .flag(true)
    world.cards[.detention] = [card]
    return world
  }

  @Test func `is a contact of that detention`() throws {
    var harness = DeskHarness(world: world)
    harness.type("8#rc<Ctrl-S>")
    let change = try #require(harness.changes.last)
    #expect(change.kind == .contact && change.command == "logContact")
    #expect(change.values["medium"] == .code("visit"))
    guard case .link(let link)? = change.values["detention"] else {
      Issue.record("no detention: \(change.values)")
      return
    }
    #expect(link.address == Self.place)
  }

  @Test func `is offered from nowhere else`() throws {
    var harness = DeskHarness(world: world)
    harness.type("2rc<Ctrl-S>")
    let change = try #require(harness.changes.last)
    #expect(change.kind == .contact && change.values["detention"]?.isAbsent != false)
  }
}
