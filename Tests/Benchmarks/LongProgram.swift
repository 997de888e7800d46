import Foundation

/// A program that may take as long as it needs, such as one that fills a store.
enum LongProgram {
  struct Failure: Error {
    let command: [String]
    let status: Int32
  }

  /// - Throws: `Failure` where it does not end well; what it said stands on the standard error.
  static func run(_ path: String, _ arguments: String...) throws { try run(path, arguments) }

  static func run(_ path: String, _ arguments: [String]) throws {
    let process = Process()
    process.executableURL = URL(fileURLWithPath: path)
    process.arguments = arguments
    process.environment = [
      "PATH": "/usr/bin:/bin", "LANG": "ja_JP.UTF-8", "HOME": NSTemporaryDirectory(),
    ]
    process.standardInput = FileHandle.nullDevice
    process.standardOutput = FileHandle.nullDevice
    try process.run()
    process.waitUntilExit()
    guard process.terminationStatus == 0 else {
      throw Failure(command: [path] + arguments, status: process.terminationStatus)
    }
  }
}
