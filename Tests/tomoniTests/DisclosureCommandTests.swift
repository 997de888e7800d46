import Foundation
import TestSupport
import Testing

/// The answer to a breach, and the page of a person, on the command line.
struct DisclosureCommandTests {
  private func store() throws -> CommandStore {
    let store = try CommandStore()
    try store.importSheet(
      "cases", "number,languages,phone\n2026-0001,en,090-1111-2222\n", "--overwrite", "languages",
      "--overwrite", "phone")
    try store.succeed("export", "cases", store.folder.path("out.csv"))
    return store
  }

  @Test func `tell who took what of whom, in three forms`() throws {
    let store = try store()
    let text = try store.succeed("journal", "breach", "--case", "2026-0001")
    #expect(text.contains("2026-0001") && text.contains("Taken out  ") && text.contains("Mori Aki"))
    let csv = try store.succeed(
      "journal", "breach", "--case", "2026-0001", "--format", "csv", "--staff", "ST-0001")
    #expect(csv.hasPrefix("\"Case\",\"What\",") && csv.contains("\"Taken out\",\"ST-0001\""))
    #expect(!csv.contains("2026-0002"))
    let json = try store.succeed("journal", "breach", "--format", "json", "--since", "2020-01-01")
    let object = try JSONSerialization.jsonObject(with: Data(json.utf8)) as? [String: Any]
    let told = object?["disclosures"] as? [[String: Any]] ?? []
    #expect(
      told.contains { $0["way"] as? String == "exported" && $0["case"] as? String == "2026-0003" })
    #expect(
      try store.run("journal", "breach", "--volunteer", "V-0001", "--staff", "ST-0001").exit
        == .code(64))
  }

  @Test func `print a page for the person in their language that names nobody else`() throws {
    let store = try store()
    let run = try store.run(["journal", "person", "2026-0001", "--lang", "ja"])
    #expect(run.exit == .code(0), "\(run)")
    #expect(run.output.hasPrefix("What happened to my data\n"), "\(run.output)")
    #expect(run.output.contains("A coordinator") && !run.output.contains("Mori"))
    // Of nobody whose language is spoken, in the one that was asked for.
    let other = try store.run(["journal", "person", "2026-0002", "--lang", "ja"])
    #expect(other.output.hasPrefix("私の情報に何があったか\n"))
    let entries = try store.objects("journal", "list", "--limit", "1")
    #expect(entries.first?["command"] == "disclosures")
  }

  @Test func `and what goes on to a program is noted by list and show`() throws {
    let store = try CommandStore()
    for words in [
      ["list", "cases"], ["list", "cases", "--format", "csv"], ["show", "cases", "2026-0001"],
      ["show", "cases", "2026-0001", "--format", "json"],
      ["export", "cases", "-", "--format", "csv"],
    ] {
      let run = try store.run(words)
      #expect(run.exit == .code(0))
      let last = try store.objects("journal", "list", "--limit", "1")
      let said = Dictionary(
        last.map { ($0["field"] ?? "", $0["after"] ?? "") }, uniquingKeysWith: { $1 })
      #expect(last.first?["command"] == "export", "\(words)")
      #expect(said["exportRecords"] == (words[0] == "show" ? "1" : "1-3"), "\(words)")
    }
  }
}
