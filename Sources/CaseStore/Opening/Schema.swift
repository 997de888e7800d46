import Casework
import GRDB

/// The migrations in their order; the number of the last one a store has seen is its user_version.
struct Schema {
  let migrations: [(number: Int, sql: String)]

  static let current = Schema(
    EmbeddedResources.files.filter { $0.name.hasSuffix(".sql") }.compactMap { file in
      Int(file.name.prefix(3)).map { ($0, file.text) }
    })

  init(_ migrations: [(number: Int, sql: String)]) { self.migrations = migrations }

  var version: Int { migrations.last?.number ?? 0 }

  /// Brings a store up to date in one transaction.
  ///
  /// - Throws: `storeNewer` where a newer program wrote it.
  func migrate(_ db: Database, path: String) throws {
    if try seen(by: db) == version { return }
    try db.inTransaction(.immediate) {
      let seen = try seen(by: db)
      if seen > version { throw Refusal.storeNewer(path: path, version: seen) }
      for migration in migrations where migration.number > seen {
        try db.execute(sql: migration.sql)
        try db.execute(sql: "PRAGMA user_version = \(migration.number)")
      }
      return .commit
    }
  }

  private func seen(by db: Database) throws -> Int {
    try Int.fetchOne(db, sql: "PRAGMA user_version") ?? 0
  }
}
