import Foundation
import TestSupport
import Testing

extension OverSSHTests {
  /// A volunteer whose terminal only takes lines: the same door, and nothing is painted.
  @Suite struct LinearSessionTests {
    let world: SSHWorld
    private let hanako: KnownVolunteer

    init() throws {
      world = try #require(SSHWorld.shared)
      hanako = try #require(world.volunteers.first)
    }

    private func session() throws -> PseudoTerminal {
      try world.client("Hanako", of: world.server).session(environment: ["TERM": "dumb"])
    }

    @Test func `says the assigned case line by line, and nothing else`() throws {
      let terminal = try session()
      try terminal.wait(for: hanako.assigned.alias)
      terminal.type("open\n")
      try terminal.wait(for: "timeline")
      terminal.type("read\n")
      try terminal.wait(for: hanako.assigned.safeContact)
      // Neither the key that cancels nor a word that is none ends it.
      terminal.type("\u{3}")
      terminal.type("log contacts\n")
      try terminal.wait(for: "nothing called")
      terminal.type("cases\n")
      try terminal.wait(for: "1 of 1")
      let everything = terminal.everything
      let others = SSHWorld.cases.filter { $0.name != hanako.assigned.name }
      for text in others.flatMap({ [$0.name, $0.alias, $0.safeContact] })
        + [hanako.assigned.name, hanako.assigned.number, "For staff only"]
      { #expect(!everything.contains(text), "\(text) was said") }
      #expect(!terminal.output.contains(0x1B))
      terminal.type("Q\n")
      #expect(try terminal.waitForExit() == .code(0))
    }

    @Test func `ends with the line to it`() throws {
      let terminal = try session()
      try terminal.wait(for: hanako.assigned.alias)
      terminal.hangUp()
      #expect(RunningSession.areGone(world.program))
    }

    @Test func `gives no command to a session`() throws {
      for words in [["log", "contacts", "2026-0001"], ["undo"], ["mark", "2026-0001", "closed"]] {
        let run = try world.client("Hanako", of: world.server).run(
          command: words, environment: ["TERM": "dumb"])
        #expect(run.exit == .code(77), "\(words)")
      }
    }
  }
}
