import Casework
import Foundation

/// A second process that adds notes, or works as its name says, until it is done or killed.
final class Writer {
  let process = Process()
  private let output = Pipe()

  init(
    _ desk: Desk, case record: RecordID, _ name: String, _ count: Int, _ more: [String] = []
  ) throws {
    let tests = URL(fileURLWithPath: CommandLine.arguments[0]).deletingLastPathComponent()
    process.executableURL = tests.appending(path: "StoreWriter")
    process.arguments = [desk.path, "\(record.rawValue)", name, "\(count)"] + more
    process.standardOutput = output
    try process.run()
  }

  /// Waits until it has told of `count` notes that it saved; the numbers of those it told of.
  func acknowledged(atLeast count: Int = .max) -> [Int64] {
    lines(atLeast: count).compactMap { Int64($0) }
  }

  /// Waits until it has said `count` lines; all it said.
  ///
  /// - Parameter kill: whether it is killed so long after the last of them.
  func lines(atLeast count: Int = .max, thenKillAfter pause: Duration? = nil) -> [Substring] {
    var text = ""
    while text.utf8.count(where: { $0 == UInt8(ascii: "\n") }) < count {
      let data = output.fileHandleForReading.availableData
      if data.isEmpty { break }
      text += String(decoding: data, as: UTF8.self)
    }
    if let pause {
      let end = ContinuousClock.now + pause
      // A thread that is put to sleep comes back too late for a moment within a commit.
      while ContinuousClock.now < end {}
      kill(process.processIdentifier, SIGKILL)
      text += String(decoding: output.fileHandleForReading.readDataToEndOfFile(), as: UTF8.self)
    }
    process.waitUntilExit()
    // What was cut off in the middle of a line was not told.
    return Array(text.split(separator: "\n", omittingEmptySubsequences: false).dropLast())
  }
}
