package import Casework
import GRDB

extension CaseStore {
  /// Saves one change as a step of its own.
  ///
  /// A change that changes nothing writes nothing. Fields that others changed since are kept where
  /// the change does not name them.
  /// - Throws: `conflict` where both changed a field; `problems` where a rule stands against it.
  package func save(_ change: Change) throws(Refusal) -> Saved {
    guard let saved = try save([change]).first else { throw .notFound }
    return saved
  }

  /// Saves changes in their order, as one step: all of them or none.
  package func save(_ changes: [Change]) throws(Refusal) -> [Saved] {
    try write(for: .everybody) { step in
      try changes.map { change in
        let first = step.entries.count
        let address = try step.showing {
          try step.permit(change, by: access)
          return try step.save(change)
        }
        var saved = try step.saved(address, link: step.db.link(address), entriesFrom: first)
        saved.touched = try step.touched(by: saved.entries)
        return try step.shown(saved)
      }
    }
  }

  /// Makes many steps in one transaction: all of `body` is kept, or nothing where it throws.
  package func bulk<T>(_ body: (BulkWriter) throws -> T) throws -> T {
    var failure: (any Error)?
    do {
      return try transaction { db in
        // Pages that do not fit are written to the log over and over before the end.
        try db.execute(sql: "PRAGMA cache_size = -\(BulkWriter.kibibytesOfPages)")
        defer { try? db.execute(sql: "PRAGMA cache_size = -\(StoreFile.kibibytesOfPages)") }
        let writer = BulkWriter(self, db)
        do {
          return (try body(writer), writer.touched)
        } catch {
          failure = error
          throw error
        }
      }
    } catch {
      throw failure ?? error
    }
  }
}

/// Many saves in one transaction, each a step of its own with the same rules and journal.
package final class BulkWriter {
  private let store: CaseStore
  private let db: Database
  private(set) var touched: Set<RecordKind> = []
  fileprivate static let kibibytesOfPages = 256 * 1024

  init(_ store: CaseStore, _ db: Database) {
    self.store = store
    self.db = db
  }

  /// Saves one change at the moment the store's clock shows; where it is refused, nothing of it is
  /// left.
  ///
  /// - Returns: what was saved; its links have no names.
  package func save(_ change: Change) throws(Refusal) -> Saved {
    let step = Step(db, chain: store.chain, viewer: store.viewer, at: store.clock())
    let saved = try Refusal.translating(store.file.path) {
      try step.attempt {
        let address = try step.save(change)
        try step.renewDeadlines()
        return try step.saved(address, link: Link(address), entriesFrom: 0)
      }
    }
    touched.formUnion(step.touched)
    return saved
  }
}

extension Step {
  func saved(_ address: RecordAddress, link: Link, entriesFrom first: Int) throws -> Saved {
    let id = address.id.rawValue.databaseValue
    let row = try db.row("SELECT version FROM \(address.kind.table) WHERE id = ?", id)
    return Saved(
      link: link, version: Int(row?.number(at: 0) ?? 0), step: number,
      entries: Array(entries.dropFirst(first)))
  }
}
