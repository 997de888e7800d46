import Casework
import Cells
import Labels
import Screens
import Testing

/// A key that means something somewhere never passes in silence.
@Suite struct `Every command that is not possible` {
  static let hosts: World = {
    var world = World.full
    world.cards[.host] = [Card(RecordAddress(.host, RecordID(1)), number: "H-0001")]
    return world
  }()
  static let places: [(World, String)] = [
    (.empty, "1"), (.empty, "2"), (.empty, "4"), (.empty, "8v"), (.full, "1"), (.full, "2"),
    (.full, "1<Enter>"), (.full, "2<Enter>"), (.full, "2<Enter><Tab>"), (hosts, "8h"),
    (hosts, "8h<Enter>"), (.full, "2tx"), (.full, "8n"),
  ]
  /// At the end of a list there is nothing to say about going further.
  static let silent: Set<CommandName> = [
    .up, .down, .top, .bottom, .pageUp, .pageDown, .halfUp, .halfDown, .scrollDetailUp,
    .scrollDetailDown,
  ]

  @Test(arguments: [Viewer.coordinator(RecordID(1)), .volunteer(RecordID(7))])
  func `says why, wherever it is given`(viewer: Viewer) {
    for (world, place) in Self.places {
      var opened = DeskHarness(Size(rows: 24, columns: 120), world: world, viewer: viewer)
      opened.type(place)
      for command in CommandTable.all where !Self.silent.contains(command.name) {
        for sequence in command.keys {
          var harness = opened
          harness.effects = []
          sequence.keys.forEach { harness.send(.key($0)) }
          let isDone = !harness.effects.isEmpty || harness.desk.overlays != opened.desk.overlays
          let isMoved =
            harness.desk.details != opened.desk.details
            || harness.desk.screen != opened.desk.screen
            || harness.desk.isShowingPerson != opened.desk.isShowingPerson
            || harness.desk.list.marks != opened.desk.list.marks
          let isSaid = harness.desk.notice?.text.isEmpty == false
          #expect(isDone || isMoved || isSaid, "\(command.name) at \(place)")
          let key = Words(.ja)("desk.unknownKey", sequence.text).prefix(5)
          #expect(harness.desk.notice?.text.hasPrefix(key) != true, "\(command.name) at \(place)")
        }
      }
    }
  }
}
