import Casework
import Cells
import DeskWorld
import Labels
import Screens
import Testing

/// The second case must not be reported to the authorities and has its own way of being reached.
@Suite struct `Above the fields of a form` {
  private let flag = "当局に連絡しない"
  private let way = "平日18時以降"

  private static let long = String(repeating: "夜は電話に出られません。", count: 8)

  private static func world(_ note: String) -> World {
    var world = World.full
    world.cards[.case]?[1]["safeContact"] = .text(note)
    return world
  }

  @Test(arguments: [Size(rows: 24, columns: 80), Size(rows: 20, columns: 60)])
  func `stands all of it, on a banner of as many rows as it needs`(size: Size) {
    var harness = DeskHarness(size, world: Self.world(Self.long))
    harness.type("2jrc")
    let seen = harness.screen.filter { !$0.isWhitespace }
    #expect(seen.contains("本国・大使館へ連絡しない") && seen.contains(Self.long), "\(harness.screen)")
    #expect(harness.desk.draw().golden.contains("{hN:! "))
    #expect(!harness.screen.contains("~"))
    expectSound(harness.desk, "2jrc")
  }

  @Test(arguments: DeskSize.allCases)
  func `stands where the rest of it is, where it would leave the fields no room`(size: DeskSize) {
    let note = String(repeating: Self.long, count: 12)
    var harness = DeskHarness(size.size, world: Self.world(note))
    harness.type("2jrc")
    #expect(harness.screen.contains(Words(.ja)("form.rest")), "\(harness.screen)")
    #expect(harness.screen.contains(Words(.ja)("contact.medium")), "\(harness.screen)")
    expectSound(harness.desk, "2jrc")
  }

  @Test(arguments: LabelLanguage.allCases)
  func `stands on a handover brief however far it is read, with the way back`(
    language: LabelLanguage
  ) {
    var harness = DeskHarness(Size(rows: 24, columns: 80), language: language, world: .full)
    harness.type("2jb")
    for keys in ["", "<PgDn>", "<End>", "<Home>"] {
      harness.type(keys)
      let rows = harness.screen.split(separator: "\n", omittingEmptySubsequences: false)
      #expect(rows[2].contains(Words(language)("warning.neverContactAuthorities")), "\(keys)")
      #expect(rows[23].contains("q \(Words(language)("modeKey.leavePage"))"), "\(rows[23])")
      #expect(harness.desk.draw().golden.contains("{hN:! "))
    }
  }

  private func shows(_ harness: DeskHarness) -> Bool {
    let rows = harness.screen.split(separator: "\n")
    guard case .form = harness.desk.overlays.last else { return false }
    return rows.prefix(4).contains { $0.contains(way) }
  }

  @Test func `stands what must be seen, also of the case that is edited`() {
    for keys in ["2jrc", "2je"] {
      var harness = DeskHarness(world: .full)
      harness.type(keys)
      #expect(shows(harness), "\(keys) \(harness.screen)")
    }
  }

  @Test func `stands what must be seen of any of several cases, with its number`() {
    var harness = DeskHarness(world: .full)
    harness.type("2<Space><Space>rn")
    #expect(shows(harness), "\(harness.screen)")
    #expect(harness.screen.contains("2026-0002"), "\(harness.screen)")
  }

  @Test func `stands what must be seen once a case is chosen, and again when a draft is opened`() {
    var harness = DeskHarness(world: .full)
    harness.type("8na")
    #expect(!shows(harness))
    harness.type("<Space><Down><Enter>")
    #expect(shows(harness), "\(harness.screen)")
    harness.type("<Esc>gd<Enter>")
    #expect(shows(harness), "\(harness.screen)")
  }
}
