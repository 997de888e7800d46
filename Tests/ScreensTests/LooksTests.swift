import DeskWorld
import Casework
import Cells
import Labels
import Screens
import TestSupport
import Testing

@Suite struct `How dates are written` {
  static let due = DeskHarness.today.adding(days: -1)

  @Test func `changes in lists, details, timelines and what a form understood`() throws {
    // A list says of what is due how far off it is; how a day is written is seen of those long gone.
    for place in ["3", "2<Enter>"] {
      var harness = DeskHarness(world: DayWorld.full)
      harness.type(place)
      #expect(!harness.screen.contains("R08."), "\(place)")
      harness.type("td")
      #expect(harness.screen.contains("R08."), "\(place)")
      #expect(!harness.screen.contains("2026-11-"), "\(place)")
      harness.type("td")
      #expect(harness.screen.contains(/2026-\d\d-\d\d R08.\d\d.\d\d/), "\(place)")
      harness.type("td")
      #expect(!harness.screen.contains("R08."), "\(place)")
    }
    var harness = DeskHarness()
    harness.type("2rf\(Self.due)")
    #expect(harness.screen.contains("  土曜、昨日"), "\(harness.screen)")
  }

  @Test func `leaves what is edited as it is read back`() {
    var harness = DeskHarness(settings: SettingsFile("set date era").settings)
    harness.type("2rf2026-12-01")
    #expect(harness.screen.contains("R08.12.01 火曜、あと9日"))
    harness.type("<Ctrl-S>")
    let due = harness.changes.first?.values["due"]
    #expect(due == CivilDate(iso: "2026-12-01").map(FieldValue.date))
    harness.type("1e")
    #expect(harness.screen.contains("[2026-11-"))
  }

  @Test(arguments: [40, 60, 80, 140])
  func `never cuts a date to make room`(columns: Int) {
    var harness = DeskHarness(
      Size(rows: 24, columns: columns), settings: SettingsFile("set date both").settings)
    for place in ["1", "2", "3", "2<Enter>"] {
      harness.type(place)
      #expect(!harness.screen.contains(/20\d\d-(?:\d?|\d\d-?\d?)~/), "\(place)")
      #expect(!harness.screen.contains(/R0\d?\.?\d?\d?\.?\d?~/), "\(place)")
      expectSound(harness.desk.draw(), place)
    }
  }

  @Test func `says how after each change`() {
    var harness = DeskHarness(language: .en)
    harness.type("td")
    #expect(harness.desk.notice?.text == Words(.en)("desk.dates.iso"))
  }
}

@Suite struct `The lines of the screen` {
  private func frame(_ text: String, _ keys: String, width: CellWidth = .system) -> Frame {
    var harness = DeskHarness(
      Size(rows: 24, columns: 120), settings: SettingsFile(text).settings)
    harness.type(keys)
    return harness.desk.draw()
  }

  @Test(arguments: ["2 s", "2:", "2rc", "2a", "1jV"])
  func `stay ASCII unless somebody asks for others`(keys: String) {
    let signs = "│─┌┐└┘├┤▌•↑↓▾▸"
    let plain = frame("", keys)
    #expect(!plain.text.contains { signs.contains($0) })
    let line = frame("set chrome line", keys)
    #expect(line.text.contains { signs.contains($0) })
    // The same words at the same places.
    let words = [plain, line].map { frame in
      frame.cells.map { cell in
        signs.contains(cell.text) || "|->*^v+".contains(cell.text) ? " " : cell.text
      }
    }
    #expect(words[0] == words[1])
  }

  @Test func `draw a box with corners`() {
    let text = frame("set chrome line", "2s").text
    #expect(text.contains("┌─ ") && text.contains("─┐") && text.contains("└──"))
    #expect(text.contains("▌"))
  }

  @Test func `stay ASCII where the locale draws the others wide`() {
    let wide = CellWidth { $0.value == 0x2500 ? 2 : CellWidth.system($0) }
    #expect(Chrome.line.fitting(wide) == .plain)
    #expect(Chrome.line.fitting(.system) == .line)
  }
}
