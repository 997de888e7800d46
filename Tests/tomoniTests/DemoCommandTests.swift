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
    #expect(run.output == "Created 5 fictional cases: \(path)\n")
    #expect(run.errors.hasSuffix("5 of 5\n"))
    let first = try store.succeed("list", "cases", "--store", path)
    // Whoever opens it is its first coordinator.
    let stranger = try store.run(
      ["list", "cases", "--store", path], environment: ["SUDO_UID": "4242"])
    #expect(stranger.output == first)
    #expect(try fill(store).errors == "")
    #expect(try store.succeed("list", "cases", "--store", path) == first)
    #expect(try store.succeed("journal", "verify", "--store", path).hasPrefix("Journal verified"))
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

  @Test(arguments: [SIGINT, SIGTERM])
  func `leaves nothing where it is stopped`(signal: Int32) throws {
    let store = try CommandStore(cases: false)
    func written() throws -> [String] {
      try FileManager.default.contentsOfDirectory(atPath: store.folder.path)
        .filter { $0.hasPrefix("stopped.db") }
    }
    let run = try RunningProgram(
      BuiltProduct.path("tomoni"),
      [
        "demo", "--fill-only", "--cases", "3000", "--today", "2026-11-22", "--store",
        store.folder.path("stopped.db"),
      ],
      environment: ["HOME": store.folder.path, "LANG": "en_US.UTF-8"])
    // The log is there as soon as it is being filled.
    try run.wait(until: "it is filled") { _ in
      try written().contains("stopped.db-wal") && written().contains("stopped.db.journal-key")
    }
    run.signal(signal)
    #expect(try run.waitForEnd().exit == .signal(signal))
    #expect(try written() == [])
  }

  /// The first command of the README, as it is on a Wednesday: with what goes through to the program.
  @Test func `is set up by the first command of the README on a Wednesday`() throws {
    let folder = try ScratchFolder()
    let script = URL(filePath: #filePath).appending(path: "../../../Resources/Deploy/demo")
      .standardized
    // What the build left is built already.
    let built = URL(filePath: BuiltProduct.path("tomoni")).deletingLastPathComponent().path
    // Written by another process: one that is begun by another test while this one has the file open
    // to write would keep it open, and nobody could run it.
    let write = "printf '#!/bin/sh\necho %s\n' \"$1\" > \"$2\" && chmod +x \"$2\""
    try SystemProgram.run("/bin/sh", "-c", write, "sh", "'\(built)'", folder.path("swift"))
    let run = try ProgramRun(
      "/bin/bash", [script.path, "--fill-only", "--today", "2026-12-02"],
      environment: [
        "HOME": folder.path, "LANG": "en_US.UTF-8",
        "PATH": "\(folder.path):/usr/local/bin:/usr/bin:/bin",
      ])
    #expect(run.exit == .code(0), "\(run)")
    let path = folder.path(".local/share/tomoni/demo.db")
    #expect(run.output.hasSuffix("Created 200 fictional cases: \(path)\n"), "\(run)")
  }

  @Test(arguments: ["2026-12-02", "2028-03-01", "2027-01-03", "2028-02-29", "1960-01-03"])
  func `is made on this day`(day: String) throws {
    let store = try CommandStore(cases: false)
    let run = try fill(store, "--today", day)
    #expect(run.exit == .code(0), "\(run)")
  }

  @Test func `leaves nothing where it cannot be made`() throws {
    let store = try CommandStore(cases: false)
    let path = store.folder.path("a/b/demo.db")
    // The journal's key of another store of this name is not the demo's to take away.
    try store.folder.write("x", to: "kept.db.journal-key")
    for path in [path, store.folder.path("kept.db")] {
      let before = try store.folder.names
      let run = try ProgramRun(
        "/bin/bash",
        [
          "-c", "trap '' XFSZ; ulimit -f 600; exec \"$@\"", "-", BuiltProduct.path("tomoni"),
          "demo",
          "--fill-only", "--cases", "5", "--today", "2026-12-02", "--store", path,
        ], environment: ["HOME": store.folder.path, "LANG": "en_US.UTF-8"])
      #expect(run.exit != .code(0), "\(run)")
      #expect(try store.folder.names == before)
    }
    // The next attempt begins from nothing.
    #expect(try store.succeed("demo", "--fill-only", "--cases", "5", "--store", path).contains("5"))
  }
}

extension ScratchFolder {
  /// The paths of everything in it.
  fileprivate var names: [String] {
    get throws { try FileManager.default.subpathsOfDirectory(atPath: path).sorted() }
  }
}
