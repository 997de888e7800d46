import Foundation
import TestSupport
import Testing

/// `tomoni report`.
struct ReportCommandTests {
  private let period = ["--layout", "board", "--period", "2026-05"]

  @Test func `prints the numbers of a period, small ones masked`() throws {
    let store = try CommandStore()
    let run = try store.run(["report"] + period)
    #expect(run.exit == .code(0) && run.errors == "")
    #expect(run.output.contains("May 2026") && run.output.contains("Compared with Apr 2026"))
    #expect(run.output.contains("masked so that nobody can be identified"), "\(run.output)")
    let exact = try store.run(["report", "--exact"] + period)
    #expect(exact.output.contains("Internal use"), "\(exact.output)")
  }

  @Test(arguments: ["txt", "csv", "json", "html", "xlsx"])
  func `writes a file of every form, and says so in the journal`(suffix: String) throws {
    let store = try CommandStore()
    let file = store.folder.path("report.\(suffix)")
    let run = try store.run(["report", file] + period)
    #expect(run.exit == .code(0), "\(run)")
    #expect(run.output.hasPrefix("Wrote the report to \(file)"))
    let bytes = try #require(FileManager.default.contents(atPath: file))
    let start = String(decoding: bytes.prefix(20), as: UTF8.self)
    let starts = ["csv": "\u{FEFF}\"", "json": "{", "html": "<!DOCTYPE", "xlsx": "PK"]
    #expect(start.hasPrefix(starts[suffix] ?? ""), "\(start)")
    let entries = try store.objects("journal", "list", "--limit", "1")
    let told = Dictionary(
      entries.map { ($0["field"] ?? "", $0["after"] ?? "") }, uniquingKeysWith: { $1 })
    #expect(entries.first?["command"] == "export" && told["exportLayout"] == "board")
    #expect(told["exportFrom"] == "2026-05-01" && told["exportTo"] == "2026-05-31")
    #expect(told["exportFormat"] == (suffix == "txt" ? "text" : suffix))
    #expect(told["exportMasked"] == "yes")
    #expect(try store.run("journal", "verify").exit == .code(0))
    #expect(try store.run(["report", file] + period).exit == .code(73))
    #expect(try store.run(["report", file, "--force", "--exact"] + period).exit == .code(0))
    #expect(
      try store.run(["report", store.path, "--format", "csv", "--force"] + period).exit == .code(73)
    )
  }

  @Test(arguments: [
    ["--period", "sometime"], ["--layout", "nothing"], ["--from", "2026-04-01"],
    ["--period", "2026-04", "--from", "2026-04-01", "--to", "2026-04-30"],
    ["--from", "2026-05-01", "--to", "2026-04-01"], ["x.ods"], ["--format", "pdf"],
  ])
  func `says what it does not understand`(words: [String]) throws {
    let store = try CommandStore(cases: false)
    for language in ["ja", "en"] {
      let run = try store.run(["report"] + words + ["--lang", language])
      #expect(run.exit == .code(64) && run.output == "" && !run.errors.isEmpty)
    }
  }

  @Test func `takes days and the year of the organisation`() throws {
    let store = try CommandStore()
    let days = try store.succeed(
      "report", "--from", "2026-04-01", "--to", "2026-05-15", "--format", "json")
    #expect(days.contains("\"from\": \"2026-04-01\", \"to\": \"2026-05-15\""))
    let year = try store.succeed("report", "--period", "2026年度", "--format", "json", "--lang", "ja")
    #expect(year.contains("\"name\": \"2026年度 (2026年4月-2027年3月)\""))
  }
}
