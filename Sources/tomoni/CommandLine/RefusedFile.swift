import CaseStore
import Foundation

/// The file of the refused rows beside a sheet: people correct rows in it, so none that is there is
/// ever replaced.
struct RefusedFile {
  private let sheet: String
  private let output: PrivateOutput

  /// - Throws: `Failure` where none could be written, before any row is taken in.
  init(beside sheet: String, sparing store: StoreFiles) throws(Failure) {
    self.sheet = sheet
    let path = Self.path(beside: sheet, 1)
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
      let path = Self.path(beside: sheet, number)
      if FileManager.default.contents(atPath: path) == Data(text.utf8) { return path }
      if try output.finish(as: path) { return path }
      number += 1
    }
  }

  private static func path(beside sheet: String, _ number: Int) -> String {
    sheet + (number == 1 ? ".refused.csv" : ".refused-\(number).csv")
  }
}
