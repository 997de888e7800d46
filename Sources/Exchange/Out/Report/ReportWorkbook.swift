package import Casework
package import Labels
import Wording

/// A report as a workbook: what it says on one sheet, then a sheet for every table with its charts,
/// then what exactly is counted.
package struct ReportWorkbook {
  let report: Report
  let words: Words
  let text: ReportText

  package init(_ report: Report, _ words: Words) {
    self.report = report
    self.words = words
    text = ReportText(words)
  }

  /// Writes it as the file `path`; the same report makes the same bytes.
  ///
  /// - Parameter folder: where unfinished parts lie, which are files without a name.
  package func write(to path: String, partsIn folder: String) throws(Workbook.Failure) {
    let made = Int64(report.made.dayNumber) * 86_400
    let book = try Workbook(
      path, partsIn: folder,
      title: "\(text.title(report.layout)) \(text.period(report.period))",
      author: report.organisation, made: made)
    overview(book)
    for section in report.sections {
      lines(section, book)
      for line in section.lines where !line.parts.isEmpty { parts(line, book) }
      if section.lines.contains(where: { !$0.months.isEmpty }) { months(section, book) }
    }
    definitions(book)
    try book.close()
  }

  private func overview(_ book: Workbook) {
    let sheet = book.addSheet(words("report.overview"))
    sheet.text(text.title(report.layout), 0, 0, .title)
    let period =
      [report.organisation, text.period(report.period)]
      + (report.before.map { [text.comparison($0)] } ?? [])
    sheet.text(period.joined(separator: "  "), 1, 0, .note)
    let columns = ["section", "number"].map { words("report.column.\($0)") } + numberHeaders
    header(columns, in: sheet, row: 3, texts: [0, 1, 3])
    var row = 4
    for section in report.sections {
      for line in section.lines {
        sheet.text(text.title(section), row, 0)
        sheet.text(text.name(line.indicator), row, 1, .bold)
        numbers(line, in: sheet, row, from: 2)
        row += 1
      }
    }
    row += 1
    for note in text.notes(on: report) + [words("report.madeOn", report.made.description)] {
      sheet.text(note, row, 0, .note)
      row += 1
    }
    if !report.context.isEmpty {
      row += 1
      sheet.text(words("report.context"), row, 0, .bold)
    }
    for figure in report.context {
      row += 1
      sheet.text(text.contextName(figure), row, 1)
      sheet.value(Double(figure.value), row, 2, CellStyle(isNumber: true, number: "#,##0"))
      sheet.text(
        words(
          "report.contextSource", figure.asOf, figure.source, figure.published.description),
        row, 3)
    }
    widths([20, 34, 12, 10, 12, 12, 12, 12], in: sheet)
    sheet.freeze(4, 0)
    sheet.paper(landscape: true)
  }

  /// The headers of what `numbers` writes.
  var numberHeaders: [String] {
    let before = report.before.map { [words("report.column.difference"), text.shortPeriod($0)] }
    return [text.shortPeriod(report.period), words("report.column.unit")] + (before ?? [])
      + ["total", "baseline"].map { words("report.column.\($0)") }
  }

  /// A line's value, unit, difference, value before, total and baseline.
  func numbers(_ line: ReportLine, in sheet: Workbook.Sheet, _ row: Int, from column: Int) {
    let unit = line.indicator.unit
    number(line.value, unit, in: sheet, row, column)
    sheet.text(text.unit(of: line.indicator), row, column + 1)
    var next = column + 2
    if report.before != nil {
      compared(line.value, line.before, unit, in: sheet, row, next)
      next += 2
    }
    guard let total = line.total else { return }
    number(total.value, unit, in: sheet, row, next)
    number(.exact(total.baseline), unit, in: sheet, row, next + 1)
  }

  /// How much a number differs, and what it was.
  func compared(
    _ now: ReportNumber, _ before: ReportNumber?, _ unit: Indicator.Unit,
    in sheet: Workbook.Sheet, _ row: Int, _ column: Int
  ) {
    if let difference = now.difference(from: before) {
      let digits = difference == difference.rounded() ? "#,##0" : "#,##0.0"
      let style = CellStyle(isNumber: true, number: "+\(digits);-\(digits);\(digits)")
      sheet.value(difference, row, column, style)
    }
    if let before { number(before, unit, in: sheet, row, column + 1) }
  }

  func number(
    _ number: ReportNumber, _ unit: Indicator.Unit, in sheet: Workbook.Sheet, _ row: Int,
    _ column: Int
  ) {
    switch number {
    case .exact(let value):
      let digits = value == value.rounded() ? "#,##0" : "#,##0.0"
      let format = unit == .percent ? "0.0\"%\"" : digits
      sheet.value(value, row, column, CellStyle(isNumber: true, number: format))
    case .none: sheet.text(words("report.none"), row, column, CellStyle(isNumber: true))
    case .masked: sheet.text(words("report.masked"), row, column, CellStyle(isNumber: true))
    }
  }

  /// - Parameter texts: the columns that hold text.
  func header(_ columns: [String], in sheet: Workbook.Sheet, row: Int, texts: Set<Int>) {
    for (column, label) in columns.enumerated() {
      sheet.text(label, row, column, texts.contains(column) ? .header : .numberHeader)
    }
  }

  func widths(_ widths: [Double], in sheet: Workbook.Sheet) {
    for (column, width) in widths.enumerated() { sheet.width(column, width) }
  }
}
