import Cells
import Foundation
import GRDB
import TestSupport
import Testing

extension OverSSHTests {
  /// Whoever may not look any more is out, without a key and while the screen is open.
  ///
  /// 8 times by default in a row; the whole 1,000 by
  /// `EVICTIONS=1000 swift test --skip-build --disable-xctest --filter EvictionTests`.
  @Suite struct EvictionTests {
    private static let count =
      ProcessInfo.processInfo.environment["EVICTIONS"].flatMap { Int($0) } ?? 8
    /// R6 of the security reference.
    private static let limit = Duration.seconds(5)

    let world: SSHWorld
    /// A volunteer of this test's own, with a key and two cases.
    let id: String
    private let name: String

    init() throws {
      world = try #require(SSHWorld.shared)
      name = "Ichiro\(UInt32.random(in: 0 ... .max))"
      id = try world.tomoni("volunteer", "add", "--name", name, "--lang", "en").trimmed
      for known in world.volunteers {
        try world.tomoni("volunteer", "assign", id, known.assigned.number)
      }
      try world.addKey(name, to: id)
    }

    private var first: KnownCase { world.volunteers[0].assigned }
    private var second: KnownCase { world.volunteers[1].assigned }

    /// The session, at the list or with a case open.
    private func session(open opened: KnownCase? = nil) throws -> PseudoTerminal {
      let terminal = try world.client(name, of: world.server).session()
      try terminal.wait(for: first.alias)
      try terminal.wait(for: second.alias)
      if let opened {
        terminal.type("/\(opened.alias)\r")
        try terminal.wait(untilGone: (opened.name == first.name ? second : first).alias)
        terminal.press(.enter)
        try terminal.wait(for: opened.safeContact)
      }
      return terminal
    }

    /// Expects that the session ends by itself and leaves nothing of a case on the terminal.
    private func expectEnd(
      of terminal: PseudoTerminal, saying sentence: String, after begin: ContinuousClock.Instant
    ) throws {
      try terminal.wait(for: sentence, within: Self.limit - (.now - begin))
      #expect(.now - begin < Self.limit)
      #expect(try terminal.waitForExit() == .code(77))
      let screen = terminal.screen
      for known in [first, second] {
        for text in [known.alias, known.code, known.safeContact, known.nextAction] {
          #expect(!screen.contains(text), "\(text) is still there:\n\(screen)")
        }
      }
      #expect(
        terminal.everything.contains("\u{1B}[3J"), "what can be scrolled back to is not cleared")
    }

    private static let over = "Your access has ended"

    @Test(arguments: [false, true])
    func `with a revoked key`(isCaseOpen: Bool) throws {
      let terminal = try session(open: isCaseOpen ? second : nil)
      let begin = ContinuousClock.now
      try world.tomoni("volunteer", "key", "revoke", id)
      try expectEnd(of: terminal, saying: Self.over, after: begin)
    }

    @Test func `with a search half typed`() throws {
      let terminal = try session()
      terminal.type("/So")
      try terminal.wait(for: "/ So")
      let begin = ContinuousClock.now
      try world.tomoni("volunteer", "key", "revoke", id)
      try expectEnd(of: terminal, saying: Self.over, after: begin)
    }

    @Test func `while keys come without a pause`() throws {
      let terminal = try session()
      let begin = ContinuousClock.now
      try world.tomoni("volunteer", "key", "revoke", id)
      try terminal.wait(until: "the session says that it is over", within: Self.limit) {
        if !$0.hasEnded { $0.type("jk") }
        return $0.screen.contains(Self.over)
      }
      try expectEnd(of: terminal, saying: Self.over, after: begin)
    }

    @Test func `when they are deactivated, with a case open`() throws {
      let terminal = try session(open: second)
      let begin = ContinuousClock.now
      #expect(try world.tomoni("volunteer", "deactivate", id).contains("can no longer connect"))
      try expectEnd(of: terminal, saying: Self.over, after: begin)
    }

    @Test(arguments: ["status = 'paused'", "status = 'ended'"])
    func `when their status changes alone`(change: String) throws {
      let terminal = try session()
      let begin = ContinuousClock.now
      let putBack = try write("UPDATE volunteer SET \(change) WHERE name = '\(name)'")
      defer { putBack() }
      try expectEnd(of: terminal, saying: Self.over, after: begin)
    }

    @Test func `when their pledge is withdrawn`() throws {
      let terminal = try session(open: first)
      let begin = ContinuousClock.now
      let putBack = try write("UPDATE volunteer SET pledgedOn = NULL WHERE name = '\(name)'")
      defer { putBack() }
      try expectEnd(of: terminal, saying: "Your confidentiality pledge", after: begin)
    }

    @Test func `when their key is another's`() throws {
      let terminal = try session()
      let line = try world.keys.text(of: name + ".pub").trimmed
      let other = try world.tomoni("volunteer", "add", "--name", name + "b", "--lang", "en").trimmed
      let begin = ContinuousClock.now
      try world.tomoni("volunteer", "key", "revoke", id)
      try world.tomoni("volunteer", "key", "add", other, line)
      try expectEnd(of: terminal, saying: Self.over, after: begin)
    }

    @Test func `while another process holds the store`() throws {
      let terminal = try session()
      let putBack = try write("UPDATE sshKey SET revokedAt = 1 WHERE comment = '\(name)'")
      defer { putBack() }
      let queue = try DatabaseQueue(path: world.store)
      let begin = ContinuousClock.now
      try queue.inDatabase { db in
        try db.execute(sql: "BEGIN IMMEDIATE")
        // Opening a case is written down, and waits for the lock.
        terminal.press(.enter)
        try expectEnd(of: terminal, saying: Self.over, after: begin)
        try db.execute(sql: "ROLLBACK")
      }
    }

    @Test func `but only out of the case whose assignment ended`() throws {
      let terminal = try session(open: second)
      let begin = ContinuousClock.now
      try world.tomoni("volunteer", "unassign", id, second.number)
      try terminal.wait(untilGone: second.safeContact, within: Self.limit)
      #expect(.now - begin < Self.limit)
      try terminal.wait(for: "This case is no longer assigned to you")
      for text in [second.alias, second.code, second.nextAction] {
        // The search for it is what they typed themselves.
        let rows = terminal.rows.filter { !$0.contains("/") }
        #expect(!rows.joined().contains(text), "\(text) is still there:\n\(terminal.screen)")
      }
      terminal.type("fc")
      try terminal.wait(for: first.alias)
      #expect(!terminal.screen.contains(second.code))
      #expect(try terminal.quit().contains(first.alias))
    }

    /// Ways to end what somebody may see.
    private enum Way: CaseIterable { case revoke, deactivate, withdraw, unassign }

    /// Each time somebody else, and one who stays throughout.
    @Test func `again and again, while another volunteer stays`() throws {
      let stays = world.volunteers[0]
      let bystander = try world.client(stays.name, of: world.server).session()
      try bystander.wait(for: stays.assigned.alias)
      for run in 0..<Self.count {
        let guest = try EvictionTests()
        let terminal = try guest.session(open: run.isMultiple(of: 3) ? guest.second : nil)
        try guest.end(by: Way.allCases[run % Way.allCases.count], on: terminal)
        // Also, so that nobody takes them for gone.
        bystander.type("j")
        bystander.listen(for: .milliseconds(50))
        #expect(bystander.screen.contains(stays.assigned.alias), "run \(run)")
      }
      #expect(try bystander.quit().contains(stays.assigned.code))
    }

    private func end(by way: Way, on terminal: PseudoTerminal) throws {
      let begin = ContinuousClock.now
      switch way {
      case .revoke:
        try world.tomoni("volunteer", "key", "revoke", id)
        try expectEnd(of: terminal, saying: Self.over, after: begin)
      case .deactivate:
        try world.tomoni("volunteer", "deactivate", id)
        try expectEnd(of: terminal, saying: Self.over, after: begin)
      case .withdraw:
        let putBack = try write("UPDATE volunteer SET pledgedOn = NULL WHERE name = '\(name)'")
        defer { putBack() }
        try expectEnd(of: terminal, saying: "Your confidentiality pledge", after: begin)
      case .unassign:
        try world.tomoni("volunteer", "unassign", id, second.number)
        try terminal.wait(untilGone: second.code, within: Self.limit - (.now - begin))
        _ = try terminal.quit()
      }
    }

    @Test func `without being thrown out where nothing of theirs changed`() throws {
      let terminal = try session(open: first)
      let other = try world.tomoni("volunteer", "add", "--name", name + "c", "--lang", "en").trimmed
      try world.addKey(name + "c", to: other)
      try world.tomoni("volunteer", "deactivate", other)
      terminal.listen(for: Self.limit)
      #expect(terminal.screen.contains(first.safeContact))
      _ = try terminal.quit()
    }

    /// Changes the volunteer past the program, as the owner of the store's files.
    ///
    /// - Returns: puts back what the journal tells of them, for the tests that verify it.
    private func write(_ sql: String) throws -> () -> Void {
      let queue = try DatabaseQueue(path: world.store)
      let before = try queue.write { db in
        let before = try Row.fetchOne(
          db, sql: "SELECT status, pledgedOn FROM volunteer WHERE name = ?", arguments: [name])
        try db.execute(sql: sql)
        return before
      }
      return { [name] in
        try? queue.write { db in
          try db.execute(
            sql: "UPDATE volunteer SET status = ?, pledgedOn = ? WHERE name = ?",
            arguments: [before?["status"] as String?, before?["pledgedOn"] as String?, name])
          try db.execute(
            sql: "UPDATE sshKey SET revokedAt = NULL WHERE comment = ?", arguments: [name])
        }
        try? queue.close()
      }
    }
  }
}
