import Foundation
import TestSupport
import Testing

/// A long sheet at the command line.
struct LongImportTests {
  private static func sheet(_ count: Int) -> String {
    (1...count).reduce("氏名,生年月日,国籍,メモ\n") {
      $0 + "AMINA TESTOVA \($1),19\(10 + $1 % 89)-04-01,シリア,\($1) 回目\n"
    }
  }

  /// What a running program has open, by what its names hold.
  private static func hasOpen(_ process: Int32, _ name: String) -> Bool {
    let folder = "/proc/\(process)/fd"
    let files = (try? FileManager.default.contentsOfDirectory(atPath: folder)) ?? []
    return files.contains { file in
      (try? FileManager.default.destinationOfSymbolicLink(atPath: "\(folder)/\(file)"))?
        .contains(name) == true
    }
  }

  @Test func `is stopped by Ctrl-C with nothing written, and says so`() throws {
    let store = try CommandStore(cases: false)
    try store.folder.write(Self.sheet(3000), to: "long.csv")
    let program = try RunningProgram(
      BuiltProduct.path("tomoni"),
      ["import", "cases", store.folder.path("long.csv"), "--store", store.path, "--lang", "en"])
    try program.wait(until: "the sheet is tried", within: .seconds(60)) {
      $0.hasEnded || Self.hasOpen($0.process, ".trial-")
    }
    program.signal(SIGINT)
    let run = try program.waitForEnd()
    #expect(run.exit == .code(75))
    #expect(run.errors.contains("Nothing was written"))
    #expect(try store.objects("list", "cases").isEmpty)
    #expect(try store.run(["journal", "verify"]).exit == .code(0))
  }
}
