import Casework
import DeskWorld
import Labels
import Screens
import Testing

/// The second case must not be reported to the authorities and has its own way of being reached.
@Suite struct `Above the fields of a form` {
  private let flag = "当局に連絡しない"
  private let way = "平日18時以降"

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
