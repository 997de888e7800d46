import Foundation
import TestSupport
import Testing

extension OverSSHTests {
  /// What `tomoni session` makes of what sshd left for it, without an sshd.
  @Suite struct SessionIdentityTests {
    let world: SSHWorld

    init() throws { world = try #require(SSHWorld.shared) }

    /// What may stand in the file that sshd writes, and how the session ends.
    enum Evidence: String, CaseIterable, Sendable {
      case none, missingFile, empty, otherMethod, twoKeys, noKey, folder, link, unknownKey

      var exit: Int32 { self == .unknownKey ? 77 : 78 }
    }

    @Test(arguments: Evidence.allCases)
    func `refuses to guess who is there`(evidence: Evidence) throws {
      let file = try make(evidence)
      let terminal = try session(file)
      #expect(try terminal.waitForExit() == .code(evidence.exit))
      #expect(!terminal.isAlternateScreen)
    }

    @Test func `opens for the key in the file`() throws {
      let hanako = try #require(world.volunteers.first)
      let file = try write("publickey " + world.keys.text(of: "Hanako.pub"))
      let terminal = try session(file)
      try terminal.wait(for: hanako.assigned.alias)
    }

    @Test func `never runs as root`() throws {
      let terminal = try PseudoTerminal(
        running: world.program, ["session", "--store", world.store],
        environment: ["LANG": "en_US.UTF-8"])
      #expect(try terminal.waitForExit() == .code(77))
      #expect(terminal.screen.contains("A session never runs as root."))
    }

    @Test func `refuses a folder that others can look into`() throws {
      let data = world.folder + "/data"
      try SystemProgram.run("/usr/bin/chmod", "2755", data)
      defer { _ = try? SystemProgram.run("/usr/bin/chmod", "2710", data) }
      let file = try write("publickey " + world.keys.text(of: "Hanako.pub"))
      #expect(try session(file).waitForExit() == .code(78))
    }

    @Test func `hides the screen where nobody presses a key, and ends at last`() throws {
      let alias = try #require(world.volunteers.first).assigned.alias
      let file = try write("publickey " + world.keys.text(of: "Hanako.pub"))
      let terminal = try session(file, ["--blank-after", "1", "--end-after", "8"])
      try terminal.wait(for: alias)
      try terminal.wait(for: "Any key brings it back")
      #expect(!terminal.screen.contains(alias))
      // It would leave, were it more than a sign that somebody is there.
      terminal.type("Q")
      try terminal.wait(for: alias)
      try terminal.wait(for: "Any key brings it back")
      #expect(try terminal.waitForExit(within: .seconds(20)) == .code(75))
      #expect(terminal.screen.contains("No key was pressed for"))
      #expect(!terminal.screen.contains(alias))
      #expect(try world.journal().first?["command"] == "logout")
    }

    @Test(arguments: [["--sessions", "0"], ["--blank-after", "-1"], ["--end-after", "x"]])
    func `takes no limit that is none`(limit: [String]) throws {
      let file = try write("publickey " + world.keys.text(of: "Hanako.pub"))
      #expect(try session(file, limit).waitForExit() == .code(64))
    }

    private func session(_ file: String?, _ limits: [String] = []) throws -> PseudoTerminal {
      try PseudoTerminal(
        running: "/usr/bin/setpriv",
        [
          "--reuid", world.user, "--regid", world.user, "--clear-groups", world.program, "session",
          "--store", world.store,
        ] + limits, environment: file.map { ["SSH_USER_AUTH": $0] } ?? [:])
    }

    private func make(_ evidence: Evidence) throws -> String? {
      let key = try world.keys.text(of: "Hanako.pub")
      switch evidence {
      case .none: return nil
      case .missingFile: return world.folder + "/no-such-file"
      case .empty: return try write("")
      case .otherMethod: return try write("password\n")
      case .twoKeys: return try write("publickey \(key)publickey \(key)")
      case .noKey: return try write("publickey ssh-ed25519 AAAA\n")
      case .folder: return world.folder
      case .link:
        let path = world.folder + "/auth-link"
        let target = try write("publickey " + key)
        symlink(target, path)
        return path
      case .unknownKey:
        let name = "stranger-\(UUID().uuidString)"
        try SystemProgram.run(
          "/usr/bin/ssh-keygen", "-q", "-t", "ed25519", "-N", "", "-f", world.keys.path(name))
        return try write("publickey " + world.keys.text(of: name + ".pub"))
      }
    }

    /// A file such as sshd writes: of the session's user, for nobody else.
    private func write(_ text: String) throws -> String {
      let path = "\(world.folder)/auth-\(UUID().uuidString)"
      try Data(text.utf8).write(to: URL(fileURLWithPath: path))
      try SystemProgram.run("/usr/bin/chown", world.user, path)
      try SystemProgram.run("/usr/bin/chmod", "600", path)
      return path
    }
  }
}
