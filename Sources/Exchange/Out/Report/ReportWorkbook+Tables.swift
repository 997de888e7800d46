import Casework
import Labels
import Wording

/// The sheets behind the first one, a table each with its charts beside it.
extension ReportWorkbook {
  /// The lines of a section; those of one unit that stand together are a chart.
  func lines(_ section: ReportSection, _ book: Workbook) {
    let sheet = book.addSheet(text.title(section))
    let isFunnel = section.style == .funnel
    let share = isFunnel ? [words("report.column.share")] : []
    let columns = [words("report.column.number")] + numberHeaders + share
    header(columns, in: sheet, row: 0, texts: [0, 2])
    for (index, line) in section.lines.enumerated() {
      sheet.text(text.name(line.indicator), index + 1, 0, .bold)
      numbers(line, in: sheet, index + 1, from: 1)
      if isFunnel, index > 0,
        case .exact(let now) = line.value, case .exact(let step) = section.lines[index - 1].value,
        step > 0
      {
        number(.exact(now / step * 100), .percent, in: sheet, index + 1, columns.count - 1)
      }
    }
    finish(sheet, columns: columns.count, names: 34)
    var place = 0
    for run in isFunnel ? [section.lines.indices] : runs(section.lines) where run.count > 1 {
      let chart = chart(
        isFunnel ? .funnel : .bars, text.title(section), rows: run.lowerBound + 1...run.upperBound,
        names: 0, values: 1, before: report.before.map { _ in 4 }, row: place,
        column: columns.count + 1)
      sheet.chart(chart)
      place += (run.count * 2 * 22 + 110) / 20 + 4
    }
  }

  /// Lines that stand together and are counted in the same.
  private func runs(_ lines: [ReportLine]) -> [Range<Int>] {
    var runs: [Range<Int>] = []
    for index in lines.indices {
      if let last = runs.last,
        lines[last.lowerBound].indicator.unit == lines[index].indicator.unit
      {
        runs[runs.count - 1] = last.lowerBound..<index + 1
      } else {
        runs.append(index..<index + 1)
      }
    }
    return runs
  }

  /// The groups of a line.
  func parts(_ line: ReportLine, _ book: Workbook) {
    let grouping = text.grouping(of: line)
    let title = text.nameWithGrouping(line)
    let sheet = book.addSheet(title)
    let before = report.before.map { [words("report.column.difference"), text.shortPeriod($0)] }
    let columns =
      [grouping.isEmpty ? words("report.column.group") : grouping]
      + [text.shortPeriod(report.period), words("report.column.unit")] + (before ?? [])
    header(columns, in: sheet, row: 0, texts: [0, 2])
    for (index, part) in line.parts.enumerated() {
      sheet.text(text.group(part, of: line), index + 1, 0, .bold)
      number(part.value, line.indicator.unit, in: sheet, index + 1, 1)
      sheet.text(text.unit(of: line.indicator), index + 1, 2)
      if report.before != nil {
        compared(part.value, part.before, line.indicator.unit, in: sheet, index + 1, 3)
      }
    }
    finish(sheet, columns: columns.count, names: 34)
    // Of very many groups the greatest are what a chart can show.
    let shown = min(line.parts.count, 20)
    sheet.chart(
      chart(
        .bars, title, rows: 1...shown, names: 0, values: 1, before: report.before.map { _ in 4 },
        row: 0, column: columns.count + 1))
  }

  /// A row a month, a column a line.
  func months(_ section: ReportSection, _ book: Workbook) {
    let lines = section.lines.filter { !$0.months.isEmpty }
    let sheet = book.addSheet(words("report.byMonth", text.title(section)))
    let columns = [words("report.column.month")] + lines.map { text.name($0.indicator) }
    header(columns, in: sheet, row: 0, texts: [0])
    let names =
      lines.map { text.monthsWithYears(of: $0, in: report.period) }
      .max { $0.count < $1.count } ?? []
    for (index, name) in names.enumerated() { sheet.text(name, index + 1, 0, .bold) }
    for (column, line) in lines.enumerated() {
      for (index, month) in line.months.enumerated() {
        number(month, line.indicator.unit, in: sheet, index + 1, column + 1)
      }
    }
    finish(sheet, columns: columns.count, names: 14)
    for (index, line) in lines.enumerated() {
      sheet.chart(
        chart(
          .columns, text.name(line.indicator), rows: 1...max(line.months.count, 1), names: 0,
          values: index + 1, before: nil, row: index * 14, column: columns.count + 1))
    }
  }

  /// What exactly is counted, and what the signs mean.
  func definitions(_ book: Workbook) {
    let sheet = book.addSheet(words("report.definitions"))
    let columns = ["number", "code", "unit", "definition"].map { words("report.column.\($0)") }
    header(columns, in: sheet, row: 0, texts: [0, 1, 2, 3])
    var seen: Set<Indicator> = []
    var row = 1
    for line in report.sections.flatMap(\.lines) where seen.insert(line.indicator).inserted {
      sheet.text(text.name(line.indicator), row, 0, .bold)
      sheet.text(line.indicator.code, row, 1)
      sheet.text(text.unit(of: line.indicator), row, 2)
      sheet.text(text.sentence(line.indicator), row, 3, .wrapped)
      row += 1
    }
    for note in text.notes(on: report) {
      row += 1
      sheet.text(note, row, 0, .note)
    }
    widths([34, 22, 10, 90], in: sheet)
    sheet.freeze(1, 0)
    sheet.paper(landscape: true)
  }

  private func finish(_ sheet: Workbook.Sheet, columns: Int, names: Double) {
    widths([names] + Array(repeating: 13, count: columns - 1), in: sheet)
    sheet.freeze(1, 1)
    sheet.paper(landscape: true)
  }

  private func chart(
    _ kind: WorkbookChart.Kind, _ title: String, rows: ClosedRange<Int>, names: Int, values: Int,
    before: Int?, row: Int, column: Int
  ) -> WorkbookChart {
    let compared = report.before.flatMap { period in
      before.map { (column: $0, name: text.shortPeriod(period)) }
    }
    let now = text.shortPeriod(report.period)
    return WorkbookChart(
      kind: kind, title: title, description: "\(title), \(now)", rows: rows, names: names,
      values: values, valuesName: now, before: compared, row: row, column: column)
  }
}
