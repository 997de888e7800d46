import CSystem
import Foundation

/// A folder that only its owner may enter, for a few files that go with it.
final class PassingFolder {
  let path: String
  /// Where its files are taken away when a signal ends the program.
  private var places: [Int32] = []

  /// - Parameter file: what it lies beside, on the same disk, which may be the only encrypted one; else it
  ///   is where the system has its passing files.
  init(beside file: String? = nil) throws(Failure) {
    let parent = file.map(Self.folder(of:)) ?? FileManager.default.temporaryDirectory.path
    if let file { Self.removeStrays(beside: file) }
    let prefix = file == nil ? "tomoni." : "\(Self.prefix)\(getpid())."
    var name = Array("\(parent)/\(prefix)XXXXXX".utf8CString)
    guard unsafe mkdtemp(&name) != nil else {
      throw Failure(.cannotWrite, "cli.fileNotWritable", parent)
    }
    path = String(decoding: name.dropLast().map(UInt8.init(bitPattern:)), as: UTF8.self)
  }

  private static let prefix = ".tomoni-"

  private static func folder(of file: String) -> String {
    URL(fileURLWithPath: file).deletingLastPathComponent().path
  }

  /// Removes what processes left beside a file that were killed: it may hold all of a store.
  static func removeStrays(beside file: String) {
    let parent = folder(of: file)
    let names = (try? FileManager.default.contentsOfDirectory(atPath: parent)) ?? []
    for name in names where name.hasPrefix(prefix) {
      let process = pid_t(name.dropFirst(prefix.count).prefix { $0.isNumber })
      guard let process, process > 0, kill(process, 0) != 0, errno == ESRCH else { continue }
      try? FileManager.default.removeItem(atPath: "\(parent)/\(name)")
    }
  }

  /// The path of a file in it.
  func file(_ name: String) -> String {
    let file = "\(path)/\(name)"
    places.append(unsafe system_sweep(file))
    return file
  }

  deinit {
    try? FileManager.default.removeItem(atPath: path)
    for place in places { system_keep(place) }
  }
}
