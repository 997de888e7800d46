import DeskWorld
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
      // What a volunteer has no key for leads them nowhere else.
      guard opened.desk.overlays.isEmpty else { continue }
      for command in CommandTable.all where !Self.silent.contains(command.name) {
        for sequence in command.keys {
          var harness = opened
          harness.effects = []
          var said: [String] = []
          for key in sequence.keys {
            harness.send(.key(key))
            said += harness.desk.notice.map { [$0.text] } ?? []
          }
          let isDone = !harness.effects.isEmpty || harness.desk.overlays != opened.desk.overlays
          let isMoved =
            harness.desk.details != opened.desk.details
            || harness.desk.screen != opened.desk.screen
            || harness.desk.isShowingPerson != opened.desk.isShowingPerson
            || harness.desk.list.marked != opened.desk.list.marked
            // Today folds a section, and goes to another.
            || harness.desk.list.selection != opened.desk.list.selection
          #expect(isDone || isMoved || !said.isEmpty, "\(command.name) at \(place)")
          let unknown = Words(.ja)("desk.unknownKey", sequence.text).prefix(5)
          #expect(said.first?.hasPrefix(unknown) != true, "\(command.name) at \(place)")
        }
      }
    }
  }
}
