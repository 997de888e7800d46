import Foundation
import TestSupport

/// An OpenSSH server of the tests' own on a loopback port.
final class SSHServer: Sendable {
  let port: UInt16
  private let running: Running

  /// Runs a program that goes with the tests, whatever ends them.
  ///
  /// The system's own signal for the death of a parent means the thread that started the program,
  /// and threads of a pool come and go.
  private static let guarding = """
    parent=$1; shift
    "$@" & server=$!
    tail --pid=$parent -f /dev/null & life=$!
    trap 'kill $server $life; wait $server; exit' TERM
    wait -n $server $life
    kill $server $life 2> /dev/null
    """

  /// The tests ask for its log one after the other.
  private struct Running: @unchecked Sendable { let program: RunningProgram }

  /// - Parameters:
  ///   - folder: root's own; gets the configuration.
  ///   - settings: what the configuration says beside the address.
  init(folder: String, hostKey: String, settings: String) throws {
    port = try Loopback.freePort()
    let path = "\(folder)/sshd_config-\(port)"
    let configuration = """
      \(settings)
      Port \(port)
      ListenAddress 127.0.0.1
      HostKey \(hostKey)
      PidFile none
      LogLevel VERBOSE

      """
    try Data(configuration.utf8).write(to: URL(fileURLWithPath: path))
    try SystemProgram.run("/usr/sbin/sshd", "-t", "-f", path)
    let program = try RunningProgram(
      "/bin/bash",
      ["-c", Self.guarding, "bash", "\(getpid())", "/usr/sbin/sshd", "-D", "-e", "-f", path])
    running = Running(program: program)
    try program.wait(until: "sshd listens") { $0.errors.contains("Server listening on") }
  }

  /// What it said so far.
  var log: String { running.program.errors }

  func stop() {
    running.program.signal(SIGTERM)
    _ = try? running.program.waitForEnd(within: .seconds(10))
  }
}
