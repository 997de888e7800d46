import Cells
import Foundation
import GRDB
import TestSupport
import Testing

extension OverSSHTests {
  /// The line of a volunteer's session breaks, in the middle of a form or of a save.
  ///
  /// The session is gone in seconds; what was called saved is there, and what was not is in the form
  /// again. Nothing is there twice.
  ///
  /// 12 times by default; the whole 1,000 of T2 by `LOST_LINES=1000`.
  @Suite struct LostLineTests {
    private static let count =
      ProcessInfo.processInfo.environment["LOST_LINES"].flatMap(Int.init) ?? 12
    /// From the end of the client until the session is gone.
    private static let limit = Duration.seconds(5)
    /// From when a client says nothing any more: "about a minute", as the deployed settings tell.
    private static let silentLimit = Duration.seconds(75)

    let world: SSHWorld
    /// A volunteer of this test's own, with a key and a case.
    let id: String
    let known: KnownCase
    private let name: String

    init() throws {
      world = try #require(SSHWorld.shared)
      name = "Saburo\(UInt32.random(in: 0 ... .max))"
      id = try world.tomoni("volunteer", "add", "--name", name, "--lang", "en").trimmed
      known = world.volunteers[0].assigned
      try world.tomoni(
        "volunteer", "assign", id, known.number, "--consent", "2026-05-01", "--grants", "contact")
      try world.addKey(name, to: id)
    }

    /// Who ends the connection.
    private enum Way: CaseIterable {
      case client, server, stopped
    }

    /// Where the volunteer is.
    private enum Moment: CaseIterable {
      case typing, saving, saved
    }

    @Test func `loses nothing that was called saved, and no text that was shown`() throws {
      var random = SplitMix(seed: 2026)
      var left: String?
      var (ends, doubtful, kept) = ([Duration](), 0, 0)
      for run in 0..<Self.count {
        let way = Way.allCases[run % Way.allCases.count]
        let moment = Moment.allCases[run / Way.allCases.count % Moment.allCases.count]
        let where_ = Comment("run \(run): \(way), \(moment)")
        let (shown, text) = ("R\(run)-", "R\(run)-\(UInt32.random(in: 0 ... .max, using: &random))")
        let terminal = try openForm(after: left)
        terminal.type(shown)
        try terminal.wait(for: shown)
        terminal.type(String(text.dropFirst(shown.count)))
        if moment == .typing {
          terminal.listen(for: .milliseconds(Int.random(in: 0...60, using: &random)))
        } else {
          try terminal.wait(for: text)
          terminal.press(.control("s"))
          if moment == .saved {
            try terminal.wait(for: "Saved: ")
          } else {
            terminal.listen(for: .milliseconds(Int.random(in: 0...120, using: &random)))
          }
        }
        let wasCalledSaved = terminal.screen.contains("Saved: ")
        ends.append(try cut(terminal, way))
        let saved = try contacts(beginning: shown)
        #expect(saved.count <= 1 && saved.allSatisfy { $0 == text }, where_)
        if wasCalledSaved { #expect(saved == [text], where_) }
        if moment == .saving, !wasCalledSaved { doubtful += 1 }
        kept += saved.count
        left = saved.isEmpty ? shown : nil
      }
      let last = try openForm(after: left)
      last.type("\u{1B}Q")
      _ = try last.waitForExit()
      #expect(try contacts(beginning: "R").count == kept)
      #expect(!(try world.tomoni("volunteer", "sessions").contains(name)))
      #expect(try world.runTomoni(["journal", "verify"]).exit == .code(0))
      let longest = ends.max() ?? .zero
      print("lost lines: \(Self.count), \(kept) saved, \(doubtful) cut while saving")
      print("the session was gone after \(longest) at most")
    }

    /// With the whole run only: it takes the minute.
    @Test(.enabled(if: count >= 100)) func `is noticed where the client says nothing any more`()
      throws
    {
      let clients = try (0..<2).map { number in
        let terminal = try world.client(name, of: world.server).session()
        try terminal.wait(for: known.alias)
        // The program's own screen changes no more.
        if number == 1 { terminal.type("rc") }
        if number == 1 { try terminal.wait(for: "Expenses") }
        terminal.signal(SIGSTOP)
        return terminal
      }
      let begin = ContinuousClock.now
      #expect(RunningSession.areGone(world.program, within: Self.silentLimit))
      print("silent clients: gone after \(ContinuousClock.now - begin)")
      for client in clients { client.signal(SIGKILL) }
      #expect(!(try world.tomoni("volunteer", "sessions").contains(name)))
    }

    /// A session with the form of a contact, in the line of its summary, which is empty.
    ///
    /// - Parameter text: what was shown and not saved before the line broke, and must be there again.
    private func openForm(after text: String?) throws -> PseudoTerminal {
      let terminal = try world.client(name, of: world.server).session()
      try terminal.wait(for: known.alias)
      terminal.type("rc")
      try terminal.wait(for: "Expenses")
      if let text {
        try terminal.wait(for: text)
        terminal.press([.end, .control("u")])
        try terminal.wait(untilGone: text)
      } else {
        // No form of before.
        #expect(
          !terminal.rows.contains { $0.contains("R") && $0.contains("[R") }, "\(terminal.screen)")
        terminal.type("\t\t")
      }
      return terminal
    }

    /// Breaks the line.
    ///
    /// - Returns: how long the session was there after it.
    private func cut(_ terminal: PseudoTerminal, _ way: Way) throws -> Duration {
      let session = try #require(RunningSession.all(of: world.program).first)
      let servers = session.ancestors.filter { $0.name == "sshd" }
      try #require(servers.count >= 2)
      let begin = ContinuousClock.now
      switch way {
      case .client: terminal.signal(SIGKILL)
      // Of the two that sshd has for each connection the one that speaks with the client.
      case .server: servers[0].kill()
      case .stopped:
        // As a computer that is shut, and then out of power.
        terminal.signal(SIGSTOP)
        terminal.listen(for: .milliseconds(50))
        terminal.signal(SIGKILL)
      }
      let isGone = RunningSession.areGone(world.program, within: Self.limit)
      #expect(isGone, "\(way)")
      return .now - begin
    }

    private func contacts(beginning text: String) throws -> [String] {
      let queue = try DatabaseQueue(path: world.store)
      defer { try? queue.close() }
      return try queue.read { db in
        try String.fetchAll(
          db, sql: "SELECT summary FROM contact WHERE summary LIKE ? || '%'", arguments: [text])
      }
    }
  }
}
