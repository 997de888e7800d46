import Foundation
import TestSupport
import Testing

/// What the command line says of columns and of rows that cannot be imported.
struct ImportMappingTests {
  private func run(
    _ store: CommandStore, _ text: String, _ arguments: String...
  ) throws -> ProgramRun {
    try store.folder.write(text, to: "sheet.csv")
    return try store.run(["import", "cases", store.folder.path("sheet.csv")] + arguments)
  }

  @Test func `shows what each column becomes, and writes nothing`() throws {
    let store = try CommandStore(cases: false)
    let sheet = "氏名,氏名,国籍,余り\nAMINA,x,シリヤ,1\n"
    let shown = try run(store, sheet, "--show-mapping", "--map", "2=-")
    #expect(shown.exit == .code(0), "\(shown.errors)")
    let lines = shown.lines.map { $0.split(separator: " ").map(String.init) }
    #expect(lines.contains(["A", "氏名", "Roman", "name", "nameRoman", "AMINA"]), "\(shown.output)")
    #expect(lines.contains { $0.first == "B" && $0.last == "x" && $0.contains("note") })
    #expect(lines.contains { $0.prefix(4) == ["C", "国籍", "Nationality", "nationality"] })
    #expect(try store.objects("list", "cases").isEmpty)
    let json = try run(store, sheet, "--show-mapping", "--map", "B=-", "--format", "json")
    let columns = try JSONSerialization.jsonObject(with: Data(json.output.utf8)) as? [[String: Any]]
    #expect(columns?.compactMap { $0["field"] as? String } == ["nameRoman", "nationality"])
  }

  @Test func `tells two headings alike apart, and a mapping that is turned round`() throws {
    let store = try CommandStore(cases: false)
    let sheet = "氏名,氏名\nAMINA,SARA\n"
    let twins = try run(store, sheet)
    #expect(twins.exit == .code(65) && twins.errors.contains("A=- / B=-"), "\(twins.errors)")
    let several = try run(store, sheet, "--map", "氏名=nameRoman")
    #expect(several.exit == .code(65) && several.errors.contains("A, B"), "\(several.errors)")
    let turned = try run(store, sheet, "--map", "city=氏名")
    #expect(turned.errors.contains("氏名=city"), "\(turned.errors)")
    #expect(try run(store, sheet, "--map", "B=氏名（ローマ字）").exit == .code(0))
    let found = try store.objects("list", "cases")
    #expect(found.map { $0["nameRoman"] } == ["SARA"])
  }

  @Test func `says each reason once with its rows, refused rows last`() throws {
    let store = try CommandStore(cases: false)
    let lines = (0..<48).map { "P\($0) TEST,シリヤ" } + ["GOOD ONE,シリア"]
    let run = try run(
      store, "氏名,国籍\n" + lines.joined(separator: "\n") + "\n", "--dry-run", "--lang", "ja")
    let refused = run.lines.filter { $0.contains("シリヤ") }
    #expect(refused.count == 1, "\(run.output)")
    #expect(refused.first?.contains("もしかして: シリア") == true)
    #expect(run.lines.contains { $0.contains("ほかに 3、4、5、6 など (合わせて 48 行)") }, "\(run.output)")
    let place = try #require(run.lines.firstIndex { $0.contains("シリヤ") })
    #expect(run.lines.firstIndex { $0.contains("GOOD ONE") }.map { $0 < place } == true)
  }

  @Test func `keeps what cannot be read in the note, and says what it never keeps`() throws {
    let store = try CommandStore(cases: false)
    let sheet = "氏名,国籍,生年月日,在留期限\nAMINA TESTOVA,月の国,昔,2027-03-31\nOMAR TESTOV,シリア,,来年\n"
    let refused = try run(store, sheet, "--keep-unreadable")
    #expect(refused.exit == .code(65))
    #expect(
      refused.output.contains("Cells that were not understood and are kept in notes: 2"),
      "\(refused.output)")
    #expect(refused.output.contains("not kept in a note: Stay expires"), "\(refused.output)")
    let kept = try run(store, sheet, "--keep-unreadable", "--skip-bad")
    #expect(kept.exit == .code(0), "\(kept.errors)")
    #expect(try store.objects("list", "cases").map { $0["nameRoman"] } == ["AMINA TESTOVA"])
    let notes = try store.objects("list", "notes").compactMap { $0["body"] }
    #expect(notes.contains { $0.contains("国籍: 月の国") && $0.contains("生年月日: 昔") }, "\(notes)")
  }

  @Test func `never moves a status, and says so instead of telling how`() throws {
    let store = try CommandStore()
    let sheet =
      "nameRoman,nameKana,birthDate,nationality,status\nSALMA HADDAD,サルマ・ハダド,1990-02-03,Syria,closed\n"
    for arguments in [[], ["--overwrite", "status"], ["--overwrite", "状態"]] {
      try store.folder.write(sheet, to: "sheet.csv")
      let run = try store.run(["import", "cases", store.folder.path("sheet.csv")] + arguments)
      #expect(run.exit == .code(0), "\(run.errors)")
      #expect(run.output.contains("an import never moves a status"), "\(run.output)")
      #expect(!run.output.contains("--overwrite takes"))
      #expect(run.errors.contains("--overwrite status has no effect") == !arguments.isEmpty)
    }
    #expect(
      try store.objects("list", "cases").first { $0["nameRoman"] == "SALMA HADDAD" }?["status"]
        == "active")
  }

  @Test func `is in the journal with the name of its file`() throws {
    let store = try CommandStore(cases: false)
    try run(store, "氏名\nAMINA TESTOVA\nOMAR TESTOV\n").expectGood()
    let entries = try store.objects("journal", "list").filter { $0["command"] == "import" }
    let text = try store.succeed("journal", "list")
    #expect(entries.contains { $0["after"]?.contains("sheet.csv") == true }, "\(entries)")
    #expect(text.contains("sheet.csv"), "\(text)")
    #expect(try store.run("journal", "verify").exit == .code(0))
  }
}

extension ProgramRun {
  fileprivate func expectGood() { #expect(exit == .code(0), "\(errors)") }
}
