import Casework
import Crypto
import Foundation
import GRDB

/// Another store, held so that nobody writes in it while it is read.
final class OtherStore {
  let path: String
  let queue: DatabaseQueue
  let chain: JournalChain

  /// - Parameter own: the store that it is brought to.
  init(_ path: String, besides own: StoreFile) throws(Refusal) {
    self.path = path
    let file = StoreFile(path)
    if let one = FileIdentity(path), one == FileIdentity(own.real) { throw .laptop(.itself) }
    queue = try file.connect()
    chain = JournalChain(key: try file.journalKey())
  }

  /// Runs `body` while nobody else writes there; what it writes is kept where it does not throw.
  func holding<T>(_ body: (Database) throws -> T) throws(Refusal) -> T {
    try Refusal.translating(path) {
      defer { try? queue.close() }
      return try queue.writeWithoutTransaction { db in
        var result: Result<T, any Error>?
        try db.inTransaction(.immediate) {
          do {
            result = .success(try body(db))
            return .commit
          } catch {
            result = .failure(error)
            return .rollback
          }
        }
        guard let result else { throw Refusal.stopped }
        return try result.get()
      }
    }
  }
}
