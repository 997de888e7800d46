import Foundation
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
    #expect(try store.succeed("journal", "list").contains("export") == false)
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
}
