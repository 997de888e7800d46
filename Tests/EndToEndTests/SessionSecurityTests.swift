import Foundation
import TestSupport
import Testing

extension OverSSHTests {
  /// Holders of a valid key who want more than their desk.
  @Suite struct SessionSecurityTests {
    let world: SSHWorld
    let hanako: KnownVolunteer
    let taro: KnownVolunteer

    init() throws {
      world = try #require(SSHWorld.shared)
      hanako = try #require(world.volunteers.first)
      taro = try #require(world.volunteers.last)
    }

    @Test(arguments: Attack.allCases)
    func `gives nothing but the desk`(attack: Attack) throws {
      #expect(try !attack.succeeds(with: world.client("Hanako", of: world.server)))
      // The same attack where nothing stands against it: were it no attack, it would fail here.
      #expect(try attack.succeeds(with: world.client("Hanako", of: world.control)))
    }

    @Test func `says why a command is refused, and writes it down`() throws {
      let run = try world.client("Hanako", of: world.server).run(command: ["id"])
      #expect(run.exit == .code(77))
      #expect(run.errors.contains("Commands are not available here. Connect without one."))
      let entries = try world.journal().filter { $0["command"] == "refused" }
      #expect(entries.contains { $0["who"] == hanako.id })
    }

    @Test func `takes the person from the key, whatever the client says`() throws {
      let client = try world.client("Hanako", of: world.server)
      let settings = [
        "-o",
        "SetEnv=SSH_USER_AUTH=/etc/passwd TOMONI_AS=\(taro.id) SUDO_UID=0 "
          + "TOMONI_STORE=/etc/passwd LD_PRELOAD=/tmp/x TERMINFO=/tmp",
      ]
      let terminal = try client.session(settings, environment: ["LANG": "ja_JP.UTF-8"])
      try terminal.wait(for: hanako.assigned.alias)
      #expect(try !terminal.quit().contains(taro.assigned.alias))
      for command in [["tomoni", "--as", taro.id], ["session", "--as", taro.id], ["session"]] {
        let terminal = try client.session(command: command)
        #expect(try terminal.waitForExit(within: .seconds(30)) == .code(77))
        #expect(!terminal.screen.contains(taro.assigned.alias))
      }
    }

    @Test func `runs shut off from the machine`() throws {
      let agent = world.keys.path("agent")
      let running = try RunningProgram("/usr/bin/ssh-agent", ["-D", "-a", agent])
      try running.wait(until: "the agent listens") { _ in
        FileManager.default.fileExists(atPath: agent)
      }
      #expect(RunningSession.areGone(world.program))
      let terminal = try world.client("Hanako", of: world.server).session(
        ["-o", "ForwardAgent=\(agent)"], environment: ["SSH_AUTH_SOCK": agent])
      try terminal.wait(for: hanako.assigned.alias)
      let session = try #require(RunningSession.all(of: world.program).first)
      #expect(session.status("Seccomp") == "2")
      #expect(session.status("NoNewPrivs") == "1")
      #expect(session.status("Umask") == "0077")
      #expect(
        session.environmentNames.subtracting([
          "USER", "LOGNAME", "HOME", "PATH", "SHELL", "MAIL", "LANG", "TERM", "PWD", "SHLVL", "_",
          "SSH_CLIENT", "SSH_CONNECTION", "SSH_TTY", "SSH_USER_AUTH",
        ]) == [])
    }

    @Test func `lets nobody in with a revoked key`() throws {
      let id = try world.tomoni("volunteer", "add", "--name", "Emi", "--lang", "en").trimmed
      try world.tomoni("volunteer", "assign", id, hanako.assigned.number)
      try world.addKey("Emi", to: id)
      let client = try world.client("Emi", of: world.server)
      let terminal = try client.session()
      try terminal.wait(for: hanako.assigned.alias)
      terminal.type("Q")
      _ = try terminal.waitForExit()

      let copy = world.keys.path("keys.db")
      let known = world.folder + "/data/keys.db"
      try SystemProgram.run("/usr/bin/cp", "--preserve", known, copy)
      try world.tomoni("volunteer", "key", "revoke", id)
      let refused = try client.run()
      #expect(refused.exit == .code(255))
      #expect(refused.errors.contains("Permission denied (publickey)"))

      // Also where sshd's copy of the keys still knows it.
      try SystemProgram.run("/usr/bin/cp", "--preserve", copy, known)
      let late = try client.session()
      #expect(try late.waitForExit(within: .seconds(30)) == .code(77))
      #expect(late.screen.contains("この鍵は登録されていないか、無効になっています。"))
    }

    @Test func `answers sshd for known keys only`() throws {
      let line = try world.keys.text(of: "Hanako.pub").trimmed
      let words = line.split(separator: " ").map(String.init)
      let keysFile = world.folder + "/data/keys.db"
      func answer(_ type: String, _ key: String) throws -> ProgramRun {
        try world.runTomoni(
          ["authorized-keys", "--keys", keysFile, type, key], as: world.keysUser)
      }
      let limits = "--blank-after 300 --end-after 1800 --sessions 3"
      let command = "exec \(world.program) session --store \(world.store) \(limits)"
      #expect(
        try answer(words[0], words[1])
          == ProgramRun(output: "restrict,pty,command=\"\(command)\" \(words[0]) \(words[1])\n"))
      #expect(try answer(words[0], String(words[1].dropLast(4)) + "AAAA") == ProgramRun())
      #expect(try answer("ssh-rsa", words[1]) == ProgramRun())
      #expect(try answer(words[0], words[1] + "\nssh-ed25519 AAAA") == ProgramRun())
      // A copy of the keys that cannot be read is told to sshd, which says so in its log.
      try SystemProgram.run("/usr/bin/chmod", "600", keysFile)
      defer { _ = try? SystemProgram.run("/usr/bin/chmod", "640", keysFile) }
      let unread = try answer(words[0], words[1])
      #expect(unread.exit == .code(78) && unread.output.isEmpty)
      #expect(unread.errors.contains("cannot be read"))
      #expect(try world.client("Hanako", of: world.server).run().exit == .code(255))
      #expect(try #require(world.server).log.contains("status 78"))
      // Whoever looks keys up cannot read the store.
      #expect(try world.runTomoni(["list", "cases"], as: world.keysUser).exit != .code(0))
    }
  }
}
