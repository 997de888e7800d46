import Casework
import Foundation

/// The sessions that are open: a file for each beside the store, locked by the process that serves it.
///
/// The system lets go of the lock however a process ends, so a file that nobody
/// holds is none any more.
struct SessionFolder {
  private let path: String

  init(beside file: StoreFile) { path = file.real + ".sessions" }

  /// What stands in the file of a session.
  struct Entry: Codable {
    var volunteer: Int64
    var key: String
    var since: Int64
    var process: Int32
    /// When a key was pressed last: the time of the file itself.
    var lastKey: Int64?
  }

  /// How long it waits for another process that looks or comes in.
  private static let patience = Duration.seconds(5)

  /// Lets a session in, unless its person has as many as they may have.
  func enter(_ entry: Entry, atMost most: Int) throws -> SessionMark? {
    try locked {
      guard try entries().count(where: { $0.volunteer == entry.volunteer }) < most else {
        return nil
      }
      let name = "\(path)/\(UUID().uuidString)"
      let file = unsafe open(name, O_RDWR | O_CREAT | O_EXCL | O_CLOEXEC, 0o600)
      guard file >= 0 else { throw Refusal.cannotWrite(path) }
      let mark = SessionMark(file, name)
      guard flock(file, LOCK_EX | LOCK_NB) == 0, let data = try? JSONEncoder().encode(entry),
        (try? FileHandle(fileDescriptor: file, closeOnDealloc: false).write(contentsOf: data))
          != nil
      else { throw Refusal.cannotWrite(path) }
      return mark
    }
  }

  /// Those that are open; empty where there never was one.
  func all() throws -> [Entry] {
    guard FileManager.default.fileExists(atPath: path) else { return [] }
    return try locked { try entries() }
  }

  /// Reads the files, and takes away those that nobody holds.
  private func entries() throws -> [Entry] {
    try FileManager.default.contentsOfDirectory(atPath: path).compactMap { name in
      let name = "\(path)/\(name)"
      let file = unsafe open(name, O_RDONLY | O_NOFOLLOW | O_NONBLOCK | O_CLOEXEC)
      guard file >= 0 else { return nil }
      let handle = FileHandle(fileDescriptor: file, closeOnDealloc: true)
      guard flock(file, LOCK_EX | LOCK_NB) != 0 else {
        unsafe unlink(name)
        return nil
      }
      var status = stat()
      guard unsafe fstat(file, &status) == 0, let data = try handle.readToEnd(),
        var entry = try? JSONDecoder().decode(Entry.self, from: data)
      else { return nil }
      entry.lastKey = Int64(status.st_mtim.tv_sec)
      return entry
    }
  }

  /// Keeps others from looking while a file is there that its session does not hold yet.
  private func locked<T>(_ body: () throws -> T) throws -> T {
    _ = unsafe mkdir(path, 0o700)
    let folder = unsafe open(path, O_RDONLY | O_DIRECTORY | O_NOFOLLOW | O_CLOEXEC)
    guard folder >= 0 else { throw Refusal.cannotWrite(path) }
    defer { close(folder) }
    try StoreFile.checkPrivacy(of: path)
    let deadline = ContinuousClock.now + Self.patience
    while flock(folder, LOCK_EX | LOCK_NB) != 0 {
      guard errno == EWOULDBLOCK, .now < deadline else { throw Refusal.busy }
      poll(nil, 0, 10)
    }
    return try body()
  }
}

/// That a session is open, for as long as the value is kept.
package final class SessionMark {
  private let file: Int32
  private let path: String

  init(_ file: Int32, _ path: String) {
    self.file = file
    self.path = path
  }

  deinit {
    unsafe unlink(path)
    close(file)
  }

  /// Says that a key was pressed just now.
  package func touch() { futimens(file, nil) }
}
