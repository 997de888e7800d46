import Foundation

/// The room that is left where a file lies.
enum DiskSpace {
  /// What the smallest change needs: some pages of the file, of its log and of the log's index.
  private static let least: UInt64 = 128 * 1024

  /// Whether the file system has no room for the smallest change, in bytes or in files.
  static func isUsedUp(beside path: String) -> Bool {
    let folder = URL(fileURLWithPath: path).deletingLastPathComponent().path
    var room = statvfs()
    guard unsafe statvfs(folder, &room) == 0 else { return false }
    let isWithoutFiles = room.f_files > 0 && room.f_favail == 0
    return UInt64(room.f_bavail) * UInt64(room.f_frsize) < least || isWithoutFiles
  }
}
