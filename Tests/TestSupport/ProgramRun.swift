import CVTerm
import Foundation
import Glibc

/// A run of a program without a terminal, from its start to its end.
package struct ProgramRun: Hashable, Sendable {
  package var output: String
  package var errors: String
  package var exit: PseudoTerminal.Exit

  package init(output: String = "", errors: String = "", exit: PseudoTerminal.Exit = .code(0)) {
    self.output = output
    self.errors = errors
    self.exit = exit
  }

  /// Starts a program, and waits until it has ended.
  /// - Parameters:
  ///   - environment: Added to PATH and LANG, which are all it has otherwise.
  ///   - input: What it reads; by default nothing.
  /// - Throws: `StartFailure`, or `Timeout` where it does not end; it is killed then.
  package init(
    _ path: String, _ arguments: [String] = [], environment: [String: String] = [:],
    input: String = "", within limit: Duration = .seconds(120)
  ) throws {
    let running = try RunningProgram(path, arguments, environment: environment, input: input)
    self = try running.waitForEnd(within: limit)
  }

  /// The lines of the output.
  package var lines: [String] { output.split(whereSeparator: \.isNewline).map(String.init) }
}

/// A program without a terminal that is running; killed when the value goes.
package final class RunningProgram {
  package let process: Int32
  private let path: String
  private let watch: Int32
  private let files: [FileHandle]
  private var exit: PseudoTerminal.Exit?

  package init(
    _ path: String, _ arguments: [String] = [], environment: [String: String] = [:],
    input: String = ""
  ) throws {
    self.path = path
    let folder = try ScratchFolder()
    files = try ["in", "out", "err"].map { name in
      try folder.write(name == "in" ? input : "", to: name)
      return try FileHandle(forUpdating: URL(fileURLWithPath: folder.path(name)))
    }
    var actions = posix_spawn_file_actions_t()
    posix_spawn_file_actions_init(&actions)
    defer { posix_spawn_file_actions_destroy(&actions) }
    for (number, file) in files.enumerated() {
      posix_spawn_file_actions_adddup2(&actions, file.fileDescriptor, Int32(number))
    }
    var attributes = posix_spawnattr_t()
    posix_spawnattr_init(&attributes)
    defer { posix_spawnattr_destroy(&attributes) }
    var all = sigset_t()
    sigfillset(&all)
    posix_spawnattr_setsigdefault(&attributes, &all)
    // The mask of a thread of Swift's keeps signals back that the program waits for.
    var none = sigset_t()
    sigemptyset(&none)
    posix_spawnattr_setsigmask(&attributes, &none)
    posix_spawnattr_setflags(
      &attributes, Int16(POSIX_SPAWN_SETSIGDEF | POSIX_SPAWN_SETSIGMASK))
    var variables = ["PATH": "/usr/sbin:/usr/bin:/sbin:/bin", "LANG": "C.UTF-8"]
    variables.merge(environment) { $1 }
    var words = ([path] + arguments).map { strdup($0) } + [nil]
    var settings = variables.map { strdup("\($0)=\($1)") } + [nil]
    defer { for text in words + settings { free(text) } }
    var process: pid_t = 0
    guard posix_spawn(&process, path, &actions, &attributes, &words, &settings) == 0 else {
      throw StartFailure(path: path)
    }
    self.process = process
    watch = cvterm_watch_process(process)
  }

  deinit {
    if exit == nil {
      kill(process, SIGKILL)
      waitpid(process, nil, 0)
    }
    close(watch)
  }

  /// What it wrote so far on standard output.
  package var output: String { text(1) }
  /// What it wrote so far on standard error.
  package var errors: String { text(2) }

  package var hasEnded: Bool {
    if exit != nil { return true }
    var status: Int32 = 0
    guard waitpid(process, &status, WNOHANG) == process else { return false }
    let signal = status & 0x7F
    exit = signal == 0 ? .code(status >> 8 & 0xFF) : .signal(signal)
    return true
  }

  package func signal(_ number: Int32) { kill(process, number) }

  /// Waits until it has ended.
  package func waitForEnd(within limit: Duration = .seconds(120)) throws -> ProgramRun {
    try wait(until: "the program has ended", within: limit) { $0.hasEnded }
    return ProgramRun(output: output, errors: errors, exit: exit ?? .code(-1))
  }

  /// Waits until something holds; looks again when the program ends, and every few milliseconds.
  package func wait(
    until description: String, within limit: Duration = .seconds(10),
    _ condition: (RunningProgram) throws -> Bool
  ) throws {
    let deadline = ContinuousClock.now + limit
    while try !condition(self) {
      guard ContinuousClock.now < deadline else {
        throw Timeout(
          waitedFor: "\(description) (\(path))", exit: exit, screen: output + "\n" + errors)
      }
      var file = pollfd(fd: hasEnded ? -1 : watch, events: Int16(POLLIN), revents: 0)
      poll(&file, 1, 10)
    }
  }

  private func text(_ number: Int) -> String {
    let data = try? FileHandle(
      forReadingFrom: URL(fileURLWithPath: "/proc/self/fd/\(files[number].fileDescriptor)")
    )
    .readToEnd()
    return String(decoding: data ?? Data(), as: UTF8.self)
  }
}
