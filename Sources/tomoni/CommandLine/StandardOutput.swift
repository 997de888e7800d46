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

  static func writeLine(_ line: String) throws { try write(line + "\n") }
}

/// What the person is told beside the answer of a command.
enum StandardError {
  static func write(_ lines: [String]) { write(lines.map { $0 + "\n" }.joined()) }

  static func write(_ text: String) {
    // Nobody is left to be told that nothing can be told.
    try? FileHandle.standardError.write(contentsOf: Data(text.utf8))
  }
}
