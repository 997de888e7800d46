import Cells
import Foundation
import TestSupport
import Testing

extension OverSSHTests {
  /// Volunteers at their desk, through a real sshd.
  @Suite struct SessionTests {
    let world: SSHWorld
    let hanako: KnownVolunteer
    let taro: KnownVolunteer

    init() throws {
      world = try #require(SSHWorld.shared)
      hanako = try #require(world.volunteers.first)
      taro = try #require(world.volunteers.last)
    }

    @Test func `shows the assigned case and what a volunteer may know of it`() throws {
      let terminal = try world.client("Hanako", of: world.server).session()
      try terminal.wait(for: hanako.assigned.alias)
      try terminal.wait(for: hanako.assigned.code)
      try terminal.wait(for: hanako.assigned.nextAction)
      expectNothingElse(on: terminal)
      terminal.press(.enter)
      try terminal.wait(for: hanako.assigned.safeContact)
      try terminal.wait(for: hanako.assigned.nextAction)
      try terminal.wait(for: "Seen by Hanako")
      expectNothingElse(on: terminal)
      terminal.type("Q")
      #expect(try terminal.waitForExit() == .code(0))
    }

    /// There are hundreds of them on one machine.
    @Test func `carries no library that only workbooks need`() throws {
      let terminal = try world.client("Hanako", of: world.server).session()
      try terminal.wait(for: hanako.assigned.alias)
      let files = RunningSession.all(of: world.program).map(\.mappedFiles)
      #expect(files.contains { $0.contains { $0.hasPrefix("libsqlite3") } })
      for name in ["libxlsxwriter", "libminizip", "libcrypto"] {
        #expect(!files.contains { $0.contains { $0.hasPrefix(name) } }, "\(name)")
      }
      terminal.type("Q")
      #expect(try terminal.waitForExit() == .code(0))
    }

    /// Names, numbers, other volunteers' cases and what staff wrote.
    private func expectNothingElse(on terminal: PseudoTerminal) {
      let everything = terminal.everything
      let own = hanako.assigned
      let others = SSHWorld.cases.filter { $0.name != own.name }
      let hidden =
        others.flatMap { [$0.name, $0.alias, $0.safeContact, $0.nextAction] }
        + [own.name, own.number, taro.assigned.number, taro.assigned.code, taro.name]
        + ["For staff only", "Mori Aki"]
      for text in hidden { #expect(!everything.contains(text), "\(text) was sent") }
    }

    @Test func `shows volunteers with different keys different cases`() throws {
      let terminals = try [hanako, taro].map { volunteer in
        let terminal = try world.client(volunteer.name, of: world.server).session()
        try terminal.wait(for: volunteer.assigned.alias)
        return terminal
      }
      // All that was sent: a screen may still be on its way.
      let sent = try terminals.map { try $0.quit() }
      #expect(!sent[0].contains(taro.assigned.alias))
      #expect(!sent[1].contains(hanako.assigned.alias))
    }

    @Test func `finds nothing of other cases`() throws {
      let terminal = try world.client("Hanako", of: world.server).session()
      try terminal.wait(for: hanako.assigned.alias)
      for text in [taro.assigned.number, taro.assigned.code, taro.assigned.alias, "OLENA"] {
        terminal.type("/" + text)
        try terminal.wait(untilGone: hanako.assigned.code)
        for _ in text { terminal.press(.backspace) }
        try terminal.wait(for: hanako.assigned.code)
        terminal.press(.escape)
      }
      // What was typed is on the screen; nothing of the case may be.
      #expect(!terminal.everything.contains(taro.assigned.nextAction))
    }

    @Test func `writes down who came in and what they opened`() throws {
      let terminal = try world.client("Taro", of: world.server).session()
      try terminal.wait(for: taro.assigned.code)
      terminal.press(.enter)
      try terminal.wait(for: taro.assigned.safeContact)
      let entries = try world.journal().filter { $0["who"] == taro.id }
      let login = try #require(entries.first { $0["command"] == "login" })
      let view = try #require(entries.first { $0["command"] == "view" })
      #expect(view["record"] == taro.assigned.number)
      #expect(
        login["sequence"].flatMap { Int($0) } ?? 0 < view["sequence"].flatMap { Int($0) } ?? 0)
      #expect(try world.tomoni("journal", "verify").contains("Journal verified"))
    }

    @Test(arguments: [SIGTERM, SIGHUP])
    func `ends on a signal and leaves the terminal as it was`(signal: Int32) throws {
      #expect(RunningSession.areGone(world.program))
      let terminal = try world.client("Hanako", of: world.server).session()
      try terminal.wait(for: hanako.assigned.alias)
      let session = try #require(RunningSession.all(of: world.program).first)
      session.signal(signal)
      #expect(RunningSession.areGone(world.program, within: .seconds(1)))
      _ = try terminal.waitForExit()
      #expect(try terminal.state == PseudoTerminal.untouchedState())
    }

    @Test func `ends with the connection`() throws {
      #expect(RunningSession.areGone(world.program))
      let terminal = try world.client("Hanako", of: world.server).session()
      try terminal.wait(for: hanako.assigned.alias)
      #expect(RunningSession.all(of: world.program).count == 1)
      terminal.signal(SIGKILL)
      #expect(RunningSession.areGone(world.program, within: .seconds(1)))
    }
  }
}
