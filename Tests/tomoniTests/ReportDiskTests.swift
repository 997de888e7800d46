import Foundation
import GRDB
import TestSupport
import Testing

/// `tomoni report` where the file cannot be written to its end.
struct ReportDiskTests {
  private let period = ["--layout", "annual", "--period", "2025年度"]

  @Test(arguments: ["txt", "csv", "json", "html", "xlsx"])
  func `leaves no half of a file on a full disk, and writes it when there is room`(
    suffix: String
  ) throws {
    let store = try CommandStore()
    let disk = try TightDisk(megabytes: 1)
    let file = disk.folder.appending(path: "report.\(suffix)").path
    disk.fill()
    let run = try store.run(["report", file] + period)
    #expect(run.exit == .code(73), "\(run)")
    #expect(!run.errors.isEmpty && run.output == "")
    let there = try FileManager.default.contentsOfDirectory(atPath: disk.folder.path)
    #expect(there == ["filling"])
    // Nothing left the house, and the journal says nothing else.
    #expect(try store.succeed("journal", "list").contains("Export") == false)
    disk.free()
    #expect(try store.run(["report", file] + period).exit == .code(0))
    #expect(try FileManager.default.contentsOfDirectory(atPath: disk.folder.path).count == 1)
  }

  @Test func `keeps the file of before on a full disk`() throws {
    let store = try CommandStore()
    let disk = try TightDisk(megabytes: 1)
    let file = disk.folder.appending(path: "report.html").path
    #expect(try store.run(["report", file] + period).exit == .code(0))
    let before = FileManager.default.contents(atPath: file)
    disk.fill()
    #expect(try store.run(["report", file, "--force", "--exact"] + period).exit == .code(73))
    #expect(FileManager.default.contents(atPath: file) == before)
  }

  @Test(arguments: [SIGKILL, SIGTERM])
  func `gives a file no name whose program is killed before the journal tells of it`(
    signal: Int32
  ) throws {
    let store = try CommandStore()
    let file = store.folder.path("report.html")
    func unfinished() throws -> [Int] {
      try FileManager.default.contentsOfDirectory(atPath: store.folder.path)
        .filter { $0.hasPrefix("report.html.") }
        .map { FileManager.default.contents(atPath: store.folder.path($0))?.count ?? 0 }
    }
    // Somebody writes: the report is counted and written beside, and waits with its entry.
    let other = try DatabaseQueue(path: store.path)
    try other.inTransaction(.immediate) { _ in
      let run = try RunningProgram(
        BuiltProduct.path("tomoni"), ["report", file] + period,
        environment: [
          "HOME": store.folder.path, "LANG": "en_US.UTF-8", "TOMONI_STORE": store.path,
        ])
      try run.wait(until: "the report is written") { _ in try unfinished().contains { $0 > 0 } }
      #expect(!FileManager.default.fileExists(atPath: file))
      run.signal(signal)
      #expect(try run.waitForEnd().exit == .signal(signal))
      return .rollback
    }
    #expect(!FileManager.default.fileExists(atPath: file))
    #expect(try unfinished().count == (signal == SIGKILL ? 1 : 0))
    #expect(try store.succeed("journal", "list").contains("Export") == false)
    #expect(try store.run("journal", "verify").exit == .code(0))
    #expect(try store.run(["report", file] + period).exit == .code(0))
    #expect(try store.succeed("journal", "list").contains("Export"))
  }
}
