package import Casework
package import Labels
import Wording

/// A report as lines to read in a terminal, or to hear: a number and all that is told of it stand on
/// one line; what exactly is counted stands at the end.
package struct ReportPlainText {
  private let report: Report
  private let words: Words
  private let text: ReportText
  private let width: (String) -> Int

  /// - Parameter width: how many columns a text takes.
  package init(_ report: Report, _ words: Words, width: @escaping (String) -> Int) {
    self.report = report
    self.words = words
    self.width = width
    text = ReportText(words)
  }

  package var lines: [String] {
    head + report.sections.flatMap { [""] + section($0) } + definitions + foot
  }

  private var head: [String] {
    let compared = report.before.map { [text.comparison($0)] } ?? []
    let period = text.period(report.period)
    return ["\(text.title(report.layout))  \(period)", report.organisation] + compared
      + [words("report.madeOn", ValueText(words).text(report.made))] + text.notes(on: report)
  }

  private func section(_ section: ReportSection) -> [String] {
    let rows = report.rows(text).filter { $0.section == section && $0.place != .month }
    let before = report.before.map { text.shortPeriod($0) }
    let header = ["", text.shortPeriod(report.period)] + (before.map { ["", $0] } ?? []) + [""]
    let lined = aligned([header] + rows.map(cells))
    let months = section.lines.filter { !$0.months.isEmpty }.flatMap(monthLines)
    return [text.title(section)] + lined + months
  }

  private func cells(_ row: ReportedNumber) -> [String] {
    let indent = row.place == .line ? "  " : "    "
    let value = text.numberWithUnit(row.value, of: row.indicator)
    let remark = [
      row.step.flatMap { text.share(row.value, of: $0) }.map {
        words("report.ofStepBefore", $0)
      },
      row.total.map { text.total($0, of: row.indicator) },
    ].compactMap(\.self).joined(separator: "  ")
    guard report.before != nil else { return [indent + row.name, value, remark] }
    let difference = text.difference(from: row.before, to: row.value, of: row.indicator) ?? ""
    let before = row.before.map { text.number($0, of: row.indicator) } ?? ""
    return [indent + row.name, value, difference, before, remark]
  }

  private func monthLines(_ line: ReportLine) -> [String] {
    let months = zip(text.months(of: line, in: report.period), line.months).map {
      "\($0) \(text.number($1, of: line.indicator))"
    }
    let rows = stride(from: 0, to: months.count, by: 6).map { start in
      ["    "] + months[start..<min(start + 6, months.count)]
    }
    return ["  \(words("report.byMonth", text.name(line.indicator)))"]
      + aligned(rows, toTheLeft: .max)
  }

  /// Rows of cells in straight columns: the first ones begin together, the others end together.
  private func aligned(_ rows: [[String]], toTheLeft count: Int = 1) -> [String] {
    let columns = rows.map(\.count).max() ?? 0
    let widths = (0..<columns).map { column in
      rows.map { $0.indices.contains(column) ? width($0[column]) : 0 }.max() ?? 0
    }
    return rows.map { row in
      let cells = row.indices.map { column in
        let blanks = String(repeating: " ", count: widths[column] - width(row[column]))
        // The remark at the end is text.
        let isText = column < count || column == columns - 1
        return isText ? row[column] + blanks : blanks + row[column]
      }
      let line = cells.joined(separator: "  ")
      return String(line.reversed().drop { $0 == " " }.reversed())
    }
  }

  private var definitions: [String] {
    var seen: Set<Indicator> = []
    let indicators = report.sections.flatMap(\.lines).map(\.indicator)
      .filter { seen.insert($0).inserted }
    return ["", words("report.definitions")]
      + indicators.map { "  \(words("report.defined", text.name($0), text.sentence($0)))" }
  }

  private var foot: [String] {
    guard !report.context.isEmpty else { return [] }
    return ["", words("report.context")] + report.context.map { "  \(text.context($0))" }
  }
}
