import CaseStore
import Foundation

/// The file of the refused rows of a sheet: people correct rows in it, so none that is there is ever
/// replaced.
struct RefusedFile {
  private let path: String
  private let output: PrivateOutput

  /// - Throws: `Failure` where none could be written, before any row is taken in.
  init(_ path: String, sparing store: StoreFiles) throws(Failure) {
    self.path = path
    // The name is chosen once it is known what is in it.
    output = try PrivateOutput(
      path + ".rows", called: path, replacing: false, sparing: store)
  }

  /// Writes it under the first name that is free, or leaves the file that says just this already.
  ///
  /// - Returns: the path.
  func write(_ text: String) throws(Failure) -> String {
    try output.write(text)
    var number = 1
    while true {
      let path = path(number)
      if FileManager.default.contents(atPath: path) == Data(text.utf8) { return path }
      if try output.finish(as: path) { return path }
      number += 1
    }
  }

  /// `cases.refused.csv`, `cases.refused-2.csv` and so on.
  private func path(_ number: Int) -> String {
    guard number > 1 else { return path }
    let url = URL(fileURLWithPath: path)
    let stem = url.deletingPathExtension().lastPathComponent
    let suffix = url.pathExtension.isEmpty ? "" : ".\(url.pathExtension)"
    return String(path.dropLast(url.lastPathComponent.count)) + "\(stem)-\(number)\(suffix)"
  }
}
