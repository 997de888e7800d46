import CVTerm
import Cells
import Foundation

/// A program in a pseudo terminal, timed from a key to the last byte of its answer.
///
/// Nothing looks at what it paints: an emulator would take time of the same machine.
final class TimedProgram {
  /// What a program sent after a key.
  struct Answer {
    /// From the key to the last byte.
    var time: Duration
    var bytes: Int
  }

  let process: pid_t
  private let started: ContinuousClock.Instant
  private var master: Int32 = -1
  private var slave: Int32 = -1
  private var buffer = [UInt8](repeating: 0, count: 1 << 18)

  init(
    _ path: String, _ arguments: [String], environment: [String: String] = [:], size: Size
  ) throws {
    var variables = [
      "PATH": "/usr/bin:/bin", "LANG": "ja_JP.UTF-8", "TERM": "xterm-256color",
      "HOME": NSTemporaryDirectory(),
    ]
    variables.merge(environment) { $1 }
    var words = ([path] + arguments).map { strdup($0) } + [UnsafeMutablePointer<CChar>?.none]
    var settings = variables.map { strdup("\($0)=\($1)") } + [nil]
    defer { for text in words + settings { free(text) } }
    started = .now
    process = cvterm_start(
      path, &words, &settings, Int32(size.rows), Int32(size.columns), &master, &slave)
    guard process > 0 else { throw CannotStart(path: path) }
  }

  struct CannotStart: Error { let path: String }

  private var isGone = false

  /// Whether it has ended by itself.
  var hasEnded: Bool {
    if !isGone, waitpid(process, nil, WNOHANG) == process { isGone = true }
    return isGone
  }

  deinit {
    if !hasEnded {
      kill(process, SIGKILL)
      waitpid(process, nil, 0)
    }
    close(master)
    close(slave)
  }

  /// What is sent from its start on until it has been quiet so long; nil where nothing came.
  func settle(within limit: Duration = .seconds(60), quiet: Duration) -> Answer? {
    answer(since: started, within: limit, quiet: quiet)
  }

  /// Sends a key; nil where nothing came of it in time.
  func press(_ key: String, within limit: Duration = .seconds(5), quiet: Duration) -> Answer? {
    let start = ContinuousClock.now
    send(key)
    return answer(since: start, within: limit, quiet: quiet)
  }

  /// What is sent without a key, such as the record beside the list.
  func more(
    since start: ContinuousClock.Instant, within limit: Duration, quiet: Duration
  ) -> Answer? {
    answer(since: start, within: limit, quiet: quiet)
  }

  func send(_ key: String) {
    var rest = Array(key.utf8)[...]
    while !rest.isEmpty, !hasEnded {
      let written = rest.withUnsafeBytes { write(master, $0.baseAddress, $0.count) }
      if written > 0 { rest = rest.dropFirst(written) } else { _ = read(within: .milliseconds(5)) }
    }
  }

  private func answer(
    since start: ContinuousClock.Instant, within limit: Duration, quiet: Duration
  ) -> Answer? {
    var found: Answer?
    while true {
      let count = read(within: found == nil ? limit : quiet)
      guard count > 0 else { return found }
      found = Answer(time: .now - start, bytes: (found?.bytes ?? 0) + count)
    }
  }

  /// How many bytes came; 0 where none did in time, or the program ended.
  func read(within limit: Duration) -> Int {
    var file = pollfd(fd: master, events: Int16(POLLIN), revents: 0)
    let milliseconds = Int32((limit / .milliseconds(1)).rounded(.up))
    guard poll(&file, 1, milliseconds) > 0 else { return 0 }
    return max(0, Foundation.read(master, &buffer, buffer.count))
  }

  /// The file to wait at for several programs together.
  var file: Int32 { master }

  /// A figure of its memory, in KiB: `Rss`, `Pss`, `Private_Dirty` and so on.
  func memory(_ names: String...) -> Int {
    let path = "/proc/\(process)/smaps_rollup"
    let text = (try? String(contentsOfFile: path, encoding: .utf8)) ?? ""
    return text.split(separator: "\n").reduce(0) { sum, line in
      let words = line.split(whereSeparator: { $0 == " " || $0 == ":" })
      guard words.count > 1, names.contains(String(words[0])) else { return sum }
      return sum + (Int(words[1]) ?? 0)
    }
  }

  /// The time it has been on a processor.
  var processorTime: Duration {
    var clock = clockid_t()
    var time = timespec()
    guard clock_getcpuclockid(process, &clock) == 0, clock_gettime(clock, &time) == 0 else {
      return .zero
    }
    return .seconds(time.tv_sec) + .nanoseconds(time.tv_nsec)
  }
}
