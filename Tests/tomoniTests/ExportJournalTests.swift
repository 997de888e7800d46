import Casework
import Foundation
import TestSupport
import Testing

/// Every export is an entry of the journal, and none is left half done.
struct ExportJournalTests {
  private func last(_ store: CommandStore) throws -> [String: String] {
    let entries = try store.objects("journal", "list", "--limit", "1")
    #expect(Set(entries.map { $0["command"] ?? "" }).count == 1)
    var found = Dictionary(
      entries.map { ($0["field"] ?? "", $0["after"] ?? "") }, uniquingKeysWith: { $1 })
    found["command"] = entries.first?["command"]
    found["who"] = entries.first?["who"]
    return found
  }

  @Test(arguments: ["csv", "json", "xlsx"])
  func `notes a list with its form, columns, filters and rows`(format: String) throws {
    let store = try CommandStore()
    try store.succeed(
      "export", "cases", store.folder.path("x.\(format)"), "--where", "status=on_hold",
      "--search", "KARIM", "--columns", "number,status")
    let entry = try last(store)
    #expect(entry["command"] == "export" && entry["who"] == "ST-0001")
    #expect(entry["exportKind"] == "cases" && entry["exportFormat"] == format)
    #expect(entry["exportRows"] == "1" && entry["exportFilters"] == "status=on_hold search")
    #expect(!entry.values.contains { $0.contains("KARIM") })
    #expect(try store.run("journal", "verify").exit == .code(0))
    let text = try store.succeed("journal", "list", "--limit", "2")
    #expect(text.contains("Export") && text.contains("    Rows: 1\n"), "\(text)")
    // An undo takes the change before it.
    #expect(try store.objects("list", "cases").count == 3)
  }

  /// Every kind that there is: of one that nobody may take out, there is nothing to note.
  @Test func `notes the records of every kind, and the brief of a case`() throws {
    let store = try CommandStore()
    for kind in RecordKind.allCases {
      let file = store.folder.path("out-\(kind.plural).csv")
      let run = try store.run("export", kind.plural, file)
      guard run.exit == .code(0) else {
        #expect(!FileManager.default.fileExists(atPath: file), "\(kind)")
        continue
      }
      let entry = try last(store)
      #expect(entry["command"] == "export" && entry["exportKind"] == kind.plural, "\(kind)")
    }
    try store.succeed("brief", "2026-0001")
    #expect(try last(store)["exportFilters"] == "number=2026-0001")
  }

  /// What is read on a terminal is no file; all here goes into a pipe.
  @Test func `notes whose records other commands hand on`() throws {
    let store = try CommandStore()
    try store.succeed("duplicates")
    #expect(try last(store)["exportFormat"] == "duplicates text")
    try store.succeed("duplicates", "2026-0001")
    #expect(try last(store)["exportFormat"] == "duplicates text")
    try store.succeed("match", "homestays", "--format", "json")
    #expect(try last(store)["exportFormat"] == "match json")
    try store.succeed("match", "jobs", "2026-0001")
    #expect(try last(store)["exportFormat"] == "match text")
    let first = try store.objects("journal", "list", "--case", "2026-0001")
    #expect(!first.contains { $0["after"] == "journal json" })
    let noted = try last(store)
    #expect(noted["exportFormat"] == "journal json" && noted["exportRows"] == "1")
    let told = try store.succeed("journal", "breach", "--case", "2026-0001")
    #expect(told.contains("journal json"), "\(told)")
  }

  @Test func `writes the rows of list as a workbook`() throws {
    let store = try CommandStore()
    let file = store.folder.path("cases.xlsx")
    let listing = ["--columns", "number,nameRoman,status,opened", "--sort", "nameRoman"]
    let run = try store.run(["export", "cases", file] + listing)
    #expect(run == ProgramRun(output: "Wrote 3 records to \(file).\n"))
    let sheet = try ReadWorkbook(file).sheets[0]
    #expect(
      (1...3).map { sheet.row($0)[1] } == ["KARIM NASSER", "OLENA KOVAL", "SALMA HADDAD"])
    #expect(sheet.row(1)[3] == "46176" && sheet.row(0).count == 4)
    let attributes = try FileManager.default.attributesOfItem(atPath: file)
    #expect(attributes[.posixPermissions] as? Int == 0o600)
    let piped = try store.run(["export", "cases", "-", "--format", "xlsx"] + listing)
    #expect(piped.exit == .code(0) && piped.output.hasPrefix("PK"))
    let left = try FileManager.default.contentsOfDirectory(atPath: store.folder.path)
    #expect(!left.contains { $0.hasSuffix(".new") })
  }

  @Test(arguments: [SIGINT, SIGTERM, SIGHUP])
  func `leaves nothing half done when it is stopped`(signal: Int32) throws {
    let store = try CommandStore()
    try store.importSheet("partners", "name\n" + (1...2000).map { "Org \($0)\n" }.joined())
    func written() throws -> [String] {
      try FileManager.default.contentsOfDirectory(atPath: store.folder.path)
        .filter { $0.hasPrefix("partners.out") }
    }
    func lines(of path: String) throws -> Int {
      try String(contentsOfFile: path, encoding: .utf8).utf8.count { $0 == UInt8(ascii: "\n") }
    }
    func told() throws -> Int {
      try store.objects("journal", "list", "--limit", "1000").count {
        $0["field"] == "exportRows" && $0["after"] == "2000"
      }
    }
    // Sometimes it is done before it can be stopped.
    for attempt in 1...50 {
      let file = store.folder.path("partners.out\(attempt).csv")
      let run = try RunningProgram(
        BuiltProduct.path("tomoni"), ["export", "partners", file],
        environment: [
          "HOME": store.folder.path, "LANG": "en_US.UTF-8", "TOMONI_STORE": store.path,
        ])
      try run.wait(until: "there is a file") { _ in try !written().isEmpty }
      // Under its own name it is whole.
      #expect(try written().allSatisfy { try $0.hasSuffix(".new") || lines(of: file) == 2001 })
      run.signal(signal)
      let end = try run.waitForEnd()
      if try !written().isEmpty {
        // Then the journal tells of it.
        #expect(try written() == ["partners.out\(attempt).csv"])
        #expect(try lines(of: file) == 2001)
        #expect(try told() == attempt)
        try FileManager.default.removeItem(atPath: file)
        continue
      }
      #expect(end.exit == .signal(signal))
      #expect(try told() == attempt - 1)
      #expect(try store.run("journal", "verify").exit == .code(0))
      return
    }
    Issue.record("It was never stopped before it was done.")
  }

  @Test func `shows no workbook on a terminal, and no kind of file it does not know`() throws {
    let store = try CommandStore()
    let run = try store.run("export", "cases", store.folder.path("x.ods"))
    #expect(run.exit == .code(64) && run.errors.contains(".xlsx"))
  }
}
