import Casework
import GRDB
import GRDBSQLite

/// The statements of a write, a dozen for each record, and those around a record that is opened.
///
/// GRDB prepares and keeps them. Bound and stepped by its own functions they cost three times as much:
/// it makes a row with names of columns for each answer, and an existential of each argument.
extension Database {
  /// Runs a statement that answers nothing.
  func run(_ sql: String, _ arguments: [DatabaseValue]) throws {
    // GRDB keeps account of transactions and of the points to go back to, which take no arguments; and
    // what SQLite has rolled back by itself must not go on as if it had not.
    guard !arguments.isEmpty, isInsideTransaction else {
      return try cachedStatement(sql: sql).execute(arguments: StatementArguments(arguments))
    }
    try step(sql, arguments) { _ in }
  }

  /// What `body`, which runs no statement, makes of each row that a statement finds.
  func rows<T>(_ condition: Condition, _ body: (RowBytes) throws -> T) throws -> [T] {
    var all: [T] = []
    try step(condition.sql, condition.arguments) { all.append(try body($0)) }
    return all
  }

  /// Whether a statement finds anything.
  func finds(_ sql: String, _ arguments: [DatabaseValue]) throws -> Bool {
    var isFound = false
    try step(sql, arguments) { _ in isFound = true }
    return isFound
  }

  /// The records that a statement beginning with `select` of their kind finds.
  func stored(
    _ kind: RecordKind, _ condition: String, _ arguments: [DatabaseValue]
  ) throws -> [StoredRecord] {
    let fields = Fields.of(kind)
    var found: [StoredRecord] = []
    try step("\(fields.select) \(condition)", arguments) { row in
      found.append(try fields.record(row.value(at:)))
    }
    return found
  }

  /// - Parameter body: is given each row; runs no statement.
  private func step(
    _ sql: String, _ arguments: [DatabaseValue], _ body: (RowBytes) throws -> Void
  ) throws {
    let statement = unsafe try cachedStatement(sql: sql).sqliteStatement
    defer {
      unsafe sqlite3_reset(statement)
      unsafe sqlite3_clear_bindings(statement)
    }
    for (index, value) in arguments.enumerated() {
      let code = unsafe value.bind(to: statement, at: CInt(index + 1))
      if code != SQLITE_OK { throw failure(sql) }
    }
    while true {
      switch unsafe sqlite3_step(statement) {
      case SQLITE_DONE: return
      case SQLITE_ROW: try unsafe body(RowBytes(statement))
      default: throw failure(sql)
      }
    }
  }

  private func failure(_ sql: String) -> DatabaseError {
    let connection = unsafe sqliteConnection
    return unsafe DatabaseError(
      resultCode: ResultCode(rawValue: sqlite3_extended_errcode(connection)),
      message: String(cString: sqlite3_errmsg(connection)), sql: sql)
  }
}
