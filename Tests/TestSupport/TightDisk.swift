package import Foundation
import Glibc

/// A disk of a few megabytes that a test fills and frees; gone with the value.
///
/// It is a `tmpfs`, which only root may mount.
package final class TightDisk {
  package let folder: URL
  private let filling: URL

  package struct NotMounted: Error { let status: Int32 }

  package init(megabytes: Int) throws {
    folder = FileManager.default.temporaryDirectory.appending(path: "disk-\(UUID().uuidString)")
    filling = folder.appending(path: "filling")
    try FileManager.default.createDirectory(
      at: folder, withIntermediateDirectories: true, attributes: [.posixPermissions: 0o700])
    let options = "size=\(megabytes)m,mode=0700"
    guard mount("tmpfs", folder.path, "tmpfs", 0, options) == 0 else {
      try? FileManager.default.removeItem(at: folder)
      throw NotMounted(status: errno)
    }
  }

  deinit {
    // Also while a program that is being killed still has a file open.
    umount2(folder.path, Int32(MNT_DETACH))
    try? FileManager.default.removeItem(at: folder)
  }

  /// Takes all the room that is left but for so many pages of 4 kB.
  package func fill(leaving pages: Int = 0) {
    let file = open(filling.path, O_WRONLY | O_CREAT | O_APPEND, 0o600)
    defer { close(file) }
    for size in [65_536, 4096] {
      let block = [UInt8](repeating: 0, count: size)
      while write(file, block, size) == size {}
    }
    // The system gives room in pages.
    let size = lseek(file, 0, SEEK_END)
    ftruncate(file, max(0, size / 4096 * 4096 - pages * 4096))
  }

  /// Gives the room back.
  package func free() { try? FileManager.default.removeItem(at: filling) }
}
