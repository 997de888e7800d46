import CaseStore
import Casework
import Foundation
import GRDB
import TestSupport

/// The annual report beside bare SQL: the statements of somebody who knows the tables and the answers
/// they need, on a connection like the store's.
///
/// For each line they ask the number of the period and that of the one before; once more what a number
/// since the beginning is. Groups and months cost them nothing where they add up to the number; of
/// what does not add up, such as different people, they are a question of their own. The stand-in for
/// it is the number once more, which is less work than its groups.
struct ReportBenchmark {
  let path: String
  let today: CivilDate

  private var period: ReportPeriod {
    ReportPeriod(.fiscalYear, containing: today, fiscalYearStart: 4).previous
  }

  func run(rounds: Int) throws {
    let now = Instant(Int64(today.dayNumber) * 86_400)
    let store = try CaseStore.open(path, as: .coordinator(RecordID(1))) { now }
    let queue = try bareQueue()
    let events = try queue.read { db in
      try Row.fetchOne(
        db, sql: "SELECT (SELECT count(*) FROM \"case\"), (SELECT count(*) FROM supportentry)")
    }
    print("\(events?[0] ?? 0) cases, \(events?[1] ?? 0) services and contacts")
    let lines = ReportLayout.annual.sections.flatMap { section in
      section.items.map { Line(item: $0, style: section.style) }
    }
    var (mine, plain) = (0.0, 0.0)
    func middle(_ times: [Double]) -> Double { times.sorted()[times.count / 2] }
    for line in lines {
      var (own, bare): ([Double], [Double]) = ([], [])
      for _ in 0..<rounds {
        own.append(try milliseconds { try report(line.layout, store) })
        bare.append(try milliseconds { try ask(line, queue) })
      }
      tell(line.name, middle(own), middle(bare))
      (mine, plain) = (mine + middle(own), plain + middle(bare))
    }
    tell("lines together", mine, plain)
    let whole = try (0..<rounds).map { _ in try milliseconds { try report(.annual, store) } }
    tell("annual report", middle(whole), plain)
    try stops(store, over: middle(whole))
  }

  /// How long it takes from Esc to the end, at moments of all the time that it takes whole.
  private func stops(_ store: CaseStore, over whole: Double) throws {
    let clock = ContinuousClock()
    let waits = (0..<20).map { index -> Double in
      let pressed = clock.now + .milliseconds(Int(whole * Double(index) / 20))
      do {
        _ = try store.report(.annual, in: period, comparedWith: period.previous) { _, _ in
          clock.now < pressed
        }
      } catch {}
      return max(0, (clock.now - pressed) / .milliseconds(1))
    }
    print(
      String(
        format: "stopped after %.0f ms, %.0f ms at most", waits.sorted()[waits.count / 2],
        waits.max() ?? 0))
  }

  private struct Line {
    let item: ReportLayout.Item
    let style: ReportLayout.Style

    var name: String { item.indicator.code + (item.grouping.map { " by \($0)" } ?? "") }

    var layout: ReportLayout {
      ReportLayout("line", .fiscalYear, [.init("line", style, [item])])
    }
  }

  private func report(_ layout: ReportLayout, _ store: CaseStore) throws {
    _ = try store.report(layout, in: period, comparedWith: period.previous)
  }

  private func ask(_ line: Line, _ queue: DatabaseQueue) throws {
    let indicator = line.item.indicator
    guard let sql = PlainSQL.all[indicator.code] else { return }
    let periods = indicator.day == nil ? [period] : [period, period.previous]
    var asked = periods
    if !indicator.aggregate.addsUp {
      if line.item.grouping != nil { asked += periods }
      if line.style == .months { asked.append(period) }
    }
    let beginning = indicator.accumulates ? [CivilDate(iso: "0001-01-01")].compactMap(\.self) : []
    let spans =
      asked.map(\.days) + beginning.map { $0...period.last }
    try queue.read { db in
      for days in spans { _ = try Double.fetchOne(db, sql: filled(sql, days)) }
    }
  }

  private func bareQueue() throws -> DatabaseQueue {
    var configuration = Configuration()
    configuration.prepareDatabase { try $0.execute(sql: "PRAGMA temp_store = MEMORY") }
    let queue = try DatabaseQueue(path: path, configuration: configuration)
    try queue.writeWithoutTransaction { db in
      try db.execute(
        sql: """
          CREATE TEMP TABLE night AS WITH RECURSIVE n (day) AS (
            SELECT '2015-01-01' UNION ALL SELECT date(day, '+1 day') FROM n WHERE day < '2030-01-01')
          SELECT day FROM n; CREATE INDEX temp.nightByDay ON night (day)
          """)
    }
    return queue
  }

  private func filled(_ sql: String, _ days: ClosedRange<CivilDate>) -> String {
    sql.replacingOccurrences(of: ":first", with: "'\(days.lowerBound)'")
      .replacingOccurrences(of: ":last", with: "'\(days.upperBound)'")
      .replacingOccurrences(of: ":today", with: "'\(today)'")
  }

  private func milliseconds(_ work: () throws -> Void) throws -> Double {
    try ContinuousClock().measure(work) / .milliseconds(1)
  }

  private func tell(_ name: String, _ mine: Double, _ plain: Double) {
    let cells = String(format: "%10.1f %10.1f %8.2f", mine, plain, mine / plain)
    let line = name.padding(toLength: 40, withPad: " ", startingAt: 0) + cells + "\n"
    // At once, even into a file: a large store takes minutes.
    FileHandle.standardOutput.write(Data(line.utf8))
  }
}

extension Indicator.Aggregate {
  fileprivate var addsUp: Bool {
    switch self {
    case .count, .sum, .share, .mean: true
    case .distinct, .median, .perOne: false
    }
  }
}
