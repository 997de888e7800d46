import Cells
import DeskWorld
import Foundation
import Labels
import Screens
import Testing

/// Whole frames of the pictures of registers, full and empty, as they stand in files.
///
/// With `WRITE_FRAMES=1` the files are written anew, to be looked at before they are kept.
@Suite struct `The frame of a register` {
  struct Shown: CustomTestStringConvertible, Sendable {
    let name: String
    let keys: String
    var isEmpty = false
    var testDescription: String { name }
  }

  static let shown = [
    Shown(name: "registers", keys: "8"), Shown(name: "pledges", keys: "8Pp"),
    Shown(name: "activities", keys: "8Bp"), Shown(name: "programmes", keys: "8Fpj"),
    Shown(name: "campaigns", keys: "8Cp"), Shown(name: "missions", keys: "8Jp<Home><Tab><Tab>"),
    Shown(name: "pledges-empty", keys: "8Pp", isEmpty: true),
    Shown(name: "campaigns-empty", keys: "8Cp", isEmpty: true),
    Shown(name: "missions-empty", keys: "8Jp", isEmpty: true),
  ]

  static let sizes = [
    Size(rows: 20, columns: 60), Size(rows: 24, columns: 80), Size(rows: 40, columns: 140),
  ]

  private static let folder = URL(filePath: #filePath).deletingLastPathComponent()
    .deletingLastPathComponent().appending(path: "Frames")

  @Test(arguments: shown, [LabelLanguage.ja, .en])
  func `is as it was looked at`(shown: Shown, language: LabelLanguage) throws {
    // An empty one is as empty at every size.
    for size in shown.isEmpty ? [Self.sizes[1]] : Self.sizes {
      var harness = DeskHarness(
        size, language: language, world: shown.isEmpty ? .empty : PictureWorld.registers)
      harness.type(shown.keys)
      expectSound(harness.desk, shown.name)
      let name = "\(shown.name)-\(language.rawValue)-\(size.columns)x\(size.rows).txt"
      let file = Self.folder.appending(path: name)
      let frame = harness.desk.draw().golden + "\n"
      if ProcessInfo.processInfo.environment["WRITE_FRAMES"] == "1" {
        try FileManager.default.createDirectory(
          at: Self.folder, withIntermediateDirectories: true)
        try frame.write(to: file, atomically: true, encoding: .utf8)
      }
      let kept = try String(contentsOf: file, encoding: .utf8)
      #expect(frame == kept, "\(name)\n\(frame)")
    }
  }
}
