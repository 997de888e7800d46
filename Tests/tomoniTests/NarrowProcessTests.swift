import Foundation
import TestSupport
import Testing

/// The program where the shell lets it have little: few open files, short files, no standard ones.
@Suite struct `A process that may do little` {
  private static let narrow = [
    "ulimit -f 0", "ulimit -f 8", "ulimit -f 64", "ulimit -f 1024", "ulimit -n 5", "ulimit -n 7",
    "ulimit -v 200000", "exec <&-", "exec >&-", "exec 2>&-", "exec <&- >&- 2>&-",
  ]

  @Test(arguments: narrow) func `says what it did not do, and breaks nothing`(how: String) throws {
    let store = try CommandStore()
    let rows = (0..<30).map { "PERSON \($0),1990-02-0\($0 % 9 + 1)" }
    try store.folder.write(
      "nameRoman,birthDate\n" + rows.joined(separator: "\n"), to: "sheet.csv")
    let sheet = store.folder.path("sheet.csv")
    for words in [
      "list cases", "import cases \(sheet)", "journal verify", "export cases \(sheet).out.csv",
    ] {
      let before = try store.objects("list", "cases").count
      let run = try ProgramRun(
        "/bin/sh",
        [
          "-c",
          "\(how)\nexec \(BuiltProduct.path("tomoni")) \(words) --lang en --store \(store.path)",
        ], environment: ["HOME": store.folder.path("")])
      guard case .code(let code) = run.exit else {
        Issue.record("\(how): \(words) ended by \(run.exit)")
        continue
      }
      // Whose account it is cannot be looked up without a file to spare: 77, as of nobody.
      #expect(
        [0, 65, 69, 73, 74, 75, 77].contains(code), "\(how): \(words): \(code) \(run.errors)")
      // Done whole or not at all; what went out is known only where the output could be written.
      let count = try store.objects("list", "cases").count
      #expect(count == before || words.hasPrefix("import") && count == before + 30)
      if code == 0, words.hasPrefix("import") { #expect(count == before + 30) }
      try store.succeed("journal", "verify")
    }
  }
}
