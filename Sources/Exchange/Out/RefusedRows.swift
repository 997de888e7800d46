package import Casework
package import Labels
import Wording

/// The refused rows of a sheet with the reasons, to be corrected and imported again.
package enum RefusedRows {
  /// Comma-separated text in UTF-8: row and reason, which the import passes over, then the sheet's
  /// own columns but those that are not to be kept; nil where no row was refused.
  package static func csv(
    of sheet: Sheet, _ report: ImportReport, _ columns: ColumnMap, words: Words
  ) -> String? {
    let kind = columns.kind
    func kept<T>(_ cells: [T]) -> [T] {
      cells.enumerated().filter { index, _ in
        !columns.targets.indices.contains(index) || columns.targets[index] != .individualNumber
      }.map(\.element)
    }
    let problems = Dictionary(
      report.rows.compactMap { outcome in
        if case .refused(let problems) = outcome.fate { (outcome.number, problems) } else { nil }
      }, uniquingKeysWith: { $1 })
    guard !problems.isEmpty else { return nil }
    let header = CSVWriter.line([words("import.row"), words("import.reason")] + kept(sheet.header))
    // Most rows are refused for the reasons of others.
    let texts = Dictionary(
      Set(problems.values.joined()).map { ($0, ProblemText(words).sentence($0, in: kind)) },
      uniquingKeysWith: { first, _ in first })
    let lines = sheet.rows.compactMap { row in
      problems[row.number].map { problems in
        let reasons = problems.compactMap { texts[$0] }
        let cells = kept(row.cells).map { $0 ?? "\u{FFFD}" }
        return CSVWriter.line([String(row.number), reasons.joined(separator: "\n")] + cells)
      }
    }
    return CSVWriter.byteOrderMark + header + lines.joined()
  }
}
