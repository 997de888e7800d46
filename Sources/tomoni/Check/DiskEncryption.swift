import Foundation

/// Whether what a file lies on is encrypted, as the kernel tells it.
enum DiskEncryption: Equatable {
  /// By a device of this name that encrypts what is under it (dm-crypt, as LUKS sets it up).
  case device(String)
  /// It lies in memory alone, and is gone with the power.
  case memory
  case none
  /// A file system that is no device of this machine, such as one over the network.
  case unknown

  init(of path: String) {
    var status = stat()
    let folder = URL(fileURLWithPath: path).resolvingSymlinksInPath().deletingLastPathComponent()
    guard unsafe stat(folder.path, &status) == 0 else {
      self = .unknown
      return
    }
    // The kernel's own coding of the two numbers of a device, as of glibc's major() and minor().
    let (major, minor) = (
      (status.st_dev >> 8) & 0xFFF, (status.st_dev & 0xFF) | ((status.st_dev >> 12) & 0xFFF00)
    )
    let device = "/sys/dev/block/\(major):\(minor)"
    guard FileManager.default.fileExists(atPath: device) else {
      self = Self.kind(of: folder.path) == "tmpfs" ? .memory : .unknown
      return
    }
    self = Self.encrypting(device).map(Self.device) ?? .none
  }

  /// The kind of file system that a folder is on: that of the mount that leads deepest to it.
  private static func kind(of folder: String) -> String? {
    let mounts = (text("/proc/self/mounts") ?? "").split(separator: "\n").compactMap { line in
      let words = line.split(separator: " ").map(String.init)
      return words.count > 2 ? (place: words[1], kind: words[2]) : nil
    }
    // A name with a blank is written there in another way; such a place is not recognised.
    return mounts.filter { mount in
      mount.place == "/" || folder == mount.place || folder.hasPrefix(mount.place + "/")
    }.max { $0.place.count < $1.place.count }?.kind
  }

  /// The name of the first device that encrypts, from this one down to the disks.
  private static func encrypting(_ device: String, depth: Int = 0) -> String? {
    if text("\(device)/dm/uuid")?.hasPrefix("CRYPT-") == true { return text("\(device)/dm/name") }
    guard depth < 8 else { return nil }
    let slaves = (try? FileManager.default.contentsOfDirectory(atPath: "\(device)/slaves")) ?? []
    let found = slaves.map { encrypting("\(device)/slaves/\($0)", depth: depth + 1) }
    // All of it, or it is not.
    return found.contains(nil) ? nil : found.first.flatMap(\.self)
  }

  /// Devices on which memory is written in the clear.
  static var openSwap: [String] {
    let lines = (text("/proc/swaps") ?? "").split(separator: "\n").dropFirst()
    return lines.compactMap { line in
      guard let name = line.split(whereSeparator: \.isWhitespace).first.map(String.init) else {
        return nil
      }
      // Compressed memory is no disk.
      let device = URL(fileURLWithPath: name).resolvingSymlinksInPath().lastPathComponent
      if device.hasPrefix("zram") || encrypting("/sys/class/block/\(device)") != nil { return nil }
      return name
    }
  }

  private static func text(_ path: String) -> String? {
    (try? String(contentsOfFile: path, encoding: .utf8))?.trimmingCharacters(in: .newlines)
  }
}
