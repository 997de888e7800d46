import Casework
import GRDB

extension Database {
  /// Takes the write-ahead log into the file and empties it.
  ///
  /// - Throws: `busy` where somebody reads so long that it cannot be.
  func emptyLog() throws {
    let isBlocked = try Int.fetchOne(self, sql: "PRAGMA wal_checkpoint(TRUNCATE)") ?? 1
    if isBlocked != 0 { throw Refusal.busy }
  }
}
