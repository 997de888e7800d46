import Foundation
import TestSupport
import Testing

/// Every failure: one sentence on standard error, nothing on standard output, a code of sysexits.
struct ExitTests {
  struct Row: CustomTestStringConvertible, Sendable {
    var arguments: [String]
    var exit: Int32
    /// What the sentence says, among other things.
    var sentence: String
    var testDescription: String { arguments.joined(separator: " ") }

    init(_ arguments: String..., exit: Int32, _ sentence: String) {
      self.arguments = arguments
      self.exit = exit
      self.sentence = sentence
    }
  }

  static let rows = [
    Row("--nonsense", exit: 64, "The command line was not understood."),
    Row("nonsense", exit: 64, "The command line was not understood."),
    Row("list", exit: 64, "The command line was not understood."),
    Row(
      "list", "thing", exit: 64, "There is no kind of record called thing. Kinds: persons, cases"),
    Row("list", "cases", "--lang", "fr", exit: 64, "The command line was not understood."),
    Row("list", "cases", "--columns", "number,nonsense", exit: 64, "no field called nonsense"),
    Row("list", "cases", "--sort", "-nonsense", exit: 64, "no field called nonsense"),
    Row("list", "cases", "--where", "nonsense=1", exit: 64, "no field called nonsense"),
    Row("list", "cases", "--where", "status", exit: 64, "Write FIELD=VALUE."),
    Row("list", "cases", "--where", "status=nonsense", exit: 64, "Status: Not one of the choices"),
    Row(
      "list", "cases", "--where", "status=Actve", exit: 64,
      "Status: Not one of the choices: Actve (did you mean Active support?)"),
    Row(
      "list", "cases", "--where", "risk=nonsense", exit: 64,
      "nonsense (choose one of: High, Medium, Low)"),
    Row(
      "list", "cases", "--owner", "Okada", exit: 65,
      "--owner takes the number of a member of staff, such as ST-0007; Okada is not one."),
    Row("list", "cases", "--limit=-1", exit: 64, "--limit takes a number, 0 or more."),
    Row("list", "cases", "--format", "xlsx", exit: 64, "The command line was not understood."),
    Row("show", "cases", "2099-0001", exit: 65, "There is no such record."),
    Row("list", "homestays", "--where", "case=2099-0001", exit: 65, "There is no such record."),
    Row("import", "cases", "/nonexistent.csv", exit: 66, "No such file"),
    Row("export", "cases", "cases.pdf", exit: 64, "Name the file .csv, .json or .xlsx"),
    Row("export", "cases", "/nonexistent/cases.csv", exit: 73, "cannot be written"),
    Row("init", "--organisation", "A", "--coordinator", "B", exit: 73, "already there"),
    Row("staff", "add", "--name", "", exit: 65, "Name: This must be filled in."),
    Row("volunteer", "assign", "V-0099", "2026-0001", exit: 65, "There is no such record."),
    Row("demo", "--fill-only", "--cases", "0", exit: 64, "between 1 and"),
    Row("demo", "--fill-only", "--today", "soon", exit: 64, "Not a date: soon"),
  ]

  @Test(arguments: rows) func `names what is wrong`(row: Row) throws {
    let run = try CommandStore(cases: false).run(row.arguments)
    #expect(run.exit == .code(row.exit))
    #expect(run.errors.contains(row.sentence), "\(run.errors)")
    #expect(run.output == "")
  }

  @Test func `sends who has no terminal to the commands`() throws {
    let store = try CommandStore()
    let run = try store.run([], environment: ["TOMONI_STORE": ""])
    let sentence =
      "This is not a terminal, so the desk cannot open. "
      + "Start it in a terminal, or use commands such as tomoni list.\n"
    #expect(run == ProgramRun(errors: sentence, exit: .code(64)))
    #expect(try store.run("demo").exit == .code(64))
    #expect(!FileManager.default.fileExists(atPath: store.folder.path(".local")))
  }

  @Test(arguments: [
    ["--store", "/nonexistent.db"], ["list", "cases", "--store", "/nonexistent.db"],
  ])
  func `says how to begin where there is no store`(arguments: [String]) throws {
    let run = try CommandStore(cases: false).run(arguments)
    #expect(run.exit == .code(66))
    #expect(run.errors.contains("/nonexistent.db"))
    #expect(run.errors.contains("tomoni init"))
    if arguments.count == 2 { #expect(run.errors.contains("tomoni demo")) }
  }

  @Test func `leaves a file alone that is no store`() throws {
    let store = try CommandStore(cases: false)
    try store.folder.write("not a store", to: "other.db")
    let run = try store.run("list", "cases", "--store", store.folder.path("other.db"))
    #expect(run.exit == .code(65))
    #expect(run.errors.hasPrefix("Not a Tomoni store: "))
    #expect(try store.folder.text(of: "other.db") == "not a store")
  }

  @Test func `leaves a store of a newer program alone`() throws {
    let store = try CommandStore(cases: false)
    let file = try FileHandle(forUpdating: URL(fileURLWithPath: store.path))
    // The number of the schema in the header of an SQLite file, big-endian.
    try file.seek(toOffset: 60)
    try file.write(contentsOf: [0, 0, 3, 231])
    try file.close()
    let run = try store.run("list", "cases")
    #expect(run.exit == .code(69))
    #expect(run.errors.contains("newer Tomoni (format 999)"))
  }

  @Test func `refuses a store that others can read`() throws {
    let store = try CommandStore(cases: false)
    chmod(store.path, 0o644)
    let run = try store.run("list", "cases")
    #expect(run.exit == .code(78))
    #expect(run.errors.hasPrefix("Others can read "))
  }

  @Test func `refuses who is not of the staff, and says how they get in`() throws {
    let store = try CommandStore(cases: false)
    let run = try store.run(["list", "cases"], environment: ["SUDO_UID": "4242"])
    #expect(run.exit == .code(77))
    #expect(run.errors.contains("tomoni staff add --name NAME --account 4242"))
  }

  @Test func `makes no demo of a store with real cases`() throws {
    let store = try CommandStore()
    for extra in [[], ["--fresh"]] {
      let run = try store.run(["demo", "--fill-only", "--store", store.path] + extra)
      #expect(run.exit == .code(73))
      #expect(run.errors.contains("is not a demo store and was left alone"))
    }
    #expect(try store.objects("list", "cases").count == 3)
  }

  @Test func `says that there is no room for the answer`() throws {
    let store = try CommandStore()
    let run = try ProgramRun(
      "/bin/sh", ["-c", "exec '\(BuiltProduct.path("tomoni"))' list cases > /dev/full"],
      environment: ["TOMONI_STORE": store.path, "LANG": "en_US.UTF-8"])
    #expect(run.exit == .code(73))
    #expect(
      run.errors == "The output could not be written. Please check that there is space left.\n")
  }
}
