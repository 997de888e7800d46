import CSystem
import CaseStore
import Foundation

/// A file that only its owner may read, and that is there whole or not at all.
final class PrivateOutput {
  private let path: String
  /// As the person wrote it.
  private let name: String
  private let unfinished: String
  private let isReplacing: Bool
  private let store: StoreFiles
  private let handle: FileHandle
  /// Where it is taken away when a signal ends the program.
  private let place: Int32
  private var isFinished = false

  /// - Parameters:
  ///   - name: what the file is called in sentences.
  ///   - isReplacing: whether a regular file of this name may go.
  ///   - store: the files that stay whatever anybody says.
  init(
    _ path: String, called name: String, replacing isReplacing: Bool, sparing store: StoreFiles
  ) throws(Failure) {
    self.path = path
    self.name = name
    self.isReplacing = isReplacing
    self.store = store
    unfinished = "\(path).\(ProcessInfo.processInfo.processIdentifier).new"
    guard isReplacing || FileIdentity(path) == nil else {
      throw Failure(.cannotWrite, "cli.fileExists", name)
    }
    // Before the file is there: a signal between the two would leave it.
    place = unsafe system_sweep(unfinished)
    let file = unsafe open(unfinished, O_WRONLY | O_CREAT | O_EXCL | O_CLOEXEC, 0o600)
    guard file >= 0 else {
      system_keep(place)
      throw Failure(.cannotWrite, "cli.fileNotWritable", name)
    }
    handle = FileHandle(fileDescriptor: file, closeOnDealloc: true)
  }

  deinit {
    if !isFinished { unsafe unlink(unfinished) }
    system_keep(place)
  }

  /// Has a library that opens its file by itself write it; the name is not there for others yet.
  ///
  /// - Parameter body: what writes it, with a folder for unfinished parts.
  func fill(_ body: (_ path: String, _ folder: String) throws -> Void) throws {
    try body(unfinished, URL(fileURLWithPath: path).deletingLastPathComponent().path)
  }

  func write(_ text: String) throws(Failure) { try write(Array(text.utf8)) }

  func write(_ data: [UInt8]) throws(Failure) {
    do {
      try handle.write(contentsOf: data)
    } catch {
      throw Failure(.cannotWrite, "cli.fileNotWritable", name)
    }
  }

  /// Puts what was written on the disk; the file has no name yet.
  func sync() throws(Failure) {
    guard fsync(handle.fileDescriptor) == 0 else {
      throw Failure(.cannotWrite, "cli.fileNotWritable", name)
    }
  }

  /// Gives the file its name, once what is in it is on the disk.
  func finish() throws(Failure) {
    guard try finish(as: path) else { throw Failure(.cannotWrite, "cli.fileExists", name) }
  }

  /// Gives the file a name of its folder; false where there is a file of that name already, which
  /// stays.
  func finish(as path: String) throws(Failure) -> Bool {
    try sync()
    if isReplacing, isPlain(path) {
      guard unsafe rename(unfinished, path) == 0 else {
        throw Failure(.cannotWrite, "cli.fileNotWritable", name)
      }
    } else {
      // A link, unlike a renaming, fails where somebody made the file meanwhile.
      guard unsafe link(unfinished, path) == 0 else {
        if errno == EEXIST { return false }
        throw Failure(.cannotWrite, "cli.fileNotWritable", name)
      }
      unsafe unlink(unfinished)
    }
    isFinished = true
    keepName(in: URL(fileURLWithPath: path).deletingLastPathComponent().path)
    return true
  }

  /// Whether what bears the name now is still a file that may go.
  private func isPlain(_ path: String) -> Bool {
    var status = stat()
    guard unsafe lstat(path, &status) == 0 else { return true }
    return status.st_mode & S_IFMT == S_IFREG && !store.hold(path)
  }

  /// A name is on the disk when its folder is.
  private func keepName(in folder: String) {
    let file = unsafe open(folder, O_RDONLY | O_DIRECTORY | O_CLOEXEC)
    guard file >= 0 else { return }
    fsync(file)
    close(file)
  }
}
