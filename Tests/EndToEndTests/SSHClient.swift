import Cells
import Foundation
import TestSupport

/// A volunteer's `ssh` with one key.
struct SSHClient: Sendable {
  var key: String
  var user: String
  var knownHosts: String
  var port: UInt16

  /// What every client of the family is told; sftp and scp call the port `-P`.
  private func options(_ portOption: String) -> [String] {
    [
      "-F", "none", "-i", key, portOption, String(port), "-o", "BatchMode=yes",
      "-o", "StrictHostKeyChecking=yes", "-o", "UserKnownHostsFile=\(knownHosts)",
      "-o", "IdentitiesOnly=yes", "-o", "IdentityAgent=none",
    ]
  }

  private var address: String { "\(user)@127.0.0.1" }

  /// Opens a session with a terminal.
  func session(
    _ extra: [String] = [], command: [String] = [], size: Size = Size(rows: 24, columns: 80),
    environment: [String: String] = [:]
  ) throws -> PseudoTerminal {
    try PseudoTerminal(
      running: "/usr/bin/ssh", ["-tt"] + options("-p") + extra + [address] + command,
      environment: environment, size: size)
  }

  /// Runs `ssh` without a terminal, to its end.
  func run(
    _ extra: [String] = [], command: [String] = [], input: String = "",
    environment: [String: String] = [:]
  ) throws -> ProgramRun {
    try start(extra, command: command, input: input, environment: environment).waitForEnd()
  }

  func start(
    _ extra: [String] = [], command: [String] = [], input: String = "",
    environment: [String: String] = [:]
  ) throws -> RunningProgram {
    try RunningProgram(
      "/usr/bin/ssh", options("-p") + extra + [address] + command, environment: environment,
      input: input)
  }

  /// Whether `program` (sftp or scp, with `extra` options) brings a file of the server here.
  func fetches(_ remote: String, with program: String, _ extra: [String] = []) throws -> Bool {
    let folder = try ScratchFolder()
    let target = folder.path("fetched")
    let arguments = options("-P") + extra + ["\(address):\(remote)", target]
    _ = try ProgramRun(program, arguments)
    return FileManager.default.fileExists(atPath: target)
  }

  /// Whether `program` (sftp or scp, with `extra` options) leaves a file of ours on the server.
  func brings(with program: String, _ extra: [String] = []) throws -> Bool {
    let folder = try ScratchFolder()
    let (own, theirs) = (folder.path("own"), "/tmp/tomoni-test-\(UUID().uuidString)")
    defer { unlink(theirs) }
    try Data("x".utf8).write(to: URL(filePath: own))
    let batch = folder.path("batch")
    try Data("put \(own) \(theirs)\n".utf8).write(to: URL(filePath: batch))
    let targets =
      program.hasSuffix("sftp") ? ["-b", batch, address] : [own, "\(address):\(theirs)"]
    _ = try ProgramRun(program, options("-P") + extra + targets)
    return FileManager.default.fileExists(atPath: theirs)
  }
}
