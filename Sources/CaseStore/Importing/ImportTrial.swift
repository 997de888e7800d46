import Casework
import GRDB

/// A long sheet tried in a copy of the store, while others go on in the store itself.
final class ImportTrial: ImportPlace {
  /// Whether the copy becomes all that the store is to be, and not only what the rows need of each other.
  let isWhole: Bool
  /// The sequence of the first entry in the copy's journal; nil where nothing was written.
  private(set) var step: Int64?
  private let store: CaseStore
  private let fork: StoreFork
  private let watch: StoreWatch
  private let indexes: ListIndexes?
  /// What the parts have in common.
  private let writing = Writing()
  private let kind: RecordKind
  private let options: ImportOptions

  /// So many rows are taken back in the copy where one of them is refused.
  private static let rowsAtOnce = 200
  /// A larger store is not written anew for a sheet, unless most of it is the sheet's.
  private static let mostPages = 16_000

  init(
    of store: CaseStore, _ kind: RecordKind, _ count: Int, _ options: ImportOptions
  ) throws {
    self.store = store
    // What is written after this is seen by it, or is in the copy, or both.
    watch = try StoreWatch(store.file)
    fork = try store.read { try StoreFork(of: store.file, $0) }
    (self.kind, self.options) = (kind, options)
    (indexes, isWhole) = try fork.queue.writeWithoutTransaction { db in
      let pages = try Int.fetchOne(db, sql: "PRAGMA page_count") ?? 0
      let isSmall = try pages < Self.mostPages || db.count(kind.table) < count
      // Who may come in by a key is also written beside the store.
      let isWhole = isSmall && !options.dryRun && kind != .volunteer
      return (try ListIndexes(of: kind, beforeRows: count, in: db), isWhole)
    }
  }

  func run(
    _ rows: some Sequence<ImportRow>, _ progress: (Int) throws -> Void
  ) throws -> ImportReport {
    var parts = ImportParts(kind, options, longest: Self.rowsAtOnce)
    try parts.run(rows, in: self, progress: progress)
    return try fork.queue.read { try parts.report(in: $0) }
  }

  func transaction(_ body: (Step) throws -> Void) throws {
    try Refusal.translating(store.file.path) {
      try fork.queue.write { db in
        let step = store.step(apart: db, in: writing)
        if let first = self.step { step.goOn(first) }
        let mark = writing.mark
        do {
          try body(step)
        } catch {
          writing.goBack(to: mark)
          throw error
        }
      }
    }
  }

  func follow(_ step: Step, _ ending: ImportParts.Ending) throws {
    if self.step == nil, step.count > 0 { self.step = Int64(step.number) }
    // The index of texts is made of few large pieces sooner than of many small ones.
    if isWhole { try ending.isLast ? step.renewDerived() : step.renewDerivedIfMuch() }
  }

  /// Puts the copy into the store's place, in one transaction.
  ///
  /// - Returns: false where somebody wrote since the copy was made; the store is as it was then.
  func keep() throws -> Bool {
    guard let step, let lock = ImportLock(store.file) else { return false }
    defer { withExtendedLifetime(lock) {} }
    // Whatever is wrong with it is met, or was there before, where the rows are written one by one.
    if try watch.hasSeenWriting() || !fork.isSound() { return false }
    do {
      try Refusal.translating(store.file.path) {
        try fork.queue.writeWithoutTransaction { copy in
          try copy.inTransaction {
            try indexes?.putBack(in: copy)
            return .commit
          }
          try store.replaceContent(with: copy) {
            if try self.watch.hasSeenWriting() { throw Refusal.busy }
          }
        }
      }
    } catch Refusal.busy {
      return false
    }
    store.own(step: Int(step))
    return true
  }
}

/// Sees whether anybody writes to a store from when it was made on.
final class StoreWatch {
  private let queue: DatabaseQueue
  private let first: Int

  init(_ file: StoreFile) throws {
    queue = try DatabaseQueue(path: file.real, configuration: StoreFile.configuration)
    first = try Self.version(queue)
  }

  func hasSeenWriting() throws -> Bool { try Self.version(queue) != first }

  private static func version(_ queue: DatabaseQueue) throws -> Int {
    try queue.unsafeRead { try Int.fetchOne($0, sql: "PRAGMA data_version") ?? 0 }
  }
}
