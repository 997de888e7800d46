import Casework
import GRDB

/// The migrations in their order; the number of the last one a store has seen is its user_version.
struct Schema {
  let migrations: [(number: Int, sql: String)]
  /// The migrations after which the deadlines of all cases are written anew: the one that brought
  /// them, and each with which the rules change.
  let settling: Set<Int>
  /// The migration after which the keys of possible duplicates are made for all persons.
  static let duplicates = 6

  static let current = Schema(
    EmbeddedResources.files.filter { $0.name.hasSuffix(".sql") }.compactMap { file in
      Int(file.name.prefix(3)).map { ($0, file.text) }
    }, settling: [3, 4, 5, 9, 10, 11, 12])

  init(_ migrations: [(number: Int, sql: String)], settling: Set<Int> = []) {
    self.migrations = migrations
    self.settling = settling
  }

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
      if seen < Self.duplicates, version >= Self.duplicates { try db.indexAllDuplicates() }
      if settling.contains(where: { $0 > seen }) { try db.settleAllDeadlines() }
      return .commit
    }
  }

  private func seen(by db: Database) throws -> Int {
    try Int.fetchOne(db, sql: "PRAGMA user_version") ?? 0
  }
}
