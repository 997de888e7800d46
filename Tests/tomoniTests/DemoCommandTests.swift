import Foundation
import TestSupport
import Testing

/// `tomoni demo` up to the screen.
struct DemoCommandTests {
  private func fill(_ store: CommandStore, _ arguments: String...) throws -> ProgramRun {
    let fixed = ["demo", "--fill-only", "--cases", "5", "--today", "2026-11-22"]
    return try store.run(fixed + arguments, environment: ["TOMONI_STORE": ""])
  }

  @Test func `makes a fictional store once, in the folder of the person's data`() throws {
    let store = try CommandStore(cases: false)
    let path = store.folder.path(".local/share/tomoni/demo.db")
    let run = try fill(store)
    #expect(run.exit == .code(0))
    #expect(run.output == "Made 5 fictional cases: \(path)\n")
    #expect(run.errors.hasSuffix("5 of 5\n"))
    let first = try store.succeed("list", "cases", "--store", path)
    // Whoever opens it is its first coordinator.
    let stranger = try store.run(
      ["list", "cases", "--store", path], environment: ["SUDO_UID": "4242"])
    #expect(stranger.output == first)
    #expect(try fill(store).errors == "")
    #expect(try store.succeed("list", "cases", "--store", path) == first)
    #expect(try store.succeed("journal", "verify", "--store", path).contains("hold"))
  }

  @Test func `begins again when told to, the same for the same seed`() throws {
    let store = try CommandStore(cases: false)
    func cases(_ arguments: String...) throws -> String {
      let fixed = ["demo", "--fill-only", "--cases", "5", "--today", "2026-11-22", "--fresh"]
      let path = store.folder.path("demo.db")
      let run = try store.run(fixed + ["--store", path] + arguments)
      #expect(run.exit == .code(0), "\(run)")
      return try store.succeed(
        "list", "cases", "--store", path, "--format", "json", "--columns", "number,nameRoman,status"
      )
    }
    let first = try cases()
    #expect(try cases() == first)
    #expect(try cases("--seed", "7") != first)
  }
}
