import CaseStore
import Casework
import Foundation
import Labels
import TestSupport
import Testing
import Wording

@testable import Screens
@testable import tomoni

/// Letters of the organisation's own from the command line and over a store.
@Suite struct `A letter of one's own` {
  private let sheet = """
    name,language,recipient,body
    Health check,en,medical,"# To the clinic\\n{{case.nameRoman}} {{case.phone}} <&>"
    For you,en,person,"Dear {{case.nameRoman}}, {{today}}"

    """.replacing("\\n", with: "\n")

  private func text(_ file: String) throws -> String {
    try ProgramRun("/usr/bin/pdftotext", ["-layout", file, "-"]).output
  }

  @Test func `is printed by its number and by its name, with consent and a line in the journal`()
    throws
  {
    let store = try CommandStore()
    try store.importSheet("templates", sheet)
    let file = store.folder.path("l.pdf")
    try store.succeed("print", "2026-0001", "L-0002", "--out", file, "--lang", "en")
    #expect(try text(file).contains("Dear SALMA HADDAD"))
    let bytes = try Data(contentsOf: URL(fileURLWithPath: file))
    try store.succeed("print", "2026-0001", "For you", "--out", file, "--force", "--lang", "en")
    #expect(try Data(contentsOf: URL(fileURLWithPath: file)) == bytes)
    let journal = try store.succeed("journal", "list", "--format", "json")
    #expect(journal.contains("L-0002 pdf"), "\(journal)")

    let refused = try store.run("print", "2026-0001", "Health check", "--out", "-")
    #expect(refused.exit == .code(77) && refused.output.isEmpty, "\(refused)")
    try store.importSheet(
      "consents",
      "case,scope,status,on\n2026-0001,sharing_with_medical_providers,given,2026-09-01\n")
    try store.succeed("print", "2026-0001", "L-0001", "--proof", "--out", file, "--force")
    let proof = try text(file)
    #expect(proof.contains("SALMA HADDAD") && proof.contains("<&>"), "\(proof)")
    #expect(proof.contains("P-0001"), "\(proof)")
  }

  @Test func `that names what there is not is not kept, and the line is said`() throws {
    let store = try CommandStore()
    let file = store.folder.path("bad.csv")
    try store.folder.write(
      "name,language,recipient,body\nX,en,company,\"a\n{{case.nameRomam}} {{case.phone}} {{>file}}\"\n",
      to: "bad.csv")
    let run = try store.run("import", "templates", file, "--lang", "en")
    #expect(run.exit == .code(65), "\(run)")
    for word in ["Line 2", "case.nameRoman", "case.phone", "{{>file}}"] {
      #expect((run.output + run.errors).contains(word), "\(word): \(run)")
    }
  }

  @Test func `is listed with its names, and begins as one that comes with the program`() throws {
    let store = try CommandStore()
    let names = try store.succeed("print", "--names", "--lang", "ja")
    #expect(names.contains("{{case.nameRoman}}") && names.contains("{{#started}}"), "\(names)")
    let copied = try store.succeed("print", "intro_clinic", "--copy", "--lang", "en")
    #expect(copied.contains("L-0001"), "\(copied)")
    #expect(try store.succeed("print", "--list", "--lang", "ja").contains("L-0001"))
    let shown = try store.succeed("show", "template", "L-0001", "--format", "json")
    #expect(
      shown.contains("{{case.birthDate}}") && shown.contains("sharing_with_medical_providers"))
    for words in [["renewal", "--copy"], ["--copy"], ["2026-0001", "No such letter"]] {
      #expect(try store.run(["print"] + words + ["--out", "-"]).exit == .code(64), "\(words)")
    }
  }

  @Test func `is printed in every language that it can be in`() throws {
    let codes = Language.catalogue.codes
    #expect(codes.count > 100)
    let lines = codes.map { "paper\t\($0)\tx\ntext\tx 1\nend\n" }.joined()
    let run = try ProgramRun(BuiltProduct.path("tomoni-print"), input: FilledPaper.head + lines)
    #expect(run.exit == .code(0) && run.output.hasPrefix("%PDF"), "\(run.errors)")
  }

  /// Its column says of whom it goes to what the rule says.
  @Test func `needs the consent that its column says`() throws {
    let store = try CommandStore()
    var rows = "name,language,recipient,body\n"
    for recipient in LetterRecipient.allCases {
      rows += "\(recipient.rawValue),en,\(recipient.rawValue),x\n"
    }
    try store.importSheet("templates", rows)
    let list = try store.succeed(
      "list", "templates", "--columns", "recipient,consent", "--format", "csv", "--lang", "en")
    for recipient in LetterRecipient.allCases {
      let words = Words(.en)
      let scope = recipient.scope.map { words($0.labelKey) } ?? ""
      #expect(
        list.contains("\"\(words(recipient.labelKey))\",\"\(scope)\""), "\(recipient) \(list)")
    }
  }
}
