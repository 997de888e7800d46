@testable import CaseStore
import Casework
import Foundation
import GRDB
import TestSupport
import Testing

/// While a report is counted: who waits for it, how it is stopped, and what takes the store away.
@Suite struct `A report that takes long` {
  private let desk: Desk
  private let person: RecordID

  /// A store whose entries of support take several looks of the progress handler to go through.
  init() throws {
    desk = try Desk()
    person = try desk.addCase("A")
    try desk.execute(
      """
      INSERT INTO supportentry (id, "on", "case", entryType, serviceType, staff)
      WITH RECURSIVE n (i) AS (SELECT 1 UNION ALL SELECT i + 1 FROM n WHERE i < \(Self.entries))
      SELECT i * 2, date('2026-08-01', '+' || (i % 60) || ' days'), \(person.rawValue), 'service',
        'legal', 1 FROM n
      """)
  }

  private static let entries = 200_000

  private static let layout = ReportLayout(
    "own", .month,
    [
      ReportLayout.Section(
        "support", .lines, [ReportLayout.Item(.peopleSupported, by: "country")]),
      ReportLayout.Section("caseload", .lines, [ReportLayout.Item(.caseload)]),
    ])

  private var september: ReportPeriod {
    ReportPeriod(.month, containing: Desk.today, fiscalYearStart: 4).previous
  }

  /// - Parameter meanwhile: is called in the midst of a statement, once; false stops.
  private func report(_ meanwhile: () throws -> Bool) throws -> Report {
    var asked = 0
    var failure: (any Error)?
    let report = try desk.store.report(
      Self.layout, in: september, comparedWith: september.previous
    ) { done, _ in
      asked += done == 0 ? 1 : 0
      // Asked before the first line twice; every time after that SQLite is at work.
      guard done == 0, asked == 4 else { return true }
      do { return try meanwhile() } catch {
        failure = error
        return false
      }
    }
    if let failure { throw failure }
    #expect(asked >= 4)
    return report
  }

  @Test func `is stopped in the midst of a statement, and leaves nothing`() throws {
    var stopped = ContinuousClock.now
    let error = refusal {
      try desk.store.report(Self.layout, in: september, comparedWith: nil) { done, _ in
        stopped = .now
        return false
      }
    }
    #expect(error == .stopped)
    var asked = 0
    let later = refusal {
      try desk.store.report(Self.layout, in: september, comparedWith: nil) { done, _ in
        asked += 1
        if asked == 4 { stopped = .now }
        return asked < 4
      }
    }
    #expect(later == .stopped && asked == 4 && ContinuousClock.now - stopped < .milliseconds(200))
    // The connection is as it was: no table of its own, it reads in little memory, and it writes.
    let left = try desk.store.read { db in
      try Int.fetchOne(db, sql: "SELECT count(*) FROM temp.sqlite_schema")
    }
    #expect(left == 0)
    #expect(try desk.store.number(.peopleSupported, in: september.days) == 1)
    _ = try desk.addCase("B")
    let again = try report { true }
    #expect(again.sections[0].lines[0].value == .exact(1))
    #expect(again.sections[1].lines[0].value == .exact(2))
  }

  @Test func `keeps nobody from writing or reading`() throws {
    let other = try desk.open()
    let counted = try report {
      let start = ContinuousClock.now
      _ = try other.save(
        Change(
          .case, values: ["nameRoman": .text("B"), "opened": .date(Desk.today)], command: "add"))
      #expect(try other.number(.caseload) == 2)
      #expect(ContinuousClock.now - start < .seconds(2))
      return true
    }
    // It is of one moment, the one at which it began.
    #expect(counted.sections[1].lines[0].value == .exact(1))
    #expect(try desk.store.number(.caseload) == 2)
  }

  @Test func `waits for nobody who writes`() throws {
    let queue = try DatabaseQueue(path: desk.path)
    try queue.inTransaction(.immediate) { db in
      try db.execute(sql: "UPDATE \"case\" SET status = 'closed'")
      let start = ContinuousClock.now
      let counted = try report { true }
      #expect(counted.sections[1].lines[0].value == .exact(1))
      #expect(ContinuousClock.now - start < .seconds(15))
      return .rollback
    }
  }

  @Test func `is not told to leave the house from a store that was taken away meanwhile`() throws {
    let counted = try report {
      try FileManager.default.removeItem(atPath: desk.path)
      return true
    }
    #expect(counted.sections[0].lines[0].value == .exact(1))
    let note = refusal {
      try desk.store.noteExport(ExportNote(counted, format: "html"))
    }
    #expect(note == .storeReplaced(path: desk.path))
  }

  @Test func `reads the views it asks often once, and nobody else sees that`() throws {
    var statements: [String] = []
    try desk.store.trace { statements.append($0) }
    _ = try report { true }
    #expect(statements.filter { $0.hasPrefix("CREATE TEMP TABLE \"caseOrigin\"") }.count == 1)
    let sum = statements.filter { $0.contains("GROUP BY g") }
    #expect(sum.count == 2, "\(sum)")
  }
}
