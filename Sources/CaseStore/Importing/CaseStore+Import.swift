package import Casework
import GRDB

extension CaseStore {
  /// Brings rows of a spreadsheet into the store as one step.
  ///
  /// A row about a record that is there fills its empty fields and lists where they differ; any other
  /// row becomes a new record. A case keeps the status of the sheet when it is new and its own when
  /// it is known. Where a row is refused, nothing is written, unless bad rows are to be skipped.
  package func importRows(
    _ kind: RecordKind, _ rows: [ImportRow], options: ImportOptions
  ) throws(Refusal) -> ImportReport {
    try write { step in
      var importer = Importer(step, kind, options)
      var report = try step.attempt(keeping: { report in
        !options.dryRun && (options.skipBad || !report.hasRefusedRows)
      }) { try importer.run(rows) }
      report.isWritten = !step.entries.isEmpty
      return report
    }
  }
}
