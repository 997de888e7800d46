import Casework
import Cells
import Exchange
import Labels
import Terminal

/// A report on its way into a file, in one of the forms it has.
struct ReportFile {
  let report: Report
  let format: ReportFormat
  let words: Words

  /// What the journal keeps of it.
  var note: ExportNote { ExportNote(report, format: format.rawValue) }

  func write(to output: FileOutput) throws {
    switch format {
    case .text:
      let measure = CellWidth.terminal
      let text = ReportPlainText(report, words) { measure.columns(of: $0) }
      try output.write(text.lines.map { ShownLines.line($0) + "\n" }.joined())
    case .csv: try output.write(ReportCSV(report, words).file)
    case .json: try output.write(ReportJSON(report, words).value.text + "\n")
    case .html: try output.write(ReportPage(report, words).html)
    case .xlsx:
      try output.fill { path, folder in
        do {
          try ReportWorkbook(report, words).write(to: path, partsIn: folder)
        } catch is Workbook.Failure {
          throw output.notWritable
        }
      }
    }
  }
}
