import Foundation

/// A process of the program that serves a session.
struct RunningSession: Hashable, Sendable {
  let process: pid_t

  /// All that run the program at `path`.
  static func all(of path: String) -> [RunningSession] {
    let entries = (try? FileManager.default.contentsOfDirectory(atPath: "/proc")) ?? []
    return entries.compactMap { pid_t($0) }.map(RunningSession.init(process:)).filter {
      $0.program == path && $0.arguments.contains("session")
    }
  }

  /// Waits until none is left; false where some stay longer than a hang-up may take.
  static func areGone(_ path: String, within limit: Duration = .seconds(5)) -> Bool {
    let deadline = ContinuousClock.now + limit
    while !all(of: path).isEmpty {
      guard ContinuousClock.now < deadline else { return false }
      poll(nil, 0, 10)
    }
    return true
  }

  private var program: String? {
    try? FileManager.default.destinationOfSymbolicLink(atPath: "/proc/\(process)/exe")
  }

  private var arguments: [String] { entries(of: "cmdline") }

  /// What it is called, such as `sshd`.
  var name: String? { status("Name") }

  /// The process that started it, the one that started that, and so on, short of the first.
  var ancestors: [RunningSession] {
    guard let parent = status("PPid").flatMap({ pid_t($0) }), parent > 1 else { return [] }
    let process = RunningSession(process: parent)
    return [process] + process.ancestors
  }

  /// The names of the variables it was started with.
  var environmentNames: Set<String> {
    Set(entries(of: "environ").map { String($0.prefix { $0 != "=" }) })
  }

  /// A line of its status, such as `Seccomp`.
  func status(_ name: String) -> String? {
    guard let text = try? String(contentsOfFile: "/proc/\(process)/status", encoding: .utf8) else {
      return nil
    }
    return text.split(separator: "\n").first { $0.hasPrefix("\(name):") }?
      .split(separator: "\t").last.map(String.init)
  }

  /// The files it has mapped, by their last names.
  var mappedFiles: Set<String> {
    // The file says that it is empty, and gives a page at a time.
    let data = try? FileHandle(forReadingAtPath: "/proc/\(process)/maps")?.readToEnd()
    return Set(
      String(decoding: data ?? Data(), as: UTF8.self).split(separator: "\n").compactMap { line in
        line.split(separator: "/").last.map(String.init)
      })
  }

  func kill() { signal(SIGKILL) }

  func signal(_ number: Int32) { Foundation.kill(process, number) }

  private func entries(of file: String) -> [String] {
    let data = FileManager.default.contents(atPath: "/proc/\(process)/\(file)") ?? Data()
    return data.split(separator: 0).map { String(decoding: $0, as: UTF8.self) }
  }
}
