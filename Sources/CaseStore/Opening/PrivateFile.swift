import Foundation
import GRDB

/// A file that only its owner may read, from the moment it is there.
enum PrivateFile {
  /// - Throws: where a file of that name is there already, or none can be made with all of its
  ///   content: half of a key would be taken for one that was lost.
  static func create(_ path: String, _ content: Data, mode: mode_t = 0o600) throws {
    let descriptor = unsafe open(path, O_WRONLY | O_CREAT | O_EXCL | O_CLOEXEC, mode)
    guard descriptor >= 0 else { throw CocoaError(.fileWriteUnknown) }
    let handle = FileHandle(fileDescriptor: descriptor, closeOnDealloc: true)
    do {
      try handle.write(contentsOf: content)
      try handle.synchronize()
      // The mode again, since the process may mask some of it away.
      guard fchmod(descriptor, mode) == 0 else { throw CocoaError(.fileWriteNoPermission) }
    } catch {
      unsafe unlink(path)
      throw error
    }
  }

  /// Makes a file of 256 bits that nobody can guess; throws as `create` does.
  static func createKey(_ path: String) throws -> Data {
    var random = SystemRandomNumberGenerator()
    let key = Data((0..<32).map { _ in UInt8.random(in: .min ... .max, using: &random) })
    try create(path, key)
    return key
  }

  /// Waits until the disk has what was written into a file.
  static func synchronize(_ path: String) throws {
    let handle = try FileHandle(forUpdating: URL(fileURLWithPath: path))
    try handle.synchronize()
    try handle.close()
  }
}
