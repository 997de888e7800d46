import Foundation

/// The spreadsheets in `Tests/Samples`.
enum SampleFiles {
  static func bytes(_ name: String) throws -> [UInt8] {
    let tests = URL(filePath: #filePath).deletingLastPathComponent().deletingLastPathComponent()
    return [UInt8](try Data(contentsOf: tests.appending(path: "Samples/\(name)")))
  }
}
