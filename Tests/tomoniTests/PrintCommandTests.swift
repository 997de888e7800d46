import Foundation
import TestSupport
import Testing

/// Papers on the command line.
@Suite struct `Printing on the command line` {
  private func size(_ path: String) -> Int {
    (try? Data(contentsOf: URL(fileURLWithPath: path)))?.count ?? 0
  }

  @Test func `writes a PDF for its owner alone, and says so in the journal`() throws {
    let store = try CommandStore()
    let file = store.folder.path("x.pdf")
    let said = try store.succeed("print", "2026-0001", "renewal", "--out", file)
    #expect(said == "Wrote Application for extension of stay: \(file)\n")
    #expect(size(file) > 5000)
    let attributes = try FileManager.default.attributesOfItem(atPath: file)
    #expect(attributes[.posixPermissions] as? Int == 0o600)
    let entries = try store.objects("journal", "list", "--limit", "1")
    let after = Dictionary(
      entries.map { ($0["field"] ?? "", $0["after"] ?? "") }, uniquingKeysWith: { $1 })
    #expect(after["exportFormat"] == "renewal pdf" && after["exportFilters"] == "number=2026-0001")
    // What is there stays, unless somebody says otherwise.
    #expect(try store.run("print", "2026-0001", "change", "--out", file).exit == .code(73))
    try store.succeed("print", "2026-0001", "change", "--out", file, "--force")
  }

  @Test func `writes to a pipe, and a proof says where its values stand`() throws {
    let store = try CommandStore()
    #expect(try store.succeed("print", "2026-0001", "renewal", "--out", "-").hasPrefix("%PDF"))
    let file = store.folder.path("p.pdf")
    try store.succeed("print", "2026-0001", "renewal", "--proof", "--lang", "ja", "--out", file)
    let text = try ProgramRun("/usr/bin/pdftotext", [file, "-"]).output
    #expect(text.contains("P-0001") && text.contains("SALMA HADDAD") && text.contains("1990年2月3日"))
  }

  @Test func `names its papers, with where each comes from`() throws {
    let list = try CommandStore().succeed("print", "--list", "--lang", "ja")
    #expect(list.contains("在留期間更新許可申請書") && list.contains("別記第30号の2様式"))
    // Nobody has compared it with the form that it names, so no day stands there.
    let renewal = list.split(separator: "\n").first { $0.hasPrefix("renewal ") }
    #expect(renewal?.hasSuffix("(公式の様式と未照合)") == true, "\(list)")
  }

  @Test func `refuses what it cannot make, each with its code`() throws {
    let store = try CommandStore()
    let file = store.folder.path("x.pdf")
    for (words, code) in [
      (["2026-0001", "nothing"], 64), (["2026-9999", "renewal"], 65), (["2026-0001"], 64),
      (["2026-0001", "renewal", "--language", "ar"], 64), (["2026-0001", "resume"], 77),
      (["someday", "day_sheet"], 64),
    ] as [([String], Int32)] {
      let run = try store.run(["print"] + words + ["--out", file])
      #expect(run.exit == .code(code) && run.output.isEmpty && !run.errors.isEmpty, "\(words)")
      #expect(!FileManager.default.fileExists(atPath: file))
    }
  }

  @Test func `makes the sheet of a day`() throws {
    let store = try CommandStore()
    let file = store.folder.path("day.pdf")
    try store.succeed("print", "2026-12-01", "day_sheet", "--out", file)
    #expect(size(file) > 3000)
  }

  @Test func `says which character of a record cannot be printed`() throws {
    let store = try CommandStore(cases: false)
    try store.importSheet("cases", "nameRoman,status,opened\nA \u{1F600},inquiry,2026-04-01\n")
    let run = try store.run("print", "2026-0001", "handover", "--out", store.folder.path("x.pdf"))
    #expect(run.exit == .code(65) && run.errors.contains("U+1F600"), "\(run)")
  }
}
