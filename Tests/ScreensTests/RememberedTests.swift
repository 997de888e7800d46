import Casework
import Cells
import DeskWorld
import Labels
import TestSupport
import Testing

@testable import Screens

/// Lines that nothing changed are not laid out again; what is shown is the same as if they were.
@Suite struct `What is laid out again` {
  /// A world of many cases, so that lists scroll.
  private static let world: World = {
    var world = DayWorld.full
    for id in 10..<60 {
      var card = world.cards[.case]?[id % 5] ?? Card(RecordAddress(.case, RecordID(1)))
      card = Card(
        RecordAddress(.case, RecordID(Int64(id))), number: "2026-00\(id)",
        values: Dictionary(
          uniqueKeysWithValues: card.fieldNames.compactMap { name in
            card.content(name).map { (name, $0) }
          }))
      card["number"] = .text(card.number)
      world.cards[.case]?.append(card)
    }
    return world
  }()

  private static let statuses = ["active", "intake", "on_hold", "closed", "unreachable"]
  private static let keys = Array("jjjjjkkjjJKGg12345 8lhVSamrux/:ftleéファ?ov")
  private static let named: [Key] = [
    .enter, .escape, .escape, .escape, .up, .down, .pageUp, .pageDown, .home, .end, .tab,
    .control("f"), .control("s"), .control("d"),
  ]

  private func happen(_ harness: inout DeskHarness, _ random: inout SplitMix) {
    switch random.number(0...30) {
    case 0:
      let rows = random.pick([10, 20, 24, 40]) ?? 24
      harness.send(.resize(Size(rows: rows, columns: random.pick([40, 60, 80, 120, 140]) ?? 80)))
    case 1...3:
      // Somebody else changes a record; its version may be the same, as after an undo.
      let kind: RecordKind = random.pick([.case, .followUp, .deadline]) ?? .case
      guard let count = harness.world.cards[kind]?.count, count > 0 else { return }
      let index = random.number(0...count - 1)
      harness.world.cards[kind]?[index]["status"] = .code(random.pick(Self.statuses) ?? "active")
      harness.world.cards[kind]?[index]["nextActionDue"] =
        .date(DeskHarness.today.adding(days: random.number(-9...9)))
      harness.world.cards[kind]?[index]["action"] = .text("電話 \(random.number(0...99))")
      harness.receive(.changedElsewhere)
    case 4: harness.type("tl")
    case 5: harness.type("td")
    case 6:
      harness.desk.surroundings.today = DeskHarness.today.adding(days: random.number(-5...5))
    case 7: harness.desk.covered = random.number(0...1) == 0 ? [] : [DayWorld.colleague]
    case 8: harness.desk.isWaiting.toggle()
    case 9...16: harness.send(.key(random.pick(Self.named) ?? .down))
    default: harness.send(.key(.character(random.pick(Self.keys) ?? "j")))
    }
  }

  @Test(arguments: [LabelLanguage.ja, .en], 1...3 as ClosedRange<UInt64>)
  func `is drawn as if everything were`(language: LabelLanguage, seed: UInt64) {
    var random = SplitMix(seed: seed)
    var harness = DeskHarness(language: language, world: Self.world)
    for step in 0..<150 {
      happen(&harness, &random)
      var fresh = harness.desk
      fresh.remembered = Remembered()
      let (frame, expected) = (harness.desk.draw(), fresh.draw())
      #expect(frame == expected, "seed \(seed), step \(step)\n\(frame.text)\n\(expected.text)")
      guard frame == expected else { return }
      guard step % 10 == 0 else { continue }
      // What a key may give is looked for among a few, and found as among all.
      let offer = Offer(harness.desk)
      for key in Set(offer.all.flatMap { $0.keys.compactMap(\.keys.first) }) {
        let all = CommandTable.matches([key], among: offer.all)
        let some = CommandTable.matches([key], among: offer.begun(by: [key]))
        #expect(all.complete == some.complete && all.begun.map(\.next) == some.begun.map(\.next))
      }
    }
  }

  /// None that is in sight; those that come into sight, a heading among them, and the hints.
  @Test(arguments: ["1", "2"])
  func `are few rows for a row down`(screen: String) {
    var harness = DeskHarness(world: Self.world)
    harness.type(screen)
    _ = harness.desk.draw()
    for step in 0..<40 {
      let before = harness.desk.remembered.made
      harness.type("j")
      _ = harness.desk.draw()
      let made = harness.desk.remembered.made - before
      #expect(made <= 3, "\(made) at step \(step)")
    }
  }

  @Test func `is nothing where nothing changed`() {
    var harness = DeskHarness(Size(rows: 40, columns: 140), world: Self.world)
    for keys in ["2", "jjl", "<Tab>j", "h1"] {
      harness.type(keys)
      let frame = harness.desk.draw()
      let before = harness.desk.remembered.made
      #expect(harness.desk.draw() == frame)
      #expect(harness.desk.remembered.made == before, "\(keys)")
    }
  }

  @Test func `is not kept for ever`() {
    var harness = DeskHarness(world: Self.world)
    harness.type("2")
    for _ in 0..<60 {
      harness.type("jjkj")
      _ = harness.desk.draw()
      harness.type("Gg")
      _ = harness.desk.draw()
    }
    #expect(harness.desk.remembered.count <= 24 * 2 * 2 + 40)
  }
}
