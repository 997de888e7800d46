import CaseStore
import Casework
import Demo
import Foundation
import GRDB
import TestSupport
import Testing

/// A fictional organisation that tests of numbers look at, filled once.
///
/// A tenth of it; the whole, 2,000 cases: `TOMONI_WHOLE=1 Tests/run --filter Numbers`.
enum CountedOrganisation {
  static let today = CivilDate(dayNumber: 20_779)
  static let isWhole = ProcessInfo.processInfo.environment["TOMONI_WHOLE"] != nil

  private static let folder = FileManager.default.temporaryDirectory
    .appending(path: "counted-\(UUID().uuidString)")

  /// The path of its store; the folder goes with the process.
  private static let kept = Result<String, any Error> {
    atexit { try? FileManager.default.removeItem(at: CountedOrganisation.folder) }
    let path = folder.appending(path: "demo.db").path
    try DemoOrganisation(cases: isWhole ? 2000 : 200, seed: 7, today: today).fill(
      storeAt: path, progress: { _, _ in })
    return path
  }

  static func path() throws -> String { try kept.get() }

  static func open() throws -> CaseStore {
    try CaseStore.open(path(), as: .coordinator(RecordID(1))) {
      Instant(Int64(today.dayNumber) * 86_400)
    }
  }

  /// Three periods: a month, and the years before of organisations that begin in April and in July.
  static let periods = [
    ReportPeriod(.month, containing: today, fiscalYearStart: 4).previous,
    ReportPeriod(.fiscalYear, containing: today, fiscalYearStart: 4).previous,
    ReportPeriod(.fiscalYear, containing: today, fiscalYearStart: 7),
  ]
}

@Suite struct `Numbers by plain SQL` {
  @Test func `are those of the indicators, in each period`() throws {
    #expect(Set(Indicator.all.map(\.code)) == Set(PlainSQL.all.keys))
    let store = try CountedOrganisation.open()
    let queue = try DatabaseQueue(path: CountedOrganisation.path())
    var told: Set<String> = []
    try queue.write { db in
      try db.execute(
        sql: """
          CREATE TEMP TABLE night AS WITH RECURSIVE n (day) AS (
            SELECT '2015-01-01' UNION ALL SELECT date(day, '+1 day') FROM n WHERE day < '2030-01-01')
          SELECT day FROM n; CREATE INDEX temp.nightByDay ON night (day)
          """)
      for period in CountedOrganisation.periods {
        for indicator in Indicator.all {
          guard let sql = PlainSQL.all[indicator.code] else { continue }
          let days: [String: String] = [
            "first": "\(period.first)", "last": "\(period.last)",
            "today": "\(CountedOrganisation.today)",
          ]
          let asked = days.filter { sql.contains(":\($0.key)") }
          let expected = try Double.fetchOne(db, sql: sql, arguments: StatementArguments(asked))
          let number = try store.number(indicator, in: period.days)
          let isSame =
            if let expected, let number { abs(expected - number) <= abs(expected) * 1e-9 } else {
              expected == nil && number == nil
            }
          #expect(
            isSame, "\(indicator.code) \(period.days): \(number ?? -1), not \(expected ?? -1)")
          if expected ?? 0 > 0 { told.insert(indicator.code) }
        }
      }
    }
    // The organisation does nearly everything that is counted.
    let silent = Set(PlainSQL.all.keys).subtracting(told)
    #expect(silent.count < 12, "\(silent.sorted())")
  }

  @Test func `are as many as the records behind them, whole and by groups`() throws {
    let store = try CountedOrganisation.open()
    let today = CountedOrganisation.today
    let staff = try store.page(ListQuery(.staff), .first, count: 2).cards.map { Link($0.address) }
    func records(_ query: ListQuery) throws -> Int {
      var count = 0
      try store.forEach(query, fields: []) { _ in count += 1 }
      return count
    }
    for indicator in Indicator.all where indicator.aggregate == .count {
      for period in CountedOrganisation.periods.map(\.days) {
        for staff in [[], staff] {
          let found = try records(indicator.query(today, of: staff, in: period))
          #expect(
            try store.number(indicator, of: staff, in: period) == Double(found),
            "\(indicator.code) \(period)")
        }
        for grouping in indicator.groupings {
          var sum = 0.0
          for group in try store.numbers(indicator, in: period, by: grouping) {
            let query = indicator.query(today, in: period, by: grouping, group.group)
            sum += group.value ?? 0
            #expect(
              try Double(records(query)) == group.value,
              "\(indicator.code) \(grouping) \(group.group)")
          }
          // Of several choices a record is in a group each.
          if case .choices? = RecordDescription.of(indicator.kind)[grouping]?.shape { continue }
          #expect(try store.number(indicator, in: period) == sum, "\(indicator.code) \(grouping)")
        }
      }
    }
  }

  @Test func `are the same in a report, whose parts and months add up`() throws {
    let store = try CountedOrganisation.open()
    for layout in ReportLayout.all {
      let period = ReportPeriod(
        layout.length, containing: CountedOrganisation.today, fiscalYearStart: 4
      ).previous
      var told: [Int] = []
      let report = try store.report(layout, in: period, comparedWith: period.previous) {
        told.append($0 * 1000 + $1)
        return true
      }
      #expect(told == told.sorted() && told.last.map { $0 / 1000 == $0 % 1000 } == true)
      #expect(report.sections.map(\.code) == layout.sections.map(\.code))
      for line in report.sections.flatMap(\.lines) {
        let indicator = line.indicator
        #expect(line.value.exactly == (try store.number(indicator, in: period.days)))
        if indicator.day == nil {
          #expect(line.before == nil)
        } else {
          #expect(line.before?.exactly == (try store.number(indicator, in: period.previous.days)))
        }
        var adds = indicator.aggregate == .count && indicator.over == nil
        if let grouping = line.grouping,
          case .choices? = RecordDescription.of(indicator.kind)[grouping]?.shape
        {
          adds = false
        }
        guard adds else { continue }
        for numbers in [line.parts.map(\.value), line.months] where !numbers.isEmpty {
          #expect(
            numbers.compactMap(\.exactly).reduce(0, +) == line.value.exactly, "\(indicator.code)")
        }
        let before = line.parts.compactMap { $0.before?.exactly }
        if !before.isEmpty { #expect(before.reduce(0, +) == line.before?.exactly) }
      }
    }
  }

  @Test func `leave the house without what is small`() throws {
    let store = try CountedOrganisation.open()
    var (hidden, shown) = (0, 0)
    for layout in ReportLayout.all {
      let period = ReportPeriod(
        layout.length, containing: CountedOrganisation.today, fiscalYearStart: 4
      ).previous
      let report = try store.report(layout, in: period, comparedWith: period.previous)
      let masked = report.masked()
      for line in masked.sections.flatMap(\.lines) where line.indicator.isOfPeople {
        let numbers =
          [line.value, line.before].compactMap(\.self) + line.months
          + line.parts.flatMap { [$0.value, $0.before].compactMap(\.self) }
        hidden += numbers.filter { $0 == .masked }.count
        shown += numbers.compactMap(\.exactly).count
        let isCounted = line.indicator.aggregate.countsRecords
        for number in numbers.compactMap(\.exactly) where isCounted {
          #expect(!(1...4).contains(number), "\(line.indicator.code)")
        }
      }
    }
    #expect(hidden > 0 && shown > hidden, "\(hidden) \(shown)")
  }

  @Test func `stop in the midst of a report where the person stops`() throws {
    let store = try CountedOrganisation.open()
    let period = CountedOrganisation.periods[1]
    for stop in [0, 3, 20] {
      var asked = 0
      let error = #expect(throws: Refusal.self) {
        try store.report(.annual, in: period, comparedWith: period.previous) { done, _ in
          asked += 1
          return done < stop
        }
      }
      #expect(error == .stopped)
    }
    // Nothing is left of it: the store reads and writes on.
    #expect(try store.number(.caseload) ?? 0 > 0)
    #expect(
      try store.report(.board, in: period, comparedWith: nil).sections.count
        == ReportLayout.board.sections.count)
  }
}
