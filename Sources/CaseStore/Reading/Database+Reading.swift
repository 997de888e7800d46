import GRDB
import GRDBSQLite

extension Database {
  /// One reading, all of it at one moment.
  ///
  /// GRDB's own would forbid writing by a pragma, after which SQLite compiles every statement anew:
  /// half the time of a key. Here a body that writes into the store after all is refused, and its
  /// writing taken back; what only the connection sees it may write.
  func reading<T>(_ body: () throws -> T) throws -> T {
    // Kept compiled, as GRDB's own are not.
    try cachedStatement(sql: "BEGIN DEFERRED TRANSACTION").execute()
    do {
      let result = try body()
      guard unsafe sqlite3_txn_state(sqliteConnection, "main") != SQLITE_TXN_WRITE else {
        throw DatabaseError(resultCode: .SQLITE_READONLY)
      }
      // SQLite may have ended it by itself where the body met a fault and went on.
      if isInsideTransaction { try cachedStatement(sql: "ROLLBACK TRANSACTION").execute() }
      return result
    } catch {
      try? rollback()
      throw error
    }
  }
}

extension DatabaseQueue {
  /// One reading; see `Database.reading`.
  func reading<T>(_ body: (Database) throws -> T) throws -> T {
    try unsafeRead { db in try db.reading { try body(db) } }
  }
}
