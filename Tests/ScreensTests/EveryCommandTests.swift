import Casework
import Cells
import DeskWorld
import Labels
import Screens
import TestSupport
import Testing

@Suite struct `Every command` {
  static let sizes: [(Size, LabelLanguage)] = [
    (Size(rows: 10, columns: 40), .ja), (Size(rows: 20, columns: 60), .en),
    (Size(rows: 24, columns: 80), .ja), (Size(rows: 40, columns: 140), .en),
  ]
  static let screens = [
    "1", "2", "3", "4", "5", "8h", "2<Enter>", "2<Enter><Tab>", "3p", "4p", "5p",
  ]

  @Test(arguments: sizes)
  func `can be given on every screen, empty and full`(size: Size, language: LabelLanguage) {
    for world in [World.empty, World.full] {
      for screen in Self.screens {
        var opened = DeskHarness(size, language: language, world: world)
        opened.type(screen)
        for command in CommandTable.all {
          for sequence in command.keys.prefix(1) {
            var harness = opened
            sequence.keys.forEach { harness.send(.key($0)) }
            expectSound(harness.desk, "\(screen) \(sequence.text)")
            // Without records all that is seen is the program's own.
            if world.cards.isEmpty {
              #expect(harness.desk.draw().ambiguousScalars == [], "\(screen) \(sequence.text)")
            }
          }
        }
      }
    }
  }

  @Test(arguments: 1...3)
  func `survives random keys, sizes and pastes`(seed: UInt64) {
    var random = SplitMix(seed: seed)
    let named: [Key] = [
      .enter, .escape, .tab, .backTab, .backspace, .delete, .up, .down, .left, .right, .home, .end,
      .pageUp, .pageDown, .control("s"), .control("c"), .control("w"), .control("u"), .control("k"),
      .function(2),
    ]
    let letters = Array("abcdefghijklmnopqrstuvwxyzGJKLSVQA12345 8/?:[].,漢字かなｶﾞأحمد👩‍👩‍👧")
    for world in [World.full, World.empty] {
      var harness = DeskHarness(world: world)
      for _ in 0..<400 {
        switch random.next() % 20 {
        case 0:
          harness.send(
            .resize(
              Size(rows: Int(random.next() % 60), columns: Int(random.next() % 200))))
        case 1: harness.send(.paste("貼り付け\nأحمد\u{202E}x"))
        case 2...7: harness.send(.key(named[Int(random.next() % UInt64(named.count))]))
        default:
          harness.send(.key(.character(letters[Int(random.next() % UInt64(letters.count))])))
        }
        expectSound(harness.desk, "seed \(seed)")
      }
    }
  }

  @Test func `is quit by Q alone, and by q with a yes`() {
    for command in CommandTable.all where command.name != .quit {
      for sequence in command.keys {
        var harness = DeskHarness()
        sequence.keys.forEach { harness.send(.key($0)) }
        #expect(!harness.effects.contains(.quit), "\(sequence.text)")
      }
    }
    var harness = DeskHarness()
    harness.type("<Ctrl-C><Ctrl-C><Esc>")
    #expect(!harness.effects.contains(.quit))
    harness.type("qn")
    #expect(!harness.effects.contains(.quit))
    harness.type("qy")
    #expect(harness.effects.contains(.quit))
    var direct = DeskHarness()
    direct.type("Q")
    #expect(direct.effects.contains(.quit))
  }
}
