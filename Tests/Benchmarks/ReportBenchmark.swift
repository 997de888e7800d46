import CaseStore
import Casework
import Foundation
import TestSupport

/// The annual report beside bare SQL: the statements of somebody who knows the tables, as many for
/// each line as the report has of it (the number, the one before, the groups of both, the months).
struct ReportBenchmark {
  let store: CaseStore
  let path: String
  let folder: ScratchFolder
  let today: CivilDate

  private var period: ReportPeriod {
    ReportPeriod(.fiscalYear, containing: today, fiscalYearStart: 4).previous
  }

  func run(rounds: Int) throws {
    let clock = ContinuousClock()
    var (own, bare): ([Double], [Double]) = ([], [])
    let script = try bareScript()
    // The command line of SQLite has its own start, which an empty script tells.
    for _ in 0..<rounds {
      let time = try clock.measure {
        _ = try store.report(.annual, in: period, comparedWith: period.previous)
      }
      own.append(time / .milliseconds(1))
      let empty = try clock.measure { try shell("SELECT 1;") }
      bare.append((try clock.measure { try shell(script) } - empty) / .milliseconds(1))
    }
    let (mine, plain) = (own.sorted()[rounds / 2], bare.sorted()[rounds / 2])
    print(
      String(
        format: "annual report %.0f ms, bare SQL %.0f ms, ratio %.2f", mine, plain, mine / plain))
  }

  private func bareScript() throws -> String {
    var statements: [String] = ["PRAGMA temp_store = MEMORY"]
    statements.append(
      """
      CREATE TEMP TABLE night AS WITH RECURSIVE n (day) AS (
        SELECT '2015-01-01' UNION ALL SELECT date(day, '+1 day') FROM n WHERE day < '2030-01-01')
      SELECT day FROM n; CREATE INDEX temp.nightByDay ON night (day)
      """)
    for section in ReportLayout.annual.sections {
      for item in section.items {
        guard let sql = PlainSQL.all[item.indicator.code] else { continue }
        let periods = item.indicator.day == nil ? [period] : [period, period.previous]
        let isGrouped = item.grouping != nil
        let count =
          periods.flatMap { isGrouped ? [$0, $0] : [$0] }
          + (section.style == .months ? [period] : [])
        statements += count.map { filled(sql, $0) }
      }
    }
    return "BEGIN; " + statements.joined(separator: ";\n") + "; COMMIT;"
  }

  private func filled(_ sql: String, _ period: ReportPeriod) -> String {
    sql.replacingOccurrences(of: ":first", with: "'\(period.first)'")
      .replacingOccurrences(of: ":last", with: "'\(period.last)'")
      .replacingOccurrences(of: ":today", with: "'\(today)'")
  }

  private func shell(_ script: String) throws {
    let file = folder.path("script.sql")
    try script.write(toFile: file, atomically: true, encoding: .utf8)
    try SystemProgram.run("/usr/bin/sqlite3", path, ".read \(file)")
  }
}
