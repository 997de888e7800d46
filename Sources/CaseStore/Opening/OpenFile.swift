import Casework
import Foundation
import GRDB

/// A store's files as they were when they were opened, to see when others take their place: what
/// SQLite would write then goes where nobody finds it, or into what it was not meant for.
final class OpenFile {
  private let path: String
  private let real: String
  private let store: FileState
  private let log: FileState?
  /// How large the file was when it was last looked at; it never shrinks while it is open.
  private var size: Int64

  /// - Parameters:
  ///   - path: as the person named it.
  ///   - real: where the file itself is.
  /// - Throws: `storeReplaced` where it is gone already.
  init(_ path: String, real: String) throws(Refusal) {
    guard let store = FileState(real) else { throw .storeReplaced(path: path) }
    self.path = path
    self.real = real
    self.store = store
    log = FileState(real + "-wal")
    size = store.size
  }

  /// - Throws: `storeReplaced` where the path does not lead to the open files any more, or the file
  ///   was overwritten with a shorter one.
  func check() throws(Refusal) {
    guard let now = FileState(real), store.isSame(as: now), now.size >= size,
      log.map({ $0.isSame(as: FileState(real + "-wal")) }) ?? true
    else { throw .storeReplaced(path: path) }
    size = now.size
  }
}
