import Cells
import Foundation
import TestSupport

/// A program in a window of tmux, on a server of the test's own that nobody configured.
final class Tmux {
  private let socket = "tomoni-\(UUID().uuidString)"
  private let session = "desk"

  init(_ command: [String], size: Size, environment: [String: String]) throws {
    let settings = environment.flatMap { ["-e", "\($0)=\($1)"] }
    try run(
      ["new-session", "-d", "-s", session, "-x", "\(size.columns)", "-y", "\(size.rows)"] + settings
        + command)
  }

  // The server goes with its only session.
  deinit { _ = try? run(["kill-session", "-t", session]) }

  @discardableResult
  private func run(_ words: [String]) throws -> String {
    let program = "/usr/bin/tmux"
    let arguments = ["-L", socket, "-f", "/dev/null", "-u"] + words
    let run = try ProgramRun(program, arguments, within: .seconds(10))
    guard run.exit == .code(0) else {
      throw SystemProgram.Failure(command: [program] + arguments, run: run)
    }
    return run.output
  }

  func type(_ text: String) throws { try run(["send-keys", "-t", session, "-l", text]) }

  /// Presses a key by tmux's name for it, such as `Tab` or `C-s`.
  func press(_ key: String) throws { try run(["send-keys", "-t", session, key]) }

  func resize(to size: Size) throws {
    try run(["resize-window", "-t", session, "-x", "\(size.columns)", "-y", "\(size.rows)"])
  }

  /// What the window shows, row by row.
  var rows: [String] {
    get throws { try run(["capture-pane", "-p", "-t", session]).components(separatedBy: "\n") }
  }

  var cursor: Position {
    get throws {
      let answer = try run(["display-message", "-p", "-t", session, "#{cursor_y} #{cursor_x}"])
      let numbers = answer.split(whereSeparator: \.isWhitespace).compactMap { Int($0) }
      return Position(row: numbers.first ?? -1, column: numbers.last ?? -1)
    }
  }

  var isRunning: Bool { (try? run(["has-session", "-t", session])) != nil }

  /// Waits until something holds.
  func wait(
    until description: String, within limit: Duration = .seconds(10), _ condition: () throws -> Bool
  ) throws {
    let deadline = ContinuousClock.now + limit
    while try !condition() {
      guard ContinuousClock.now < deadline else {
        throw Timeout(waitedFor: description, screen: (try? rows.joined(separator: "\n")) ?? "")
      }
      poll(nil, 0, 20)
    }
  }

  func wait(for text: String) throws {
    try wait(until: "the window shows \(text)") { try rows.contains { $0.contains(text) } }
  }
}
