import Casework
import GRDB

/// The migrations in their order, and what is derived from the records; the number of the last
/// migration a store has seen is its user_version.
struct Schema {
  let migrations: [(number: Int, sql: String)]
  /// What stores of this schema keep besides the records, as this program defines it: working that
  /// out takes as long as opening a store.
  var derived: [DerivedData] { definitions() }
  private let definitions: @Sendable () -> [DerivedData]
  /// Whether a store notes which program it is of, so that the same need not work that out again.
  private let isNoted: Bool

  static let current = {
    let migrations = EmbeddedResources.files.compactMap { file in
      Int(file.name.prefix(3)).map { (number: $0, sql: file.text) }
    }
    return Schema(
      migrations, derived: DerivedData.all(version: migrations.last?.number ?? 0), isNoted: true)
  }()

  init(
    _ migrations: [(number: Int, sql: String)],
    derived: @autoclosure @escaping @Sendable () -> [DerivedData] = [], isNoted: Bool = false
  ) {
    self.migrations = migrations
    self.isNoted = isNoted
    definitions = derived
  }

  var version: Int { migrations.last?.number ?? 0 }

  /// Brings a store up to date in one transaction: a process that is killed leaves it as it was, and
  /// of two processes one does it while the other waits.
  ///
  /// - Parameter progress: is told of each record from which something is derived anew.
  /// - Throws: `storeNewer` where a newer program wrote it.
  func migrate(_ db: Database, path: String, progress: StoreProgress? = nil) throws {
    if try seen(by: db) == version {
      if try isNoted && db.isOfThisProgram() { return }
      if try db.outdated(of: derived).isEmpty { return note(db) }
    }
    try db.inTransaction(.immediate) {
      let seen = try seen(by: db)
      if seen > version { throw Refusal.storeNewer(path: path, version: seen) }
      for migration in migrations where migration.number > seen {
        try db.execute(sql: migration.sql)
        try db.execute(sql: "PRAGMA user_version = \(migration.number)")
      }
      try db.make(db.outdated(of: derived), progress: progress)
      return .commit
    }
    note(db)
  }

  private func note(_ db: Database) { if isNoted { db.noteThisProgram() } }

  private func seen(by db: Database) throws -> Int {
    try Int.fetchOne(db, sql: "PRAGMA user_version") ?? 0
  }
}
