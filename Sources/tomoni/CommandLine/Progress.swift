import Foundation

/// How far something long has come, on standard error.
final class Progress {
  private let total: Int
  private let key: String
  private let delay: Duration
  private let isTerminal = isatty(STDERR_FILENO) == 1
  private let start = ContinuousClock.now
  private var shown = 0

  /// - Parameters:
  ///   - key: of the words for how much of how much is done.
  ///   - delay: how long something may take without a word.
  init(of total: Int, saying key: String = "cli.demoProgress", after delay: Duration = .zero) {
    self.total = total
    self.key = key
    self.delay = delay
  }

  /// Shows every hundredth; on a terminal in one line, with the time that is left.
  func show(_ done: Int) {
    guard (done * 100 / total) > (shown * 100 / total), ContinuousClock.now - start >= delay
    else { return }
    shown = done
    let count = Speech.text(key, String(done), String(total))
    guard isTerminal else {
      if done * 10 % total < 10 || done == total { StandardError.write([count]) }
      return
    }
    let passed = (ContinuousClock.now - start) / .seconds(1)
    let left = Int((passed / Double(done) * Double(total - done)).rounded(.up))
    let line = "\(count)  \(Speech.text("cli.demoRemaining", String(left)))"
    StandardError.replaceLine(line, isLast: done == total)
  }
}
