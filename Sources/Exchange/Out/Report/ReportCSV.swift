package import Casework
package import Labels
import Wording

/// A report as comma-separated text: a row for every number, its groups and its months.
///
/// Numbers are written as they are shown, but without signs between the thousands; where one was
/// taken out or there is none, the sign that the report shows.
package struct ReportCSV {
  private let report: Report
  private let words: Words
  private let text: ReportText

  package init(_ report: Report, _ words: Words) {
    self.report = report
    self.words = words
    text = ReportText(words)
  }

  /// The whole file, with what tells a spreadsheet that it is UTF-8.
  package var file: String {
    let rows = report.rows(text).map(cells)
    return CSVWriter.byteOrderMark
      + ([header] + rows + context + notes).map { CSVWriter.line($0) }.joined()
  }

  private var header: [CSVCell] {
    let columns = [
      "section", "number", "code", "grouping", "group", "value", "unit", "before", "difference",
      "total", "baseline", "from", "to", "definition",
    ]
    return columns.map { .text(words("report.column.\($0)")) }
  }

  private func cells(_ row: ReportedNumber) -> [CSVCell] {
    let line = row.line
    let difference = row.value.difference(from: row.before)
    let grouping =
      switch row.place {
      case .line: ""
      case .part: text.grouping(of: line)
      case .month: words("report.column.month")
      }
    return [
      .text(text.title(row.section)), .text(text.name(line.indicator)),
      .text(line.indicator.code), .text(grouping), .text(row.place == .line ? "" : row.name),
      number(row.value), .text(text.unit(of: line.indicator)),
      row.before.map(number) ?? .text(""),
      difference.map { .number(ReportDigits.rounded($0, to: 1)) } ?? .text(""),
      (row.total?.value).map(number) ?? .text(""),
      (row.total?.baseline).map { .number(ReportDigits.rounded($0, to: 1)) } ?? .text(""),
      .text(report.period.first.description), .text(report.period.last.description),
      .text(text.sentence(line.indicator)),
    ]
  }

  private func number(_ number: ReportNumber) -> CSVCell {
    switch number {
    case .exact(let value): .number(ReportDigits.rounded(value, to: 1))
    // A sign of the program's own, which needs no guard.
    case .none: .number(words("report.none"))
    case .masked: .text(words("report.masked"))
    }
  }

  /// What is known of the country, in the same columns; source and day stand with the definition.
  private var context: [[CSVCell]] {
    report.context.map { figure in
      let source = words(
        "report.contextSource", figure.asOf, figure.source, figure.published.description)
      return [
        .text(words("report.context")), .text(text.contextName(figure)), .text(figure.code),
        .text(""), .text(""), .number(String(figure.value)),
      ] + Array(repeating: .text(""), count: 7) + [.text(source)]
    }
  }

  private var notes: [[CSVCell]] {
    let compared = report.before.map { [text.comparison($0)] } ?? []
    let made = words("report.madeOn", report.made.description)
    return
      ([report.organisation, text.title(report.layout), text.period(report.period)] + compared
      + [made] + text.notes(on: report)).map { [.text($0)] }
  }
}
