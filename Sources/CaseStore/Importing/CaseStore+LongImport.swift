import Casework
import GRDB

/// A long sheet: looked through without a lock, and written in a short one or in turns with whoever else
/// writes.
///
/// It is tried in a copy of the store first (`ImportTrial`), so that what the rows are refused for is known
/// before anything is written. Where nobody wrote meanwhile, the copy is put into the store's place as a
/// whole. Else each row is looked at anew when it is written, a part of the rows at a time: what others
/// changed is not lost, and nobody waits long. The parts are one step, which is marked as open until the
/// last of them: where the process ends before, they are taken back (`takeBackCutImports`).
extension CaseStore {
  func importInParts(
    _ kind: RecordKind, _ rows: some ImportRows, _ options: ImportOptions,
    _ progress: (Int) throws -> Void
  ) throws -> ImportReport {
    var shown = 0
    func show(_ count: Int) throws {
      shown = max(shown, count)
      try progress(shown)
    }
    if let report = try look(kind, rows, options, show) { return report }
    let trial = try ImportTrial(of: self, kind, rows.count, options)
    // Of what is tried in whole, most often nothing is left to do.
    let share = trial.isWhole ? 9 : 5
    let report = try trial.run(ReadAhead(rows)) { try show($0 * share / 10) }
    if options.dryRun || report.hasRefusedRows && !options.skipBad { return report }
    if trial.step == nil { return report }
    if trial.isWhole, try trial.keep() {
      try? show(rows.count)
      return report.written
    }
    return try writeParts(kind, rows, options) {
      try show(rows.count * share / 10 + $0 * (10 - share) / 10)
    }
  }

  /// Goes through the rows without writing; nil where there is something to write.
  private func look(
    _ kind: RecordKind, _ rows: some ImportRows, _ options: ImportOptions,
    _ progress: (Int) throws -> Void
  ) throws -> ImportReport? {
    var cause: (any Error)?
    var wouldWrite = false
    do throws(Refusal) {
      return try read { db in
        let step = newStep(in: db)
        step.isReadOnly = true
        defer { wouldWrite = step.wouldWrite }
        var importer = Importer(step, kind, options, isCareful: false)
        do {
          return try db.keepingPages(kibibytes: Self.kibibytesOfImport) {
            try importer.run(ReadAhead(rows), progress: progress)
          }
        } catch {
          cause = error
          throw error
        }
      }
    } catch {
      if wouldWrite { return nil }
      throw error.told(by: cause)
    }
  }

  private func writeParts(
    _ kind: RecordKind, _ rows: some ImportRows, _ options: ImportOptions,
    _ progress: (Int) throws -> Void
  ) throws -> ImportReport {
    let lock = try ImportLock.wait(for: file) { try progress(0) }
    defer { withExtendedLifetime(lock) {} }
    let place = PartsInStore(self, options)
    var parts = ImportParts(kind, options)
    do {
      try parts.run(ReadAhead(rows), in: place) { count in
        // Once all is written nobody stops it any more.
        guard count < rows.count else { return _ = try? progress(count) }
        try progress(count)
        Turn.giveWay()
      }
    } catch {
      if let first = place.first { try takeBackImport(first) }
      throw error
    }
    let report = try read { try parts.report(in: $0) }
    guard let first = place.first else { return report }
    if report.hasRefusedRows, !options.skipBad {
      try takeBackImport(first)
      return report
    }
    own(step: Int(first))
    return report.written
  }

  /// What is kept of the file in memory meanwhile.
  fileprivate static let kibibytesOfImport = 8 * 1024
}

/// The store itself, in which a part is written in each transaction.
private final class PartsInStore: ImportPlace {
  /// The sequence of the first entry; nil where nothing was written yet.
  private(set) var first: Int64?
  private let store: CaseStore
  private let options: ImportOptions

  init(_ store: CaseStore, _ options: ImportOptions) {
    self.store = store
    self.options = options
  }

  func transaction(_ body: (Step) throws -> Void) throws {
    try store.transaction { db in
      let step = store.newStep(in: db)
      if let first { step.goOn(first) }
      try db.keepingPages(kibibytes: CaseStore.kibibytesOfImport) { try body(step) }
      return ((), step.touched)
    }
  }

  func follow(_ step: Step, _ ending: ImportParts.Ending) throws {
    try step.renewDerived()
    // Somebody's change since the rows were looked through may stand against one of them.
    let isKept = ending.isLast && (options.skipBad || !ending.hasRefused)
    if step.count > 0, first == nil { first = Int64(step.number) }
    guard let first else { return }
    let last = step.writing.head?.sequence ?? first
    try step.db.keep(ImportStep(step: first, last: last, isOpen: !isKept))
  }
}

extension ImportReport {
  fileprivate var written: ImportReport {
    var report = self
    report.isWritten = true
    return report
  }
}
