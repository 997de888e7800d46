import Casework
import DeskWorld
import Labels
import Screens
import Testing

@Suite struct `The key of stages` {
  /// The kinds that somebody moves from stage to stage.
  static let kinds = ScreenID.registers.compactMap { letter, kind -> (Character, FieldFacts)? in
    guard let field = RecordDescription.of(kind).statusField, field.isWritable,
      case .choice = field.shape
    else { return nil }
    return (letter, field)
  }

  @Test func `means something for the registers around the case`() {
    let kinds = Set(
      ScreenID.registers.filter { register in Self.kinds.contains { $0.0 == register.letter } }
        .map(\.kind))
    #expect(kinds.isSuperset(of: [.pledge, .pledgeUpdate, .supporter, .story, .company, .host]))
  }

  /// From the list and from the opened record, by the way that every stage goes.
  @Test(arguments: kinds) func `moves a record of every kind with a stage`(
    letter: Character, field: FieldFacts
  ) throws {
    let kind = try #require(ScreenID.registers.first { $0.letter == letter }?.kind)
    let catalogue = try #require(field.shape.catalogue)
    var card = Card(RecordAddress(kind, RecordID(1)), version: 4, number: "X-0001")
    card[field.name] = .code(catalogue.codes[0])
    card[RecordDescription.openField] = .flag(true)
    var world = World.full
    world.cards[kind] = [card]
    for keys in ["8\(letter)m", "8\(letter)lm"] {
      var harness = DeskHarness(world: world)
      harness.type(keys + "b")
      let change = try #require(harness.changes.last, "\(kind)\n\(harness.screen)")
      #expect(change.id == RecordID(1) && change.version == 4 && change.kind == kind)
      #expect(change.values == [field.name: .code(catalogue.codes[1])])
      #expect(change.command == "status")
    }
  }
}
