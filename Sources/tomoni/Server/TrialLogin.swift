import CaseStore
import Foundation
import Labels

/// Goes through the door as a volunteer does, with a key that is nobody's.
///
/// sshd lets the key in because it stands in the copy of the keys for so long; the session finds nobody in the
/// store whose it is, and says so. So sshd, its lookup of keys, the program and the store are tried, and
/// nothing of it stays but the refusal in the journal.
struct TrialLogin {
  private let folder: PassingFolder
  private let settings: SSHSettings
  private var key: String { "\(folder.path)/key" }
  private var stranger: String { "\(folder.path)/stranger" }
  private var hosts: String { "\(folder.path)/hosts" }

  init() throws {
    folder = try PassingFolder()
    settings = try SSHSettings.effective()
    for name in ["key", "stranger"] {
      let path = folder.file(name)
      _ = folder.file(name + ".pub")
      try ChildProgram.keygen.run(["-q", "-t", "ed25519", "-N", "", "-C", "", "-f", path])
    }
    let name =
      settings.port == 22 ? settings.loopback : "[\(settings.loopback)]:\(settings.port)"
    let lines = ServerAddress.hostKeys.map { "\(name) \($0.type) \($0.key)\n" }
    try SystemFile.write(Array(lines.joined().utf8), to: folder.file("hosts"), mode: 0o600)
  }

  /// How long sshd may take to read its settings anew.
  private static let patience = Duration.seconds(10)
  private static let pause: Int32 = 200

  func standing() throws -> Standing {
    guard let key = SystemFile.text(key + ".pub").flatMap({ SSHKey($0) }) else {
      return .refused("server.loginFailed", "")
    }
    let words = ["server", "trial-key", "\(key.type) \(key.blob)", "--store", ServerPlace.store]
    try ServerPlan.asService(words).perform()
    defer { try? ServerPlan.asService(words + ["--remove"]).perform() }
    let deadline = ContinuousClock.now + Self.patience
    var answer = try login(self.key)
    while !Self.isRefusedByStore(answer), !Self.hasRun(answer), .now < deadline {
      poll(nil, 0, Self.pause)
      answer = try login(self.key)
    }
    if Self.hasRun(answer) { return .refused("server.loginOpen", Self.lastLine(answer.all)) }
    guard Self.isRefusedByStore(answer) else {
      return .refused("server.loginFailed", Self.lastLine(answer.all))
    }
    let other = try login(stranger)
    guard other.status == 255, other.complaint.contains("Permission denied") else {
      return .refused("server.loginOpen", Self.lastLine(other.all))
    }
    return .held("server.loginWorks", "\(settings.loopback):\(settings.port)")
  }

  /// Asks for a command, as somebody would who wants a shell.
  private func login(_ key: String) throws -> ChildProgram.Answer {
    try ChildProgram.ssh.ask([
      "-F", "none", "-T", "-i", key, "-p", String(settings.port), "-o", "BatchMode=yes",
      "-o", "StrictHostKeyChecking=yes", "-o", "UserKnownHostsFile=\(hosts)",
      "-o", "GlobalKnownHostsFile=none", "-o", "IdentitiesOnly=yes", "-o", "IdentityAgent=none",
      "-o", "ConnectTimeout=10", "\(ServerPlace.account)@\(settings.loopback)", "id",
    ])
  }

  /// Whether the session ran, asked the store and let nobody in, and the command did not run.
  private static func isRefusedByStore(_ answer: ChildProgram.Answer) -> Bool {
    answer.status == ExitStatus.notPermitted.rawValue && !hasRun(answer)
      && LabelLanguage.allCases.contains {
        answer.all.contains(Words($0)("cli.session.keyUnknown"))
      }
  }

  /// Whether the command that was asked for ran.
  private static func hasRun(_ answer: ChildProgram.Answer) -> Bool { answer.all.contains("uid=") }

  private static func lastLine(_ text: String) -> String {
    text.split(separator: "\n").last.map(String.init) ?? ""
  }
}
