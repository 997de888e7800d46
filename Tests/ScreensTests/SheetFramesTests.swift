import Cells
import DeskWorld
import Foundation
import Labels
import Screens
import Testing

/// Whole frames of the wizard that brings a sheet in, as they stand in files; see
/// `The frame of a register`.
@Suite struct `The frame of the wizard` {
  struct Shown: CustomTestStringConvertible, Sendable {
    let name: String
    let keys: String
    var testDescription: String { name }
  }

  static let shown = [
    Shown(name: "sheet-file", keys: "2i"), Shown(name: "sheet-columns", keys: "2ihosts<Enter>jj"),
    Shown(name: "sheet-field", keys: "2ihosts<Enter><Enter>name"),
    Shown(name: "sheet-problems", keys: "2ihosts<Enter>nj<Enter><Enter>"),
    Shown(name: "sheet-mend", keys: "2ihosts<Enter>nj<Enter>"),
    Shown(name: "sheet-outcome", keys: "2ihosts<Enter>nXn<End><Enter>"),
    Shown(name: "sheet-done", keys: "2ihosts<Enter>nXny"),
  ]

  private static let folder = URL(filePath: #filePath).deletingLastPathComponent()
    .deletingLastPathComponent().appending(path: "Frames")

  @Test(arguments: shown, [LabelLanguage.ja, .en])
  func `is as it was looked at`(shown: Shown, language: LabelLanguage) throws {
    for size in `The frame of a register`.sizes {
      var harness = DeskHarness(size, language: language, world: SheetWorld.clear())
      harness.type(shown.keys)
      expectSound(harness.desk, shown.name)
      let name = "\(shown.name)-\(language.rawValue)-\(size.columns)x\(size.rows).txt"
      let file = Self.folder.appending(path: name)
      let frame = harness.desk.draw().golden + "\n"
      if ProcessInfo.processInfo.environment["WRITE_FRAMES"] == "1" {
        try frame.write(to: file, atomically: true, encoding: .utf8)
      }
      let kept = try String(contentsOf: file, encoding: .utf8)
      #expect(frame == kept, "\(name)\n\(frame)")
    }
  }
}
