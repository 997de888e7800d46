import Cells
import Foundation
import TestSupport
import Testing

extension OverSSHTests {
  /// What a volunteer does in a session, and what the store holds of it afterwards.
  @Suite struct VolunteerWorkTests {
    let world: SSHWorld
    /// A volunteer of this test's own, with a key and a case that nobody else has.
    let id: String
    let known: KnownCase
    private let name: String

    init() throws {
      world = try #require(SSHWorld.shared)
      name = "Jiro\(UInt32.random(in: 0 ... .max))"
      id = try world.tomoni("volunteer", "add", "--name", name, "--lang", "en").trimmed
      let listed = try world.list("cases")
      var known = SSHWorld.cases[2]
      known.number = listed.first { $0["nameRoman"] == known.name }?["number"] ?? ""
      self.known = known
      try world.tomoni(
        "volunteer", "assign", id, known.number, "--consent", "2026-05-01", "--grants",
        "contact")
      try world.addKey(name, to: id)
    }

    private func session(_ size: Size = Size(rows: 24, columns: 80)) throws -> PseudoTerminal {
      let terminal = try world.client(name, of: world.server).session(size: size)
      try terminal.wait(for: known.alias)
      return terminal
    }

    private func contacts(_ summary: String) throws -> [[String: String]] {
      try world.list("contacts").filter { $0["summary"] == summary }
    }

    @Test(arguments: [Size(rows: 24, columns: 80), Size(rows: 16, columns: 36)])
    func `logs a visit with its minutes, and takes it back`(size: Size) throws {
      let summary = "Went along \(size.columns)"
      let terminal = try session(size)
      terminal.type("rc")
      try terminal.wait(for: "Expenses")
      terminal.type("\t\t\(summary)\t\t45\u{13}")
      try terminal.wait(until: "the contact is saved", within: .seconds(5)) { _ in
        (try? contacts(summary).count) == 1
      }
      let saved = try #require(try contacts(summary).first)
      #expect(saved["minutes"] == "45" && saved["volunteer"]?.contains(id) == true)
      terminal.type("u")
      try terminal.wait(until: "the contact is gone", within: .seconds(5)) { _ in
        (try? contacts(summary).count) == 0
      }
      terminal.type("Q")
      #expect(try terminal.waitForExit() == .code(0))
    }

    @Test func `ticks off what was next, and takes that back`() throws {
      func isDone() -> Bool {
        let tasks = (try? world.list("followups")) ?? []
        return tasks.contains { $0["action"] == known.nextAction && $0["done"] != nil }
      }
      let terminal = try session()
      terminal.type("x")
      try terminal.wait(until: "it is done", within: .seconds(5)) { _ in isDone() }
      try terminal.wait(untilGone: known.nextAction)
      terminal.type("u")
      try terminal.wait(until: "it is not done any more", within: .seconds(5)) { _ in !isDone() }
      terminal.type("Q")
      #expect(try terminal.waitForExit() == .code(0))
    }

    @Test func `writes to staff and reads what is new`() throws {
      let first = try session()
      first.type("ryShall I come too?\u{13}")
      try first.wait(until: "the comment is saved", within: .seconds(5)) { _ in
        (try? world.list("comments").contains { $0["body"] == "Shall I come too?" }) == true
      }
      first.type("Q")
      #expect(try first.waitForExit() == .code(0))
      let again = try session()
      again.press(.enter)
      try again.wait(for: "Shall I come too?")
      #expect(!again.everything.contains("New since last time"))
      again.type("Q")
      #expect(try again.waitForExit() == .code(0))
    }

    @Test func `what was typed is wiped when the case is taken away`() throws {
      let terminal = try session()
      terminal.type("rc\t\tCANARY-\(id)")
      let drafts = world.folder + "/data/drafts.db"
      func holds() -> Bool {
        ["", "-wal"].contains { ending in
          FileManager.default.contents(atPath: drafts + ending)
            .map { $0.range(of: Data("CANARY-\(id)".utf8)) != nil } ?? false
        }
      }
      try terminal.wait(until: "the draft is kept", within: .seconds(5)) { _ in holds() }
      try world.tomoni("volunteer", "unassign", id, known.number)
      try terminal.wait(untilGone: "CANARY")
      #expect(!holds())
      #expect(!terminal.screen.contains(known.alias))
      terminal.type("Q")
      #expect(try terminal.waitForExit() == .code(0))
    }
  }
}
