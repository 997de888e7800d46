import Foundation

/// Which file it is, by whatever name.
package struct FileIdentity: Hashable, Sendable {
  private let device: UInt64
  let inode: UInt64

  /// Nil where a path leads nowhere.
  package init?(_ path: String) {
    var status = stat()
    guard unsafe stat(path, &status) == 0 else { return nil }
    self.init(status)
  }

  package init?(descriptor: Int32) {
    var status = stat()
    guard unsafe fstat(descriptor, &status) == 0 else { return nil }
    self.init(status)
  }

  fileprivate init(_ status: stat) {
    device = UInt64(status.st_dev)
    inode = UInt64(status.st_ino)
  }
}

/// What the file system says of a file: which one it is, how large, and when anything about it
/// changed last.
struct FileState {
  let identity: FileIdentity
  let size: Int64
  /// When its content or anything about it changed: put in its place, renamed, written.
  let changed: (seconds: Int, nanoseconds: Int)

  /// Nil where there is no such file.
  init?(_ path: String) {
    var status = stat()
    guard unsafe stat(path, &status) == 0 else { return nil }
    identity = FileIdentity(status)
    size = Int64(status.st_size)
    let times = [status.st_mtim, status.st_ctim].map { ($0.tv_sec, $0.tv_nsec) }
    changed = times.max { $0 < $1 } ?? (0, 0)
  }

  func isSame(as other: FileState?) -> Bool { identity == other?.identity }
}
