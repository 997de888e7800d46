import Foundation

/// Held by whoever writes an import in several transactions, or takes one back; gone with its process.
///
/// It is a lock on the file of the journal's key, which is always there and of which SQLite knows nothing:
/// closing another descriptor of it gives nothing up (flock(2)).
final class ImportLock {
  private let descriptor: Int32

  /// Nil where another holds it.
  init?(_ file: StoreFile) {
    descriptor = unsafe open(file.keyPath, O_RDONLY | O_CLOEXEC)
    guard descriptor >= 0 else { return nil }
    guard flock(descriptor, LOCK_EX | LOCK_NB) == 0 else {
      close(descriptor)
      return nil
    }
  }

  deinit { close(descriptor) }

  /// Waits until no other import is being written.
  ///
  /// - Parameter tick: called while it waits; what it throws ends the wait.
  static func wait(for file: StoreFile, _ tick: () throws -> Void) throws -> ImportLock {
    while true {
      if let lock = ImportLock(file) { return lock }
      try tick()
      poll(nil, 0, 20)
    }
  }
}
