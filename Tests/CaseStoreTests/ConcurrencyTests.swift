import CaseStore
import Casework
import Foundation
import GRDB
import Testing

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
    // The writers go by the clock of the machine, the desk by one that stands.
    let turns = try desk.store.journal(JournalFilter(command: "clockSetBack"), limit: 1000).count
    #expect(verdict.isWhole && verdict.entries - turns == 303)
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
