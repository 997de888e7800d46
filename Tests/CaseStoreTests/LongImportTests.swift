@testable import CaseStore
import Casework
import Foundation
import GRDB
import TestSupport
import Testing

/// A long sheet beside others at their work: nobody waits for all of it, and all or nothing of it is there.
@Suite struct `A long sheet` {
  private struct Stop: Error {}

  static func sheet(_ count: Int, from first: Int = 1) -> [ImportRow] {
    (first..<first + count).map { number in
      ImportRow(
        number: number + 1,
        values: [
          "nameRoman": .text("Person \(number)"), "sourceNumber": .text("K-\(number)"),
          "birthDate": .date(CivilDate(dayNumber: 1000 + number)), "owner": .text("Mori"),
          "opened": .date(Desk.today),
        ], remainder: "Remarks: row \(number)")
    }
  }

  private static func host(_ name: String) -> Change {
    Change(.host, values: ["name": .text(name)], command: "host.add")
  }

  private static func cases(_ desk: Desk) throws -> Int {
    try desk.raw { try $0.count("\"case\"") }
  }

  /// Saves by another who does not wait at all, as often as rows were gone through.
  private static func importBeside(
    _ desk: Desk, _ rows: [ImportRow], every: Int = 1, _ work: (CaseStore, Int) throws -> Void
  ) throws -> ImportReport {
    let other = try desk.open()
    try other.wait(atMost: 0)
    var calls = 0
    return try desk.store.importRows(.case, rows, options: ImportOptions()) { _ in
      calls += 1
      if calls.isMultiple(of: every) { try work(other, calls) }
    }
  }

  /// Somebody else changes the first case once, while the rows are gone through.
  private static func importBeside(
    _ desk: Desk, _ rows: [ImportRow], changing values: [String: FieldValue]
  ) throws -> ImportReport {
    var isChanged = false
    return try importBeside(desk, rows) { other, _ in
      if isChanged { return }
      isChanged = true
      let card = try other.detail(RecordAddress(.case, RecordID(1)), limit: 1).card
      _ = try other.save(
        Change(.case, id: RecordID(1), version: card.version, values: values, command: "edit"))
    }
  }

  @Test func `holds up nobody who saves while it goes on, and loses nothing of theirs`() throws {
    let desk = try Desk()
    var saved = 0
    let report = try Self.importBeside(desk, Self.sheet(400)) { other, _ in
      _ = try other.save(Self.host("Host \(saved)"))
      saved += 1
    }
    #expect(report.isWritten && report.rows.allSatisfy { $0.fate == .added })
    #expect(saved > 2)
    #expect(try Self.cases(desk) == 400)
    #expect(try desk.raw { try $0.count("host") } == saved)
    #expect(try desk.store.verifyJournal().isWhole)
    let step = try #require(
      try desk.raw { try Int.fetchOne($0, sql: "SELECT step FROM importStep") })
    // One step, whatever stands between its entries.
    _ = try desk.store.undo(step: step)
    #expect(try Self.cases(desk) == 0)
    #expect(try desk.raw { try $0.count("host") } == saved)
    #expect(try desk.store.verifyJournal().isWhole)
    _ = try desk.store.redo()
    #expect(try Self.cases(desk) == 400)
  }

  @Test func `is put in as a whole where nobody wrote meanwhile`() throws {
    let desk = try Desk()
    let other = try desk.open()
    _ = try other.count(ListQuery(.case))
    let report = try desk.store.importRows(.case, Self.sheet(300), options: ImportOptions())
    #expect(report.isWritten && report.rows.count == 300)
    #expect(try desk.raw { try $0.count("importStep") } == 0)
    #expect(try desk.raw { try String.fetchOne($0, sql: "PRAGMA journal_mode") } == "wal")
    #expect(try desk.raw { try String.fetchAll($0, sql: "PRAGMA integrity_check") } == ["ok"])
    #expect(try other.count(ListQuery(.case)) == ListCount(300))
    #expect(
      try other.page(ListQuery(.case, search: "Person 288"), .first, count: 2).cards.count == 1)
    #expect(try other.verifyJournal().isWhole)
    _ = try other.save(Self.host("Host"))
    #expect(
      try FileManager.default.contentsOfDirectory(atPath: desk.folder.path)
        .allSatisfy { !$0.contains("trial") })
    #expect(
      try desk.store.importRows(.case, Self.sheet(300), options: ImportOptions()).rows
        .allSatisfy { $0.fate == .unchanged })
    _ = try desk.open()
  }

  @Test func `that was imported already is gone through without a lock`() throws {
    let desk = try Desk()
    _ = try desk.store.importRows(.case, Self.sheet(150), options: ImportOptions())
    // Somebody else writes all the while.
    try desk.raw { db in
      try db.inTransaction(.immediate) {
        let report = try desk.store.importRows(.case, Self.sheet(150), options: ImportOptions())
        #expect(!report.isWritten && report.rows.allSatisfy { $0.fate == .unchanged })
        return .rollback
      }
    }
  }

  @Test(arguments: [true, false])
  func `leaves nothing where its last row is refused`(isDryRun: Bool) throws {
    let desk = try Desk()
    var rows = Self.sheet(250)
    rows[249].values["birthDate"] = .date(Desk.today.adding(days: 5))
    let before = try desk.raw { try $0.count("journalRow") }
    var options = ImportOptions()
    options.dryRun = isDryRun
    let report = try desk.store.importRows(.case, rows, options: options)
    #expect(report.hasRefusedRows && !report.isWritten)
    #expect(try Self.cases(desk) == 0)
    #expect(try desk.raw { try $0.count("journalRow") } == before)
  }

  @Test(arguments: [0.2, 0.6, 0.9])
  func `that is stopped leaves nothing`(share: Double) throws {
    let desk = try Desk()
    let other = try desk.open()
    var isWritten = false
    #expect(throws: Stop.self) {
      try desk.store.importRows(.case, Self.sheet(400), options: ImportOptions()) { done in
        if !isWritten { _ = try other.save(Self.host("Host")) }
        isWritten = true
        if Double(done) >= 400 * share { throw Stop() }
      }
    }
    #expect(try Self.cases(desk) == 0)
    #expect(try desk.raw { try $0.count("importStep") } == 0)
    #expect(try desk.raw { try $0.count("note") } == 0)
    #expect(try desk.store.verifyJournal().isWhole)
    // What was taken back is no step of anybody's.
    #expect(refusal { try desk.store.redo() } == .nothingToRedo)
  }

  @Test func `does not undo what somebody changes before it is written`() throws {
    let desk = try Desk()
    _ = try desk.store.importRows(.case, Self.sheet(1), options: ImportOptions())
    var rows = Self.sheet(200)
    rows[0].values["phone"] = .text("090-0000-1111")
    let report = try Self.importBeside(
      desk, rows, changing: ["phone": .text("090-9999-9999")])
    #expect(report.rows[0].fate == .unchanged)
    #expect(report.rows[0].differences.map(\.field) == ["phone"])
    let card = try desk.store.detail(RecordAddress(.case, RecordID(1)), limit: 1).card
    #expect(card["phone"] == .text("090-9999-9999"))
    #expect(try Self.cases(desk) == 200)
  }

  @Test func `is taken back where somebody's change stands against a row when it is written`()
    throws
  {
    let desk = try Desk()
    _ = try desk.store.importRows(.case, Self.sheet(1), options: ImportOptions())
    var rows = Self.sheet(200)
    rows[199].values = ["number": .text("2026-0001"), "nameRoman": .text("Person 1")]
    let report = try Self.importBeside(
      desk, rows, changing: ["nameRoman": .text("SOMEBODY ELSE"), "birthDate": .day("1950-01-01")])
    #expect(report.hasRefusedRows && !report.isWritten)
    #expect(try Self.cases(desk) == 1)
    #expect(try desk.raw { try $0.count("importStep") } == 0)
    #expect(try desk.store.verifyJournal().isWhole)
  }

  @Test func `that two bring in at once is there once`() throws {
    let desk = try Desk()
    var isDone = false
    let report = try Self.importBeside(desk, Self.sheet(200)) { other, _ in
      if isDone { return }
      isDone = true
      let whole = try other.importRows(.case, Self.sheet(200), options: ImportOptions())
      #expect(whole.isWritten)
    }
    #expect(!report.isWritten && report.rows.allSatisfy { $0.fate == .unchanged })
    #expect(try Self.cases(desk) == 200)
    #expect(try desk.store.verifyJournal().isWhole)
  }

  @Test func `is written in many short transactions where others write too`() throws {
    let desk = try Desk()
    let lock = NSLock()
    nonisolated(unsafe) var commits = 0
    try desk.store.trace { sql in if sql.hasPrefix("COMMIT") { lock.withLock { commits += 1 } } }
    var isWritten = false
    _ = try Self.importBeside(desk, Self.sheet(1000)) { other, _ in
      if !isWritten { _ = try other.save(Self.host("Host")) }
      isWritten = true
    }
    #expect(commits > 4)
  }

  // MARK: Killed

  /// Another process imports, and is killed once it has told so many parts.
  @Test(arguments: [(1, false), (2, true), (4, true), (7, true), (11, true)])
  func `is there as a whole or not at all where its process is killed`(
    parts: Int, isBeside: Bool
  ) throws {
    let desk = try Desk()
    let count = 600
    let program = try RunningProgram(
      BuiltProduct.path("StoreWriter"),
      [desk.path, "1", "import", "\(count)"] + (isBeside ? ["beside"] : []))
    try program.wait(until: "\(parts) parts are told", within: .seconds(120)) { running in
      running.hasEnded || running.output.split(separator: "\n").count >= parts
    }
    program.signal(SIGKILL)
    _ = try program.waitForEnd()
    let store = try desk.open()
    let cases = try Self.cases(desk)
    #expect(cases == 0 || cases == count, "\(cases)")
    #expect(try desk.raw { try $0.count("importStep WHERE isOpen = 1") } == 0)
    #expect(try store.verifyJournal().isWhole)
    #expect(
      try store.importRows(.case, Self.sheet(count), options: ImportOptions()).rows.count == count)
    #expect(try Self.cases(desk) == count)
  }

  @Test func `that a process left half is taken back by whoever has the store open`() throws {
    let desk = try Desk()
    _ = try desk.store.importRows(.case, Self.sheet(120), options: ImportOptions())
    _ = try desk.store.save(Self.host("Host"))
    let step = try desk.raw {
      try Int.fetchOne(
        $0, sql: "SELECT max(step) FROM journal WHERE command = 'import'") ?? 0
    }
    let last = try desk.raw {
      try Int.fetchOne($0, sql: "SELECT max(sequence) FROM journal WHERE step = \(step)") ?? 0
    }
    try desk.execute("INSERT INTO importStep VALUES (\(step), \(last), 1)")
    // While somebody holds the lock it is being written.
    var lock = ImportLock(StoreFile(desk.path))
    #expect(lock != nil)
    _ = try desk.store.dataVersion()
    #expect(try Self.cases(desk) == 120)
    lock = nil
    _ = try desk.store.dataVersion()
    #expect(try Self.cases(desk) == 0)
    #expect(try desk.raw { try $0.count("host") } == 1)
    #expect(try desk.store.verifyJournal().isWhole)
  }
}
