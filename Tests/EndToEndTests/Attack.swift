import Foundation
import TestSupport

/// What somebody with a valid key may try instead of the desk.
enum Attack: String, CaseIterable, Sendable {
  case command, commandInTerminal, injectedCommand, shellWithoutTerminal
  case commandOnItsOwnLine, chainedCommand, pipedCommand, substitutedCommand, replacedShell
  case shellOfInput, interpretedCommand, commandWithEnvironment, secondCommand
  case sftp, scp, oldScp, sftpUpload, scpUpload, oldScpUpload
  case stdioForwarding, localForwarding, remoteForwarding, dynamicForwarding, socketForwarding
  case remoteDynamicForwarding, forwardingToAll

  /// Whether it gets them anywhere.
  func succeeds(with client: SSHClient) throws -> Bool {
    switch self {
    case .command: return try prints("id", client)
    case .commandInTerminal:
      let terminal = try client.session(command: ["id"])
      _ = try terminal.waitForExit(within: .seconds(30))
      return terminal.screen.contains("uid=")
    case .injectedCommand:
      return try prints("true; id; # $(id) `id`", client)
    case .commandOnItsOwnLine: return try prints("true\nid", client)
    case .chainedCommand: return try prints("true && id", client)
    case .pipedCommand: return try prints("echo id | sh", client)
    case .substitutedCommand: return try prints("echo \"$(id)\"", client)
    case .replacedShell: return try prints("exec id", client)
    case .shellOfInput: return try prints("/bin/sh", client, input: "id\n")
    case .interpretedCommand: return try prints("perl -e 'exec \"id\"'", client)
    case .commandWithEnvironment: return try prints("env -i PATH=/usr/bin:/bin id", client)
    case .secondCommand: return try isTakenAlong(client)
    case .shellWithoutTerminal: return try client.run(["-T"], input: "id\n").output.contains("uid=")
    case .sftp: return try client.fetches("/etc/passwd", with: "/usr/bin/sftp")
    case .scp: return try client.fetches("/etc/passwd", with: "/usr/bin/scp")
    case .oldScp: return try client.fetches("/etc/passwd", with: "/usr/bin/scp", ["-O"])
    case .sftpUpload: return try client.brings(with: "/usr/bin/sftp")
    case .scpUpload: return try client.brings(with: "/usr/bin/scp")
    case .oldScpUpload: return try client.brings(with: "/usr/bin/scp", ["-O"])
    case .stdioForwarding:
      return try client.run(["-W", "127.0.0.1:\(client.port)"]).output.contains("SSH-2.0")
    case .localForwarding:
      return try reaches("-L", { "\($0):127.0.0.1:\(client.port)" }, client)
    case .dynamicForwarding:
      // SOCKS 4: connect to the port at 127.0.0.1, for nobody.
      let (high, low) = (UInt8(client.port >> 8), UInt8(client.port & 0xFF))
      return try reaches("-D", { "\($0)" }, client, request: [4, 1, high, low, 127, 0, 0, 1, 0])
    case .remoteForwarding: return try isForwarded(["-R", "0:127.0.0.1:\(client.port)"], client)
    case .remoteDynamicForwarding: return try isForwarded(["-R", "0"], client)
    case .forwardingToAll:
      return try isForwarded(["-R", "0.0.0.0:0:127.0.0.1:\(client.port)"], client)
    case .socketForwarding:
      let socket = "/tmp/tomoni-test-\(UUID().uuidString)"
      defer { unlink(socket) }
      return try isForwarded(["-R", "\(socket):127.0.0.1:\(client.port)"], client) {
        FileManager.default.fileExists(atPath: socket)
      }
    }
  }

  /// Whether `id` answers where a command leads to it.
  private func prints(_ command: String, _ client: SSHClient, input: String = "") throws -> Bool {
    try client.run(command: [command], input: input).output.contains("uid=")
  }

  /// Whether a command comes in over a connection that is open for the desk.
  private func isTakenAlong(_ client: SSHClient) throws -> Bool {
    let folder = try ScratchFolder()
    let shared = ["-o", "ControlPath=\(folder.path("s"))"]
    let first = try client.start(["-N", "-o", "ControlMaster=yes"] + shared)
    try first.wait(until: "the connection is open", within: .seconds(20)) { first in
      FileManager.default.fileExists(atPath: folder.path("s")) || first.hasEnded
    }
    return try client.run(["-o", "ControlMaster=no"] + shared, command: ["id"]).output
      .contains("uid=")
  }

  /// Whether the server is reached through a port that the client opens for it.
  private func reaches(
    _ option: String, _ forwarding: (UInt16) -> String, _ client: SSHClient, request: [UInt8] = []
  ) throws -> Bool {
    let port = try Loopback.freePort()
    let ssh = try client.start(["-N", option, forwarding(port)])
    var answer: String?
    try ssh.wait(until: "port \(port) answers", within: .seconds(20)) { ssh in
      answer = Loopback.answer(from: port, to: request)
      return answer != nil || ssh.hasEnded
    }
    return answer?.contains("SSH-2.0") == true
  }

  /// Whether the server listens for the client.
  private func isForwarded(
    _ options: [String], _ client: SSHClient, isThere: () -> Bool = { false }
  ) throws -> Bool {
    let ssh = try client.start(["-N", "-o", "ExitOnForwardFailure=yes"] + options)
    var isForwarded = false
    try ssh.wait(until: "the server answers", within: .seconds(20)) { ssh in
      isForwarded = ssh.errors.contains("Allocated port") || isThere()
      return isForwarded || ssh.hasEnded
    }
    return isForwarded
  }
}
