import Foundation

/// Where a copy that is taken along may lie: on an encrypted disk alone, for a laptop is what gets lost.
enum LaptopDisk {
  /// - Throws: `Failure` where the disk of a file is not encrypted, or nobody can tell.
  static func require(_ path: String) throws(Failure) {
    switch DiskEncryption(of: path) {
    // What lies in memory is gone with the power.
    case .device, .memory: return
    case .none: throw Failure(.configuration, "cli.laptop.openDisk", path)
    case .unknown: throw Failure(.configuration, "cli.laptop.unknownDisk", path)
    }
  }
}
