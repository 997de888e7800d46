import Foundation

/// What a command answers.
enum StandardOutput {
  static func write(_ text: String) throws {
    do {
      try FileHandle.standardOutput.write(contentsOf: Data(text.utf8))
    } catch {
      throw Failure(.cannotWrite, "cli.cannotWriteOutput")
    }
  }

  static func write(line: String) throws { try write(line + "\n") }
}
