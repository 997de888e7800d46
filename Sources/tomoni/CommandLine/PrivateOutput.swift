import Foundation

/// A file that only its owner may read, and that is there whole or not at all.
final class PrivateOutput {
  private let path: String
  private let unfinished: String
  private let isReplacing: Bool
  private let handle: FileHandle
  private var isFinished = false

  /// - Parameter isReplacing: whether a file of this name may go.
  init(_ path: String, replacing isReplacing: Bool) throws(Failure) {
    self.path = path
    self.isReplacing = isReplacing
    unfinished = "\(path).\(ProcessInfo.processInfo.processIdentifier).new"
    guard isReplacing || !FileManager.default.fileExists(atPath: path) else {
      throw Failure(.cannotWrite, "cli.fileExists", path)
    }
    let file = unsafe open(unfinished, O_WRONLY | O_CREAT | O_EXCL | O_CLOEXEC, 0o600)
    guard file >= 0 else { throw Failure(.cannotWrite, "cli.fileNotWritable", path) }
    handle = FileHandle(fileDescriptor: file, closeOnDealloc: true)
  }

  deinit {
    if !isFinished { try? FileManager.default.removeItem(atPath: unfinished) }
  }

  func write(_ text: String) throws {
    do {
      try handle.write(contentsOf: Data(text.utf8))
    } catch {
      throw Failure(.cannotWrite, "cli.fileNotWritable", path)
    }
  }

  /// Gives the file its name.
  func finish() throws {
    // A link, unlike a renaming, fails where somebody made the file meanwhile.
    let isNamed =
      if isReplacing {
        unsafe rename(unfinished, path) == 0
      } else {
        unsafe link(unfinished, path) == 0 && unlink(unfinished) == 0
      }
    guard isNamed else { throw Failure(.cannotWrite, "cli.fileNotWritable", path) }
    isFinished = true
  }
}
