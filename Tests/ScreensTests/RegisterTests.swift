import Casework
import Cells
import DeskWorld
import Labels
import Screens
import Testing

@Suite struct `The registers` {
  /// Every kind without a screen of its own is reached by its name, in either language.
  @Test(arguments: LabelLanguage.allCases)
  func `are found by name`(language: LabelLanguage) throws {
    let onBar = ScreenID.bar.compactMap(\.screen.kind)
    for kind in RecordKind.allCases where !onBar.contains(kind) {
      var harness = DeskHarness(language: language)
      harness.type("8/\(kind.plural)<Enter>")
      #expect(harness.desk.screen == .register(kind), "\(kind)")
    }
  }

  @Test func `open a kind that has no letter, which can be added to at once`() throws {
    #expect(!ScreenID.registers.contains { $0.kind == .baseline })
    var harness = DeskHarness(language: .en)
    harness.type("8/基準値<Enter>")
    #expect(harness.desk.screen == .register(.baseline))
    harness.type("a")
    #expect(harness.form != nil)
  }

  /// What the program keeps for itself is found by name; nothing that people keep needs that.
  @Test func `have each a letter of their own, in one group`() {
    let lettered = ScreenID.registers
    #expect(Set(lettered.map(\.letter)).count == lettered.count)
    #expect(Set(lettered.map(\.kind)).count == lettered.count)
    let byName: Set<RecordKind> = [.savedView, .baseline, .supportEntry, .needScore]
    let onBar = ScreenID.bar.compactMap(\.screen.kind)
    #expect(
      Set(lettered.map(\.kind)) == Set(RecordKind.allCases).subtracting(byName + onBar))
  }

  @Test(arguments: LabelLanguage.allCases)
  func `are all in one box at 80 columns, and on two pages on a small screen`(
    language: LabelLanguage
  ) {
    let words = Words(language)
    func names(_ harness: DeskHarness) -> Set<RecordKind> {
      Set(
        ScreenID.registers.filter { letter, kind in
          let name =
            words.text(ifAny: "kind.\(kind.rawValue).register")
            ?? words("kind.\(kind.rawValue).plural")
          return harness.screen.contains("\(letter)  \(name)")
        }.map(\.kind))
    }
    let all = Set(ScreenID.registers.map(\.kind))
    for size in [Size(rows: 24, columns: 80), Size(rows: 40, columns: 140)] {
      var harness = DeskHarness(size, language: language)
      harness.type("8")
      #expect(names(harness) == all, "\(harness.screen)")
      expectSound(harness.desk, "8")
    }
    var small = DeskHarness(Size(rows: 20, columns: 60), language: language)
    small.type("8")
    let first = names(small)
    expectSound(small.desk, "8")
    let frame = small.desk.draw()
    small.type("<PgDn>")
    #expect(first.union(names(small)) == all, "\(small.screen)")
    #expect(first != all)
    small.type("<PgDn>")
    #expect(small.desk.draw() == frame)
    // A letter means its register on whichever page it stands.
    small.type("P")
    #expect(small.desk.screen == .register(.pledge))
  }
}
