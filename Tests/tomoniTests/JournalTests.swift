import CustomDump
import Foundation
import TestSupport
import Testing

/// The journal from the command line.
struct JournalTests {
  @Test func `prints an object for each field that changed`() throws {
    let store = try CommandStore()
    try store.succeed("staff", "add", "--name", "Abe Rin", "--account", "abe")
    let entries = try store.objects("journal", "list", "--limit", "1")
    expectNoDifference(
      entries.map { entry in entry.filter { !["at", "sequence"].contains($0.key) } },
      [("account", "abe"), ("isActive", "1"), ("isSupervisor", "0"), ("name", "Abe Rin")].map {
        [
          "who": "ST-0001", "command": "add", "record": "ST-0002", "field": $0.0,
          "before": "null", "after": $0.1, "reason": "null",
        ]
      })
    #expect(entries.allSatisfy { $0["at"]?.hasSuffix("Z") == true })
  }

  @Test func `prints the history of one case`() throws {
    let store = try CommandStore()
    let entries = try store.objects("journal", "list", "--case", "2026-0002")
    #expect(Set(entries.map { $0["record"] }) == ["2026-0002", "P-0002"])
    #expect(Set(entries.map { $0["command"] }) == ["import"])
    let text = try store.succeed("journal", "list", "--case", "2026-0002")
    #expect(text.contains("ST-0001 Mori Aki  Import  2026-0002 OLENA KOVAL"), "\(text)")
    #expect(text.contains("    Status: I Intake\n"))
  }

  @Test func `holds, until somebody changes a byte of it`() throws {
    let store = try CommandStore()
    let run = try store.run("journal", "verify")
    #expect(run.exit == .code(0))
    #expect(run.output.hasPrefix("Journal verified: 29 entries.\n"), "\(run.output)")
    var bytes = try Data(contentsOf: URL(fileURLWithPath: store.path))
    while let place = bytes.range(of: Data("KARIM NASSER".utf8)) {
      bytes.replaceSubrange(place, with: Data("KARIM NESSAR".utf8))
    }
    try bytes.write(to: URL(fileURLWithPath: store.path))
    chmod(store.path, 0o600)
    let broken = try store.run("journal", "verify")
    #expect(broken.exit == .code(1))
    #expect(broken.errors.hasPrefix("The journal is broken at entry "), "\(broken)")
    #expect(broken.output == "")
  }
}
