import CSystem
import GRDB
import GRDBSQLite

extension Database {
  /// Limits what a statement may do that was made to do harm, to a few times of what any of ours does:
  /// of the file, which may come from elsewhere, only its content is believed.
  func limit() throws {
    try defend(true)
    let limits = [
      (SQLITE_LIMIT_LENGTH, 256 << 20), (SQLITE_LIMIT_SQL_LENGTH, 1 << 20),
      (SQLITE_LIMIT_COMPOUND_SELECT, 200),
      (SQLITE_LIMIT_LIKE_PATTERN_LENGTH, 1000), (SQLITE_LIMIT_TRIGGER_DEPTH, 10),
      (SQLITE_LIMIT_WORKER_THREADS, 0),
    ]
    for (limit, most) in limits { unsafe sqlite3_limit(sqliteConnection, limit, CInt(most)) }
  }

  /// Whether no statement may write into SQLite's own list of tables, nor into those behind an index.
  func defend(_ isOn: Bool) throws {
    let code = unsafe system_defend(sqliteConnection, isOn ? 1 : 0)
    guard code == SQLITE_OK else { throw DatabaseError(resultCode: ResultCode(rawValue: code)) }
  }
}
