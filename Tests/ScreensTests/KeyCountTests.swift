import Casework
import Cells
import DeskWorld
import Screens
import Testing

/// How many keys daily work takes (terminal design: status 2, attendance 6, a person 4 and letters).
@Suite struct `Keys` {
  @Test func `to mark a status are two`() {
    var harness = DeskHarness()
    harness.type("2")
    for key in "mu" { harness.send(.key(.character(key))) }
    #expect(harness.changes.last?.values == ["status": .code("unreachable")])
  }

  @Test func `to find a person are four and the letters`() {
    var harness = DeskHarness()
    let keys: [Key] = [.character("2"), .character("/")]
    (keys + "FATI".map(Key.character) + [.enter]).forEach { harness.send(.key($0)) }
    #expect(keys.count + 1 <= 4)
    #expect(harness.desk.list.selected?.address.id == RecordID(4))
    #expect(harness.desk.overlays.isEmpty)
  }

  @Test func `to find and open a person are two and the letters`() {
    var harness = DeskHarness()
    let letters = "FATI"
    let keys = [.character(":")] + letters.map(Key.character) + [.enter]
    keys.forEach { harness.send(.key($0)) }
    #expect(keys.count == 2 + letters.count)
    #expect(harness.desk.details.last?.detail.card.address == RecordAddress(.case, RecordID(4)))
    #expect(harness.desk.overlays.isEmpty)
  }

  @Test func `to log that somebody attended a salon are six`() throws {
    var world = World.full
    var salon = Card(RecordAddress(.salon, RecordID(5)), number: "S-0005")
    salon["date"] = .date(DeskHarness.today)
    salon["title"] = .text("日本語サロン")
    world.cards[.salon] = [salon]
    var harness = DeskHarness(world: world)
    harness.type("2j")
    let keys: [Key] = [
      .character("r"), .character("s"), .character(" "), .enter, .control("s"),
    ]
    #expect(keys.count <= 6)
    keys.forEach { harness.send(.key($0)) }
    let change = try #require(harness.changes.last)
    #expect(change.kind == .attendance)
    #expect(change.values["case"] == .link(Link(RecordAddress(.case, RecordID(2)))))
    #expect(change.values["salon"] == .link(Link(RecordAddress(.salon, RecordID(5)))))
    #expect(change.values["result"] == .code("attended"))
  }
}
