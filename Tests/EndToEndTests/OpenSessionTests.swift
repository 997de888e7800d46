import Foundation
import TestSupport
import Testing

extension OverSSHTests {
  /// What coordinators are told of who is in.
  @Suite struct OpenSessionTests {
    let world: SSHWorld
    /// A volunteer of this test's own, with a key and a case.
    private let id: String
    private let name: String
    private let known: KnownCase

    init() throws {
      world = try #require(SSHWorld.shared)
      name = "Jiro\(UInt32.random(in: 0 ... .max))"
      known = try #require(world.volunteers.first).assigned
      id = try world.tomoni("volunteer", "add", "--name", name, "--lang", "en").trimmed
      try world.tomoni("volunteer", "assign", id, known.number)
      try world.addKey(name, to: id)
    }

    private func session() throws -> PseudoTerminal {
      let terminal = try world.client(name, of: world.server).session()
      try terminal.wait(for: known.alias)
      return terminal
    }

    /// The sessions of this test's volunteer, as coordinators see them.
    private func listed() throws -> [[String: Any]] {
      let json = try world.tomoni("volunteer", "sessions", "--format", "json")
      let all = try JSONSerialization.jsonObject(with: Data(json.utf8)) as? [[String: Any]]
      return try #require(all).filter { $0["volunteer"] as? String == id }
    }

    @Test func `lists who is in, until they leave or their process is killed`() throws {
      #expect(try listed().isEmpty)
      let terminals = [try session(), try session()]
      let open = try listed()
      #expect(open.count == 2 && open.allSatisfy { $0["name"] as? String == name })
      #expect(open.allSatisfy { $0["keyComment"] as? String == name })
      let text = try world.tomoni("volunteer", "sessions")
      #expect(text.contains("\(id)") && text.contains(name) && text.contains("SHA256:"))
      _ = try terminals[0].quit()
      let left = try listed()
      #expect(left.count == 1)
      let told = try world.journal().filter { $0["who"] == id }.compactMap { $0["command"] }
      #expect(told.filter { $0.hasPrefix("log") } == ["logout", "login", "login"])
      let process = try #require(left.first?["process"] as? Int)
      RunningSession(process: pid_t(process)).kill()
      _ = try terminals[1].waitForExit()
      #expect(try listed().isEmpty)
    }

    @Test func `lets one person open three, and says so to the fourth`() throws {
      let terminals = try (0..<3).map { _ in try session() }
      let fourth = try world.client(name, of: world.server).session()
      #expect(try fourth.waitForExit(within: .seconds(30)) == .code(77))
      #expect(fourth.screen.contains("You have 3 connections open already."))
      let other = try world.client("Taro", of: world.server).session()
      try other.wait(for: world.volunteers[1].assigned.alias)
      #expect(try world.tomoni("volunteer", "sessions").contains("Refused in the last 24 hours"))
      _ = try terminals[0].quit()
      _ = try session().quit()
      _ = try other.quit()
    }

    @Test func `says that sessions were told to end, and that they did`() throws {
      let terminals = [try session(), try session()]
      let other = try world.client("Taro", of: world.server).session()
      try other.wait(for: world.volunteers[1].assigned.alias)
      let said = try world.tomoni("volunteer", "deactivate", id)
      #expect(said.contains("2 open sessions were told to end") && said.contains("All have ended."))
      #expect(RunningSession.all(of: world.program).count == 1)
      for terminal in terminals { #expect(try terminal.waitForExit() == .code(77)) }
      #expect(!other.hasEnded)
      _ = try other.quit()
    }

    @Test func `says of a session that did not end which one it is`() throws {
      let terminals = [try session(), try session()]
      let process = try #require(try listed().first?["process"] as? Int)
      let stuck = RunningSession(process: pid_t(process))
      stuck.signal(SIGSTOP)
      let run = try world.runTomoni(["volunteer", "key", "revoke", id])
      #expect(run.exit == .code(1))
      #expect(run.output.contains("2 open sessions were told to end"))
      #expect(run.errors.contains("kill -9 \(process)") && !run.output.contains("All have ended."))
      #expect(try listed().count == 1)
      stuck.signal(SIGCONT)
      for terminal in terminals { #expect(try terminal.waitForExit() == .code(77)) }
      #expect(
        try world.runTomoni(["volunteer", "deactivate", id]).output.contains("No session was open.")
      )
    }
  }
}
