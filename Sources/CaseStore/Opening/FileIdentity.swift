import Foundation

/// What the file system says of a file: which one it is, whatever it is called, and when anything
/// about it changed last.
struct FileIdentity {
  let device: UInt64
  let inode: UInt64
  let size: Int64
  /// When its content or anything about it changed: put in its place, renamed, written.
  let changed: (seconds: Int, nanoseconds: Int)

  /// Nil where there is no such file.
  init?(_ path: String) {
    var status = stat()
    guard unsafe stat(path, &status) == 0 else { return nil }
    device = UInt64(status.st_dev)
    inode = UInt64(status.st_ino)
    size = Int64(status.st_size)
    let times = [status.st_mtim, status.st_ctim].map { ($0.tv_sec, $0.tv_nsec) }
    changed = times.max { $0 < $1 } ?? (0, 0)
  }

  func isSame(as other: FileIdentity?) -> Bool {
    device == other?.device && inode == other?.inode
  }
}
