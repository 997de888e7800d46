package import Casework
import GRDB

/// A store that was opened, before it is known who looks.
///
/// One connection serves for finding that out and for the door. It can return no record.
package final class OpenedStore {
  let file: StoreFile
  let queue: DatabaseQueue
  let opened: OpenFile

  /// Brings the store at `path` up to date.
  ///
  /// - Parameters:
  ///   - isOpenHere: whether this process has it open already, for something beside the desk.
  ///   - progress: is told how far that has come.
  /// - Throws: what is wrong with the file.
  package init(
    _ path: String, isOpenHere: Bool = false, progress: StoreProgress? = nil
  ) throws(Refusal) {
    file = StoreFile(path)
    queue = try file.connect(isOpenHere: isOpenHere, progress: progress)
    opened = try OpenFile(path, real: file.real)
  }

  package var path: String { file.path }

  /// From a key or an account to a viewer.
  package var keyring: Keyring { Keyring(self) }

  /// Whether it is the store of a fictional organisation.
  package func isDemo() throws(Refusal) -> Bool {
    try Refusal.translating(file.path) {
      try queue.reading { try Organisation(in: $0).isDemo }
    }
  }
}
