import Casework
import Foundation
import Labels
import TestSupport
import Testing
import Wording

/// Records in files.
struct ExportTests {
  private let listing = [
    "--columns", "number,nameRoman,status", "--sort", "nameRoman", "--limit", "2",
  ]

  @Test(arguments: ["csv", "json"])
  func `writes what list prints`(format: String) throws {
    let store = try CommandStore()
    let file = store.folder.path("cases.\(format).\(format)")
    let listed = try store.run(["list", "cases", "--format", format] + listing).output
    let run = try store.run(["export", "cases", file] + listing)
    #expect(run == ProgramRun(output: "Wrote 2 records to \(file).\n"))
    // The mark tells a spreadsheet that the file is UTF-8.
    let mark = format == "csv" ? "\u{FEFF}" : ""
    let written = try Data(contentsOf: URL(fileURLWithPath: file))
    #expect(String(decoding: written, as: UTF8.self) == mark + listed)
    #expect(
      try FileManager.default.attributesOfItem(atPath: file)[.posixPermissions] as? Int == 0o600)
    let standardOutput = try store.run(["export", "cases", "-", "--format", format] + listing)
    #expect(standardOutput.output == mark + listed)
  }

  @Test func `replaces a file only when told to`() throws {
    let store = try CommandStore()
    try store.folder.write("mine", to: "cases.csv")
    let file = store.folder.path("cases.csv")
    let run = try store.run("export", "cases", file)
    #expect(run.exit == .code(73))
    #expect(run.errors.hasPrefix("A file of that name exists already: \(file)"))
    #expect(try store.folder.text(of: "cases.csv") == "mine")
    try store.succeed("export", "cases", file, "--force")
    #expect(try store.folder.text(of: "cases.csv").contains("SALMA HADDAD"))
    let left = try FileManager.default.contentsOfDirectory(atPath: store.folder.path)
    #expect(!left.contains { $0.hasSuffix(".new") })
  }

  @Test func `comes back as it went`() throws {
    let store = try CommandStore()
    let file = store.folder.path("out.csv")
    try store.succeed("export", "cases", file)
    let report = try store.succeed("import", "cases", file)
    #expect(report.hasSuffix("0 added, 0 changed, 3 unchanged, 0 refused\n"), "\(report)")
  }

  @Test func `takes every field, and fields by their labels in either language`() throws {
    let store = try CommandStore()
    let file = store.folder.path("all.csv")
    try store.succeed("export", "cases", file, "--columns", "all")
    let header = try #require(store.folder.text(of: "all.csv").split(separator: "\r\n").first)
    let labels = Words(.en)
    for field in RecordDescription.of(.case).fields {
      let label = ValueText(labels).label(of: field, in: .case)
      #expect(header.contains("\"\(label)\""), "\(field.name)")
    }
    let report = try store.succeed("import", "cases", file)
    #expect(report.hasSuffix("0 added, 0 changed, 3 unchanged, 0 refused\n"), "\(report)")
    let mixed = ["--columns", "案件番号,Roman name,国籍", "--where", "国籍=シリア", "--sort", "-Opened"]
    let list = try store.run(["list", "cases", "--format", "csv"] + mixed)
    #expect(list.output.contains("SALMA HADDAD") && list.lines.count == 2, "\(list)")
  }
}
