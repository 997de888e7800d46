import GRDB

extension Database {
  /// One reading, all of it at one moment.
  ///
  /// GRDB's own would forbid writing by a pragma, after which SQLite compiles every statement anew:
  /// half the time of a key. Here a body that writes after all is refused, and its writing taken back.
  func reading<T>(_ body: () throws -> T) throws -> T {
    let changes = totalChangesCount
    try beginTransaction(.deferred)
    do {
      let result = try body()
      guard totalChangesCount == changes else {
        throw DatabaseError(resultCode: .SQLITE_READONLY)
      }
      try rollback()
      return result
    } catch {
      try? rollback()
      throw error
    }
  }
}
