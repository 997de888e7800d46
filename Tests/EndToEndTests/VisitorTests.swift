import Cells
import Foundation
import TestSupport
import Testing

extension OverSSHTests {
  /// Somebody to whom the demo is shown over SSH.
  @Suite struct VisitorTests {
    let world: SSHWorld

    init() throws { world = try #require(SSHWorld.shared) }

    private func visit(_ home: String, _ limits: String...) throws -> PseudoTerminal {
      try PseudoTerminal(
        running: "/usr/bin/setpriv",
        [
          "--reuid", world.user, "--regid", world.user, "--clear-groups", world.program, "visitor",
          "--cases", "12", "--lang", "en",
        ] + limits,
        environment: ["HOME": home, "XDG_DATA_HOME": home, "LANG": "C.UTF-8"],
        size: .init(rows: 24, columns: 80))
    }

    private func home(_ name: String) throws -> String {
      let path = "\(world.folder)/\(name)"
      try SystemProgram.run(
        "/usr/bin/install", "-d", "-m", "0700", "-o", world.user, "-g", world.user, path)
      return path
    }

    /// What lies in the folder of the demo now.
    private func left(in home: String) -> [String] {
      let files = FileManager.default.enumerator(atPath: home + "/tomoni")
      return (files?.allObjects as? [String] ?? []).sorted()
    }

    @Test func `has an organisation of their own, which goes with them`() throws {
      let home = try home("visitors")
      let one = try visit(home)
      try one.wait(for: "All staff", within: .seconds(60))
      let two = try visit(home)
      try two.wait(for: "All staff", within: .seconds(60))
      #expect(left(in: home).filter { $0.hasSuffix("/demo.db") }.count == 2)
      one.type("Q")
      #expect(try one.waitForExit(within: .seconds(30)) == .code(0))
      #expect(left(in: home).filter { $0.hasSuffix("/demo.db") }.count == 1)
      // A line that is cut takes it away too.
      two.hangUp()
      _ = try two.waitForExit(within: .seconds(30))
      #expect(left(in: home) == [])
    }

    @Test func `reads and writes no file of the machine, and starts no program`() throws {
      let home = try home("visitors2")
      let desk = try visit(home)
      try desk.wait(for: "All staff", within: .seconds(60))
      for key in ["2i", "2o", "P"] {
        desk.type(key)
        try desk.wait(for: "no files of this machine")
        desk.press(.escape)
      }
      // By the key of a page that has one of its own.
      desk.type("1b")
      try desk.wait(for: "handover brief as of")
      desk.type("o")
      try desk.wait(for: "Write to a file")
      desk.type("h")
      try desk.wait(for: "File name")
      desk.press(.enter)
      try desk.wait(for: "You may not do this")
      #expect(left(in: home).allSatisfy { $0.hasPrefix(".tomoni-") })
    }

    @Test func `is hidden and ended where nobody presses a key`() throws {
      let home = try home("visitors3")
      let desk = try visit(home, "--blank-after", "1", "--end-after", "4")
      try desk.wait(for: "Any key brings it back", within: .seconds(60))
      #expect(try desk.waitForExit(within: .seconds(30)) == .code(75))
      #expect(left(in: home) == [])
    }

    @Test func `is never root`() throws {
      let terminal = try PseudoTerminal(
        running: world.program, ["visitor"], environment: ["LANG": "en_US.UTF-8"])
      #expect(try terminal.waitForExit() == .code(77))
    }
  }
}
