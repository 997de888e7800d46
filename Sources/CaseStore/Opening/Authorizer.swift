import GRDB
import GRDBSQLite

/// What the statements of one connection may do, asked by SQLite itself when it compiles each of them.
///
/// GRDB has a callback of its own in the one place that a connection has for it, by which it notices
/// transactions and changed schemas for observers; nobody observes here, so it can be replaced.
/// It is set once: to set it anew makes SQLite compile every statement again.
final class Authorizer {
  /// One thing that a statement would do, in the words of `sqlite3_set_authorizer`.
  struct Act {
    let code: CInt
    let first: String
    let second: String
    let database: String
    /// The innermost view or trigger that does it; empty for the statement itself.
    let within: String
  }

  private let allows: (Act) -> Bool

  /// Binds `allows` to a connection, which must be closed before this is let go.
  init(of db: Database, allows: @escaping (Act) -> Bool) {
    self.allows = allows
    unsafe sqlite3_set_authorizer(
      db.sqliteConnection,
      { authorizer, code, first, second, database, within in
        guard let authorizer = unsafe authorizer else { return SQLITE_DENY }
        func text(_ pointer: UnsafePointer<CChar>?) -> String {
          unsafe pointer.map { unsafe String(cString: $0) } ?? ""
        }
        let act = unsafe Act(
          code: code, first: text(first), second: text(second), database: text(database),
          within: text(within))
        return unsafe Unmanaged<Authorizer>.fromOpaque(authorizer).takeUnretainedValue()
          .allows(act) ? SQLITE_OK : SQLITE_DENY
      }, Unmanaged.passUnretained(self).toOpaque())
  }

  /// What volunteers' statements call; whatever is not named here is refused.
  static let functions: Set<String> = [
    "abs", "char", "coalesce", "count", "date", "folded", "group_concat", "ifnull", "iif", "instr",
    "json_each", "length",
    "like",
    "lower", "max", "min", "nullif", "quote", "random", "randomblob", "substr", "sum", "total",
    "today", "typeof", "upper",
  ]

  /// Settings of the connection that may be read.
  static let settings: Set<String> = ["cache_size", "data_version", "user_version"]
}

extension Authorizer.Act {
  /// What SQLite says of its own list of tables where it connects to a virtual one, such as the index of
  /// the search; no statement changes that list, and the number of a row tells nothing.
  var isOfVirtualTable: Bool {
    first == "sqlite_master" && (code == SQLITE_UPDATE || code == SQLITE_READ && second == "ROWID")
  }

  /// Whether it is a reading of SQLite's own kind that shows nothing of any table, or the frame of a
  /// transaction.
  var isHarmless: Bool {
    switch code {
    case SQLITE_SELECT, SQLITE_TRANSACTION, SQLITE_SAVEPOINT: true
    case SQLITE_FUNCTION: Authorizer.functions.contains(second)
    case SQLITE_PRAGMA: Authorizer.settings.contains(first) && second.isEmpty
    case SQLITE_READ: first == "json_each"
    default: false
    }
  }
}
