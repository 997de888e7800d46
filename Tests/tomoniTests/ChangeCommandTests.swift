import Casework
import Foundation
import TestSupport
import Testing

/// What is done at the desk, done by commands: each goes the one way of writing.
struct ChangeCommandTests {
  private static func store() throws -> (CommandStore, String) {
    let store = try CommandStore()
    return (store, try #require(try store.objects("list", "cases").first?["number"]))
  }

  /// A day that is still to come.
  private static var soon: String {
    Instant(Int64(Date().timeIntervalSince1970)).dateInJapan.adding(days: 7).description
  }

  /// The commands in the journal, latest first, without what reading writes there.
  private static func commands(_ store: CommandStore) throws -> [String] {
    try store.objects("journal", "list").compactMap { $0["command"] }
      .filter { !["export", "listed"].contains($0) }
  }

  @Test func `records something about a case as the form at the desk would`() throws {
    let (store, number) = try Self.store()
    let said = try store.succeed(
      "log", "contacts", number, "medium=phone", "contactMade=yes", "summary=Well")
    #expect(said.contains("Contact  CT-0001") && said.contains("Well"))
    let contact = try #require(try store.objects("list", "contacts", "--columns", "all").first)
    #expect(contact["medium"] == "phone" && contact["summary"] == "Well")
    // The form has today's date and whoever writes in it already.
    #expect(contact["on"]?.hasPrefix("20") == true && contact["staff"] == "ST-0001")
    #expect(try Self.commands(store).first == "logContact")
  }

  @Test func `writes nothing in a dry run, and says what would be written`() throws {
    let (store, number) = try Self.store()
    let run = try store.run("log", "notes", number, "body=Seen", "--dry-run")
    #expect(run.exit == .code(0) && run.output.contains("Seen"))
    #expect(run.errors.contains("Dry run"))
    #expect(try store.objects("list", "notes").isEmpty)
    for words in [["mark", number, "closed"], ["set", "cases", number, "city=X"]] {
      let before = try store.succeed("list", "cases", "--format", "json")
      _ = try store.run(words + ["--dry-run"])
      #expect(try store.succeed("list", "cases", "--format", "json") == before)
    }
  }

  @Test
  func `moves a case where nothing stands against it, and says what is missing where it does`()
    throws
  {
    let (store, _) = try Self.store()
    let cases = try store.objects("list", "cases", "--columns", "number,status,owner")
    let lacking = try #require(cases.first { $0["status"] == "intake" }?["number"])
    // Without the consents that have to be there before.
    let refused = try store.run("mark", lacking, "assessment")
    #expect(refused.exit == .code(65) && !refused.errors.isEmpty && refused.output.isEmpty)
    let active = try #require(cases.first { $0["status"] == "active" }?["number"])
    let noReason = try store.run("mark", active, "on_hold")
    #expect(noReason.exit == .code(65) && !noReason.errors.isEmpty, "\(noReason)")
    #expect(
      try store.objects("list", "cases", "--where", "number=\(active)").first?["status"]
        == "active")
    let done = try store.run(
      "mark", active, "on_hold", "resumeOn=\(Self.soon)", "--reason", "Travels")
    #expect(done.exit == .code(0), "\(done.errors)")
    #expect(
      try store.objects("list", "cases", "--where", "number=\(active)").first?["status"]
        == "on_hold")
  }

  @Test func `does what is to be done, and takes it back`() throws {
    let (store, number) = try Self.store()
    try store.succeed("log", "followups", number, "action=Call", "due=\(Self.soon)")
    let due = try #require(
      try store.objects("list", "followups", "--columns", "all").first?["number"])
    try store.succeed("done", due)
    #expect(try store.objects("list", "followups", "--columns", "all").first?["done"] != "null")
    let would = try store.run("undo", "--dry-run")
    #expect(would.exit == .code(0) && would.output.contains("Call"))
    let other = try store.run("undo", "--step", "1")
    #expect(other.exit == .code(65))
    try store.succeed("undo")
    #expect(try store.objects("list", "followups", "--columns", "all").first?["done"] == "null")
    #expect(try Self.commands(store).first == "undo")
    #expect(try store.run("journal", "verify").exit == .code(0))
  }

  @Test func `changes fields and empties them, and answers in the journal's JSON`() throws {
    let (store, number) = try Self.store()
    try store.succeed("set", "cases", number, "city=Yokohama")
    let json = try store.objects("set", "cases", number, "city=")
    #expect(json.first?["before"] == "Yokohama" && json.first?["after"] == "null")
    #expect(try store.succeed("set", "cases", number, "city=").contains("Nothing changed"))
    try store.succeed("add", "hosts", "name=Sato")
    #expect(try store.objects("list", "hosts").first?["name"] == "Sato")
  }

  @Test func `tells what is wrong with the words of a line`() throws {
    let (store, number) = try Self.store()
    let wrong: [([String], Int32)] = [
      (["log", "contacts", "2099-9999"], 65), (["log", "cases", number], 64),
      (["log", "contacts", number, "medium"], 64), (["log", "contacts", number, "medium=x"], 64),
      (["log", "contacts", number, "nothing=x"], 64), (["mark", "nothing", "closed"], 64),
      (["mark", number, "nowhere"], 64), (["set", "cases", number], 64),
      (["set", "deadlines", "DL-0001", "date=2026-01-01"], 64), (["done", number], 65),
      (["done", "F-9999"], 65), (["log", "notes", number], 65),
      (["set", "cases", number, "code=ABCDEFGH"], 65),
      (["log", "contacts", number, "on=soon"], 64),
    ]
    for (words, code) in wrong {
      let run = try store.run(words)
      #expect(run.exit == .code(code) && !run.errors.isEmpty, "\(words) \(run)")
      #expect(run.output.isEmpty, "\(words)")
    }
    #expect(try store.objects("list", "contacts").isEmpty)
  }

  @Test func `says that there is nothing to take back`() throws {
    let store = try CommandStore(cases: false)
    for _ in 0..<5 {
      let run = try store.run("undo")
      if run.exit != .code(0) {
        #expect(run.exit == .code(65) && !run.errors.isEmpty)
        return
      }
    }
    Issue.record("undo never ends")
  }
}
