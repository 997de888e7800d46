package import Casework
import GRDB

extension CaseStore {
  /// Makes many steps in one transaction: all of `body` is kept, or nothing where it throws.
  ///
  /// Deadlines, and what the search box looks into, follow for many steps at once, at the latest at the
  /// end.
  /// - Parameter filling: whether the store is filled for the first time: nothing is kept then where a
  ///   save is refused, also where `body` goes on, and the indexes of lists follow at the end. Else
  ///   each save can be taken back by itself, which costs a copy of every page that it writes.
  package func bulk<T>(
    filling: Bool = false, _ body: (BulkWriter) throws -> T
  ) throws -> T {
    var failure: (any Error)?
    do {
      return try transaction { db in
        try db.keepingPages(kibibytes: BulkWriter.kibibytesOfPages) {
          let writer = BulkWriter(self, db, endsWithRefusal: filling)
          let lists = filling ? try ListIndexes(takenFrom: db) : nil
          do {
            let result = try body(writer)
            try writer.end()
            try lists?.putBack(in: db)
            return (result, writer.touched)
          } catch {
            failure = error
            throw error
          }
        }
      }
    } catch {
      throw failure ?? error
    }
  }
}

extension Database {
  /// Runs a body that writes much or reads the same again and again: pages that do not fit into memory
  /// are written to the log over and over before the end, or read anew.
  func keepingPages<T>(kibibytes: Int, _ body: () throws -> T) throws -> T {
    try execute(sql: "PRAGMA cache_size = -\(kibibytes)")
    defer { try? execute(sql: "PRAGMA cache_size = -\(StoreFile.kibibytesOfPages)") }
    return try body()
  }
}

/// Many saves in one transaction, each a step of its own with the same rules and journal.
package final class BulkWriter {
  private let store: CaseStore
  private let db: Database
  private let endsWithRefusal: Bool
  /// What ended it.
  private var refusal: Refusal?
  private(set) var touched: Set<RecordKind> = []
  fileprivate static let kibibytesOfPages = 128 * 1024

  fileprivate init(_ store: CaseStore, _ db: Database, endsWithRefusal: Bool) {
    self.store = store
    self.db = db
    self.endsWithRefusal = endsWithRefusal
  }

  /// Saves one change at the moment the store's clock shows; where it is refused, nothing of it is
  /// left.
  ///
  /// - Returns: what was saved; its links have no names.
  package func save(_ change: Change) throws(Refusal) -> Saved {
    if let refusal { throw refusal }
    let step = store.newStep(in: db)
    func save() throws -> Saved {
      try step.saved(step.save(change), entriesFrom: 0)
    }
    do throws(Refusal) {
      let saved = try Refusal.translating(store.file.path) {
        let saved = try endsWithRefusal ? save() : step.attempt(save)
        try step.renewDerivedIfMuch()
        return saved
      }
      touched.formUnion(step.touched)
      return saved
    } catch {
      if endsWithRefusal { refusal = error }
      throw error
    }
  }

  /// - Throws: the refusal that ended it.
  fileprivate func end() throws {
    if let refusal { throw refusal }
    try Refusal.translating(store.file.path) { try store.newStep(in: db).renewDerived() }
  }
}
