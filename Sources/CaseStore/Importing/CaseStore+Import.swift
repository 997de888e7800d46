package import Casework
import GRDB

extension CaseStore {
  /// Brings rows of a spreadsheet into the store as one step.
  ///
  /// A row about a record that is there fills its empty fields and lists where they differ; any other
  /// row becomes a new record. A case keeps the status of the sheet when it is new and its own when
  /// it is known. Where a row is refused, nothing is written, unless bad rows are to be skipped.
  ///
  /// - Parameters:
  ///   - rows: read as they are needed, so that a long sheet is never in memory as a whole; from the
  ///     beginning once more where one is refused.
  ///   - progress: called with how many rows were gone through.
  /// - Throws: `Refusal`, and what `progress` throws to stop; nothing is written then.
  package func importRows(
    _ kind: RecordKind, _ rows: some Collection<ImportRow>, options: ImportOptions,
    progress: (Int) throws -> Void
  ) throws -> ImportReport {
    do {
      return try importRows(kind, rows, options, isCareful: false, progress)
    } catch is Importer.NeedsCare {
      return try importRows(kind, rows, options, isCareful: true, progress)
    }
  }

  private func importRows(
    _ kind: RecordKind, _ rows: some Collection<ImportRow>, _ options: ImportOptions,
    isCareful: Bool, _ progress: (Int) throws -> Void
  ) throws -> ImportReport {
    // What is not kept is taken back with the whole transaction.
    var unkept: ImportReport?
    var cause: (any Error)?
    do throws(Refusal) {
      return try write { step in
        try step.db.keepingPages(kibibytes: Self.kibibytesOfImport) {
          var importer = Importer(step, kind, options, isCareful: isCareful)
          do {
            let lists = try ListIndexes(of: kind, beforeRows: rows.count, in: step.db)
            var isKept = false
            var report = try importer.run(rows, progress: progress) { hasRefused in
              isKept = !options.dryRun && (options.skipBad || !hasRefused)
              if isKept { try lists?.putBack(in: step.db) }
            }
            guard isKept else {
              unkept = report
              throw Refusal.stopped
            }
            report.isWritten = step.count > 0
            try importer.note(report, by: viewer)
            return report
          } catch {
            cause = error
            throw error
          }
        }
      }
    } catch {
      if let unkept { return unkept }
      throw cause is Refusal ? error : cause ?? error
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

  /// What is kept of the file in memory meanwhile.
  private static let kibibytesOfImport = 8 * 1024
}

extension ListIndexes {
  /// Takes those away in which a long sheet would enter most records that there will be; nil where the
  /// store has more records than the sheet has rows, or the sheet is short.
  fileprivate init?(of kind: RecordKind, beforeRows count: Int, in db: Database) throws {
    guard count > 1000, try db.count(kind.table) < count else { return nil }
    let description = RecordDescription.of(kind)
    let kinds =
      [kind] + description.lenders.map(\.from) + description.parts.map(\.kind)
      + (description.concernsCase ? [.note, .deadline] : [])
    try self.init(of: RecordKind.allCases.filter(kinds.contains), takenFrom: db)
  }
}
