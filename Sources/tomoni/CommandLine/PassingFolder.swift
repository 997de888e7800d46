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
    let parent =
      file.map { URL(fileURLWithPath: $0).deletingLastPathComponent().path }
      ?? FileManager.default.temporaryDirectory.path
    var name = Array("\(parent)/\(file == nil ? "" : ".")tomoni.XXXXXX".utf8CString)
    guard unsafe mkdtemp(&name) != nil else {
      throw Failure(.cannotWrite, "cli.fileNotWritable", parent)
    }
    path = String(decoding: name.dropLast().map(UInt8.init(bitPattern:)), as: UTF8.self)
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
