import CSystem
import Foundation

/// A folder that only its owner may enter, with one file `out`, for as long as this value is held.
final class PassingFolder {
  let path: String
  /// Where its file is taken away when a signal ends the program.
  private let place: Int32

  init() throws(Failure) {
    let parent = FileManager.default.temporaryDirectory.path
    var name = Array("\(parent)/tomoni.XXXXXX".utf8CString)
    guard unsafe mkdtemp(&name) != nil else {
      throw Failure(.cannotWrite, "cli.fileNotWritable", parent)
    }
    path = String(decoding: name.dropLast().map(UInt8.init(bitPattern:)), as: UTF8.self)
    place = unsafe system_sweep(path + "/out")
  }

  deinit {
    unsafe unlink(path + "/out")
    unsafe rmdir(path)
    system_keep(place)
  }
}
