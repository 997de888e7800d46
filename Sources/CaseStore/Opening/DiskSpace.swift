import Foundation

/// The room that is left where a file lies.
enum DiskSpace {
  /// What the smallest change needs: some pages of the file, of its log and of the log's index.
  private static let least: UInt64 = 128 * 1024

  /// Whether the file system has no room for the smallest change, in bytes or in files.
  static func isUsedUp(beside path: String) -> Bool {
    guard let system = fileSystem(of: path) else { return false }
    let isWithoutFiles = system.f_files > 0 && system.f_favail == 0
    return left(in: system) < least || isWithoutFiles
  }

  /// How many bytes are left where a file lies; nil where the file system does not say.
  static func left(beside path: String) -> UInt64? { fileSystem(of: path).map(left(in:)) }

  private static func left(in system: statvfs) -> UInt64 {
    UInt64(system.f_bavail) * UInt64(system.f_frsize)
  }

  private static func fileSystem(of path: String) -> statvfs? {
    let folder = URL(fileURLWithPath: path).deletingLastPathComponent().path
    var system = statvfs()
    return unsafe statvfs(folder, &system) == 0 ? system : nil
  }
}
