import Foundation
import TestSupport
import Testing

/// The desk said line by line, through the real program.
struct LinearDeskTests {
  /// The fictional organisation in a store of the test's own.
  private static func demo(_ language: String) throws -> ScratchFolder {
    let folder = try ScratchFolder()
    let made = try ProgramRun(
      BuiltProduct.path("tomoni"),
      [
        "demo", "--store", folder.path("demo.db"), "--cases", "30", "--today", "2026-11-30",
        "--fill-only", "--lang", language,
      ], environment: ["HOME": folder.path])
    guard made.exit == .code(0) else { throw Unmade(run: made) }
    return folder
  }

  private struct Unmade: Error { let run: ProgramRun }

  private static func desk(_ folder: ScratchFolder, _ language: String) -> [String] {
    ["demo", "--store", folder.path("demo.db"), "--today", "2026-11-30", "--lang", language]
  }

  private static func run(
    _ folder: ScratchFolder, _ language: String, _ lines: [String]
  ) throws -> ProgramRun {
    try ProgramRun(
      BuiltProduct.path("tomoni"), desk(folder, language) + ["--linear"],
      environment: ["HOME": folder.path, "TERM": "dumb"],
      input: lines.map { $0 + "\n" }.joined())
  }

  @Test func `prints`() throws {
    for language in ["ja", "en"] {
      let folder = try Self.demo(language)
      let lines = [
        "", "2", "list", "cases", "2", "/a", "Esc", "open", "read", "list", "Esc", "rc", "read", "",
        "1", "", "", "Talked: all well", "", ":save", "rh", "read", "1", "", "", "", "", ":save",
        ":Esc",
        "m", "h", ":save", "because", ":save", "tl", "u", "tl", "cases", "m", "zzz", "Esc", "?",
        "list", "Esc", ":a", "list", "1", "today", "reports", "read", "journal", "g8", "Esc", "p",
        "p", "guide", "list", "q", "Q",
      ]
      let run = try Self.run(folder, language, lines)
      try? (run.output + "\nERR " + run.errors + "\(run.exit)").write(
        toFile: "/tmp/p/line-\(language).txt", atomically: true, encoding: .utf8)
    }
  }
}
