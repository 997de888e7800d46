import CaseStore
import Casework
import Foundation
import GRDB
import Testing

/// A second process that adds notes, until it is done or killed.
private final class Writer {
  let process = Process()
  private let output = Pipe()

  init(_ desk: Desk, case record: RecordID, _ name: String, _ count: Int) throws {
    let tests = URL(fileURLWithPath: CommandLine.arguments[0]).deletingLastPathComponent()
    process.executableURL = tests.appending(path: "StoreWriter")
    process.arguments = [desk.path, "\(record.rawValue)", name, "\(count)"]
    process.standardOutput = output
    try process.run()
  }

  /// Waits until it has saved `count` notes; the numbers of those it told of.
  func acknowledged(atLeast count: Int = .max, thenKill: Bool = false) -> [Int64] {
    var text = ""
    while text.count(where: { $0 == "\n" }) < count {
      let data = output.fileHandleForReading.availableData
      if data.isEmpty { break }
      text += String(decoding: data, as: UTF8.self)
    }
    if thenKill {
      kill(process.processIdentifier, SIGKILL)
      text += String(decoding: output.fileHandleForReading.readDataToEndOfFile(), as: UTF8.self)
    }
    process.waitUntilExit()
    // What was cut off in the middle of a line was not told.
    return text.split(separator: "\n", omittingEmptySubsequences: false).dropLast().compactMap {
      Int64($0)
    }
  }
}

@Suite struct `Several at once` {
  @Test func `processes lose nothing and keep one chain`() throws {
    let desk = try Desk()
    let id = try desk.addCase("A")
    let writers = try ["a", "b"].map { try Writer(desk, case: id, $0, 100) }
    for number in 1...100 {
      try desk.add(
        .note,
        ["case": .to(.case, id), "on": .date(Desk.today), "body": .text("c \(number)")])
    }
    let told = writers.flatMap { $0.acknowledged() }
    #expect(told.count == 200)
    let bodies = try desk.raw { try String.fetchAll($0, sql: "SELECT body FROM note") }
    let expected = ["a", "b", "c"].flatMap { name in (1...100).map { "\(name) \($0)" } }
    #expect(bodies.sorted() == expected.sorted())
    let verdict = try desk.store.verifyJournal()
    #expect(verdict.isWhole && verdict.entries == 303)
  }

  @Test func `killed ones leave all they told of, and a whole store`() throws {
    let desk = try Desk()
    let id = try desk.addCase("A")
    for round in 1...8 {
      let told = try Writer(desk, case: id, "x", 100_000)
        .acknowledged(atLeast: round * 17, thenKill: true)
      #expect(told.count >= round * 17)
      let kept = try desk.raw { Set(try Int64.fetchAll($0, sql: "SELECT id FROM note")) }
      #expect(kept.isSuperset(of: told))
      let verdict = try desk.store.verifyJournal()
      #expect(verdict.isWhole && verdict.entries == kept.count + 3)
      let check = try desk.raw { try String.fetchAll($0, sql: "PRAGMA integrity_check") }
      #expect(check == ["ok"])
    }
  }

  @Test func `a writer waits for another`() throws {
    let desk = try Desk()
    let id = try desk.addCase("A")
    let locked = try DatabaseQueue(path: desk.path)
    var writer: Writer?
    try locked.inTransaction(.immediate) { _ in
      writer = try Writer(desk, case: id, "x", 1)
      try writer?.process.waitUntilAtLock(of: desk.path)
      return .commit
    }
    #expect(writer?.acknowledged().count == 1)
  }

  @Test func `many saves in one transaction are many steps, and one of them may fail`() throws {
    let desk = try Desk()
    let salon = try desk.add(.salon, ["theme": .text("x"), "date": .date(Desk.today)])
    try desk.store.bulk { writer in
      for number in 1...3 {
        desk.now = Instant(desk.now.rawValue + 60)
        let saved = try writer.save(
          Change(
            .case, values: ["nameRoman": .text("N\(number)"), "opened": .date(Desk.today)],
            command: "case.add"))
        let place = Change(
          .attendance,
          values: ["case": .link(saved.link), "salon": .to(.salon, salon)],
          command: "attendance.add")
        _ = try writer.save(place)
        #expect(problems { try writer.save(place) } == ["case": .alreadyThere])
        _ = try desk.store.count(ListQuery(.case))
      }
    }
    let entries = try desk.store.journal(JournalFilter(after: 2), limit: 99)
    #expect(entries.count == 9 && Set(entries.map(\.step)).count == 6)
    #expect(Set(entries.map(\.at)).count == 3)
    #expect(try desk.store.verifyJournal().isWhole)
    struct Stop: Error {}
    #expect(throws: Stop.self) {
      try desk.store.bulk { writer in
        _ = try writer.save(
          Change(.host, values: ["name": .text("x")], command: "host.add"))
        throw Stop()
      }
    }
    #expect(try desk.store.count(ListQuery(.host)) == ListCount(0))
  }
}
