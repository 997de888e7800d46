package import Cells
import Foundation

extension PseudoTerminal {
  /// Waits until the program has done all it was asked for: it has read everything that was typed,
  /// sleeps, and says nothing more.
  package func waitUntilIdle(within limit: Duration = .seconds(10)) throws {
    try wait(until: "the program is idle", within: limit) {
      guard $0.isWaiting else { return false }
      let before = $0.output.count
      // The kernel hands over what was written a moment later.
      $0.listen(for: .milliseconds(20))
      return $0.output.count == before && $0.isWaiting
    }
  }

  private var isWaiting: Bool { hasReadEverything && kernelState == "S" }

  /// What the kernel says the program does: `S` for one that waits for something to happen.
  private var kernelState: Substring? {
    let status = try? String(contentsOfFile: "/proc/\(process)/stat", encoding: .utf8)
    // The name before it stands in brackets and may hold anything.
    return status?.split(separator: ")").last?.split(separator: " ").first
  }

  /// How many bytes the program sends for something, from one idle moment to the next.
  package func bytes(sentFor action: (PseudoTerminal) throws -> Void) throws -> Int {
    try waitUntilIdle()
    let before = output.count
    try action(self)
    try waitUntilIdle()
    return output.count - before
  }

  /// How often the program writes anything for something, from one idle moment to the next.
  package func writes(madeFor action: (PseudoTerminal) throws -> Void) throws -> Int {
    try waitUntilIdle()
    let before = try writes()
    try action(self)
    try waitUntilIdle()
    return try writes() - before
  }

  private func writes() throws -> Int {
    let counts = try String(contentsOfFile: "/proc/\(process)/io", encoding: .utf8)
    let line = counts.split(separator: "\n").first { $0.hasPrefix("syscw: ") }
    return line.flatMap { Int($0.dropFirst("syscw: ".count)) } ?? .max
  }

  /// Waits until a program has ended that nobody listens to any more.
  package func waitForExitUnheard(within limit: Duration) throws -> Bool {
    let deadline = ContinuousClock.now + limit
    while !hasEnded {
      guard ContinuousClock.now < deadline else { return false }
      poll(nil, 0, 5)
    }
    return true
  }

  /// Presses a key that makes the program write, until it waits for somebody to read.
  package func fillUntilStuck(with key: Key, within limit: Duration = .seconds(10)) throws {
    let deadline = ContinuousClock.now + limit
    var looks = 0
    while looks < 10 {
      guard ContinuousClock.now < deadline else {
        throw Timeout(waitedFor: "the terminal is full", screen: screen)
      }
      if hasReadEverything { press(key) }
      poll(nil, 0, 10)
      looks = kernelState == "S" && !hasReadEverything ? looks + 1 : 0
    }
  }
}
