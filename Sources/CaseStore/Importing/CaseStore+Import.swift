package import Casework
import GRDB

extension CaseStore {
  /// Brings rows of a spreadsheet into the store as one step.
  ///
  /// A row about a record that is there fills its empty fields and lists where they differ; any other
  /// row becomes a new record. A case keeps the status of the sheet when it is new and its own when
  /// it is known. Where a row is refused, nothing is written, unless bad rows are to be skipped.
  ///
  /// A long sheet is looked through first, while others write; then it is written in turns with them.
  /// - Parameters:
  ///   - rows: read as they are needed, so that a long sheet is never in memory as a whole; from the
  ///     beginning once more for each time that it is gone through.
  ///   - progress: called with how many rows were gone through; of a sheet that is looked through first,
  ///     with half of them then.
  /// - Throws: `Refusal`, and what `progress` throws to stop; nothing is written then.
  package func importRows(
    _ kind: RecordKind, _ rows: some ImportRows, options: ImportOptions,
    progress: (Int) throws -> Void
  ) throws -> ImportReport {
    if rows.count > Self.longestAtOnce {
      return try importInParts(kind, rows, options, progress)
    }
    do {
      return try importAtOnce(kind, rows, options, isCareful: false, progress)
    } catch is Importer.NeedsCare {
      return try importAtOnce(kind, rows, options, isCareful: true, progress)
    }
  }

  /// How many rows are written in one transaction without having been looked through: others wait for it.
  static let longestAtOnce = 100

  private func importAtOnce(
    _ kind: RecordKind, _ rows: some ImportRows, _ options: ImportOptions,
    isCareful: Bool, _ progress: (Int) throws -> Void
  ) throws -> ImportReport {
    // What is not kept is taken back with the whole transaction.
    var unkept: ImportReport?
    var cause: (any Error)?
    do throws(Refusal) {
      return try write { step in
        var importer = Importer(step, kind, options, isCareful: isCareful)
        do {
          var isKept = false
          var report = try importer.run(rows, progress: progress) { hasRefused in
            isKept = !options.dryRun && (options.skipBad || !hasRefused)
          }
          guard isKept else {
            unkept = report
            throw Refusal.stopped
          }
          report.isWritten = step.count > 0
          if report.isWritten { try importer.note() }
          return report
        } catch {
          cause = error
          throw error
        }
      }
    } catch {
      if let unkept { return unkept }
      throw error.told(by: cause)
    }
  }

  /// As `importRows(_:_:options:progress:)`, to the end.
  package func importRows(
    _ kind: RecordKind, _ rows: [ImportRow], options: ImportOptions
  ) throws(Refusal) -> ImportReport {
    do {
      return try importRows(kind, rows, options: options) { _ in }
    } catch {
      throw error as? Refusal ?? .storage(code: 0, message: "\(error)")
    }
  }
}
