import Casework
import Foundation
import GRDB

/// Whether a file is what its last writer left, asked where something speaks against it: to look
/// through a large store takes seconds, and nobody waits for that at every opening.
extension StoreFile {
  private var log: String { real + "-wal" }

  /// Looks through a store beside which lies a write-ahead log that may belong to another state of
  /// it, before SQLite would write the one into the other.
  ///
  /// A log is suspected where the file was put in its place or written after the log, or is not the
  /// one that the store was in, unless the file holds all of it: so it is after a checkpoint, and
  /// beside each store in use. Nothing is written to either.
  /// - Throws: `strayLog`, `storeDamaged`.
  func checkLog() throws(Refusal) {
    guard let log = FileState(log), log.size > 0, let store = FileState(real) else { return }
    try Refusal.translating(path) {
      // The clock of a file system ticks every few milliseconds: at the same tick, either was first.
      var isNewer = store.changed >= log.changed
      // A connection that may not write does not take the log in when it closes.
      let queue = try DatabaseQueue(path: real, configuration: Self.readOnly)
      let isWhole: Bool
      do {
        isWhole = try queue.read { db in
          let noted = try? db.notedInode()
          isNewer = isNewer || noted.map { $0 != store.identity.inode } ?? false
          if !isNewer || WriteAheadLog(self.log)?.isContained(in: real) == true { return true }
          return try db.isWhole()
        }
      } catch let error as DatabaseError where error.showsDamage {
        isWhole = false
      }
      try queue.close()
      guard isWhole else {
        throw try isWholeWithoutLog() ? Refusal.strayLog(path: self.log) : .storeDamaged(path: path)
      }
      // Not asked again before somebody puts another file there.
      if isNewer { _ = unsafe utimensat(AT_FDCWD, self.log, nil, 0) }
    }
  }

  /// Looks through a store that was put where it is since it was last opened, and notes the file.
  ///
  /// - Throws: `storeDamaged`.
  func checkFile(_ db: Database) throws {
    guard let inode = FileIdentity(real)?.inode else { return }
    let noted = try db.notedInode()
    if noted == inode { return }
    if noted != nil, try !db.isWhole() { throw Refusal.storeDamaged(path: path) }
    do {
      try db.run("UPDATE storeIdentity SET inode = ?", [Int64(bitPattern: inode).databaseValue])
    } catch let error as DatabaseError where error.resultCode == .SQLITE_BUSY {
      // Whoever opens it next looks again.
    }
  }

  private func isWholeWithoutLog() throws -> Bool {
    var address = URLComponents()
    address.scheme = "file"
    address.path = real
    address.query = "immutable=1"
    do {
      let queue = try DatabaseQueue(path: address.string ?? real, configuration: Self.readOnly)
      return try queue.read { try $0.isWhole() }
    } catch let error as DatabaseError where error.showsDamage {
      return false
    }
  }

  private static var readOnly: Configuration {
    var configuration = Self.configuration
    configuration.readonly = true
    return configuration
  }
}

extension Database {
  /// Whether every page, row and index of the file fits the others, and no entry of the journal is
  /// missing between two.
  ///
  /// The pages of two moments of one store may fit each other; what was written in between is then
  /// missing.
  func isWhole() throws -> Bool {
    guard try String.fetchOne(self, sql: "PRAGMA integrity_check(1)") == "ok" else { return false }
    guard try row("SELECT 1 FROM sqlite_schema WHERE name = 'journal'") != nil else { return true }
    let numbers = try row(
      """
      SELECT count(*), ifnull(max(sequence), 0), (SELECT count(*) FROM journalContent) FROM journal
      """)
    guard let numbers, let count = numbers.number(at: 0) else { return false }
    return count == numbers.number(at: 1) && count == numbers.number(at: 2)
  }

  /// The number of the file that the store was in when it was last found whole; nil where nobody
  /// looked yet.
  fileprivate func notedInode() throws -> UInt64? {
    try row("SELECT inode FROM storeIdentity")?.number(at: 0).map(UInt64.init(bitPattern:))
  }
}

extension DatabaseError {
  /// Whether SQLite met something in the file that cannot be.
  var showsDamage: Bool { [.SQLITE_CORRUPT, .SQLITE_NOTADB].contains(resultCode) }
}
