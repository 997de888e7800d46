import Casework
import Cells
import DeskWorld
import Labels
import Testing

@testable import Screens

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
    let byName: Set<RecordKind> = [
      .savedView, .baseline, .supportEntry, .needScore, .sighting, .ladder,
    ]
    let onBar = ScreenID.bar.compactMap(\.screen.kind)
    #expect(
      Set(lettered.map(\.kind)) == Set(RecordKind.allCases).subtracting(byName + onBar))
  }

  private func names(_ harness: DeskHarness) -> Set<RecordKind> {
    let words = harness.desk.words
    return Set(
      ScreenID.registers.filter { letter, kind in
        let name =
          words.text(ifAny: "kind.\(kind.rawValue).register")
          ?? words("kind.\(kind.rawValue).plural")
        return harness.screen.contains("\(letter) \(name)")
      }.map(\.kind))
  }

  @Test(arguments: LabelLanguage.allCases)
  func `are all on one page at 80 columns, and on several of a small screen`(
    language: LabelLanguage
  ) {
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
    var seen = first
    for _ in 0..<9 where seen != all || small.desk.draw() != frame {
      small.type("<PgDn>")
      seen.formUnion(names(small))
      expectSound(small.desk, "8 PgDn")
    }
    #expect(seen == all && first != all, "\(small.screen)")
    #expect(small.desk.draw() == frame)
    // A letter means its register on whichever page it stands.
    small.type("<PgDn>P")
    #expect(small.desk.screen == .register(.pledge))
  }

  @Test(arguments: LabelLanguage.allCases)
  func `use the width there is, and their tab is the one set off`(language: LabelLanguage) {
    var harness = DeskHarness(Size(rows: 40, columns: 140), language: language)
    harness.type("28")
    let words = harness.desk.words
    let rows = harness.screen.split(separator: "\n", omittingEmptySubsequences: false)
    let last = rows.lastIndex { $0.contains(words("registerGroup.programmes")) }
    // Side by side, so that none of the groups begins in the lower half.
    #expect(last.map { $0 < 20 } == true, "\(harness.screen)")
    let golden = harness.desk.draw().golden
    #expect(golden.contains("{a:8}{h:\(words("screen.registers"))}"), "\(golden)")
    #expect(golden.contains("{m:2\(words("screen.cases"))}"), "\(golden)")
  }

  @Test(arguments: DeskSize.allCases, LabelLanguage.allCases)
  func `say how many of each are open, asked in one question`(
    size: DeskSize, language: LabelLanguage
  ) {
    var world = World.full
    world.cards[.host] = (1...37).map {
      Card(RecordAddress(.host, RecordID($0)), number: "H-\($0)")
    }
    var harness = DeskHarness(size.size, language: language, world: world)
    harness.effects = []
    harness.type("8")
    let asked = harness.effects.compactMap { effect -> [ListQuery]? in
      if case .read(.counts(let queries), .registers) = effect { queries } else { nil }
    }
    #expect(asked.count == 1)
    #expect(asked.first?.map(\.kind) == ScreenID.registers.map(\.kind))
    #expect(asked.first?.first { $0.kind == .followUp }?.filters == [.open])
    expectSound(harness.desk, "8")
    if size.size.columns >= 80 { #expect(harness.screen.contains(" 37"), "\(harness.screen)") }
  }

  /// Down and up through all of them and round; across to the column beside; Enter opens.
  @Test func `are gone through with the arrows and opened with Enter`() {
    var harness = DeskHarness()
    harness.type("8<Enter>")
    #expect(harness.desk.screen == .register(.person))
    harness.type("1")
    harness.type("8<Down><Down><Enter>")
    // The one opened before stands first.
    #expect(harness.desk.screen == .register(.household))
    harness = DeskHarness()
    harness.type("8<Up><Enter>")
    #expect(harness.desk.screen == .register(.template))
    for size in DeskSize.allCases {
      var harness = DeskHarness(size.size)
      harness.type("8")
      var seen: [RecordKind] = []
      for step in 0..<ScreenID.registers.count {
        var there = harness
        there.type(String(repeating: "<Down>", count: step) + "<Enter>")
        if let kind = there.desk.screen.kind { seen.append(kind) }
      }
      #expect(seen == ScreenID.registers.map(\.kind))
      harness.type("<Right><Left><Left><PgUp><PgDn><Tab><S-Tab>")
      expectSound(harness.desk, "moves")
    }
  }

  @Test func `that were opened last stand first`() {
    var harness = DeskHarness(language: .en)
    for letter in "hevnp" { harness.type("8\(letter)") }
    harness.type("8")
    #expect(harness.screen.contains(harness.desk.words("registerGroup.recent")))
    let page = harness.desk.overlays.last?.page as? RegistersPage
    #expect(page?.entries.prefix(4).map(\.kind) == [.person, .note, .volunteer, .company])
    #expect(page?.entries.count == ScreenID.registers.count + 4)
    expectSound(harness.desk, "8")
    harness.type("<Esc>")
    #expect(harness.desk.screen == .register(.person) && harness.desk.overlays.isEmpty)
  }
}
