import Foundation
import TestSupport
import Testing

/// What the tests over SSH share.
///
/// The program in a folder of root's, the two unix users, a store with volunteers and their keys, a
/// server set up as `Resources/Deploy` says, and another one that is open on purpose.
final class SSHWorld: @unchecked Sendable {
  @TaskLocal static var shared: SSHWorld?

  let folder: String
  let user: String
  let keysUser: String
  let keys: ScratchFolder
  private(set) var server: SSHServer?
  private(set) var control: SSHServer?
  /// The volunteers by their given names, each with the case they are assigned to.
  var volunteers: [KnownVolunteer] = []
  private var madeSeparationFolder = false

  var program: String { folder + "/tomoni" }
  var store: String { folder + "/data/tomoni.db" }
  var knownHosts: String { keys.path("known_hosts") }

  init() throws {
    guard geteuid() == 0 else { throw NotRoot() }
    // Not the process's own: another run may have it too, in a container beside this one.
    let number = UInt32.random(in: 100_000...999_999_999)
    folder = "/opt/tomoni-test-\(number)"
    user = "tomonitest\(number)"
    keysUser = "tomonikeys\(number)"
    keys = try ScratchFolder()
  }

  /// Why nothing of this can be tested.
  struct NotRoot: Error, CustomStringConvertible {
    var description: String {
      "the tests over SSH make two unix users and start sshd: run them as root"
    }
  }

  func setUp() throws {
    try makeUsers()
    try installProgram()
    try SystemProgram.run(
      "/usr/bin/install", "-d", "-o", user, "-g", keysUser, "-m", "2710", folder + "/data")
    try fillStore()
    try startServers()
  }

  /// Takes everything away again, as far as it is there.
  func tearDown() {
    server?.stop()
    control?.stop()
    for process in RunningSession.all(of: program) { process.kill() }
    for name in [user, keysUser] { _ = try? ProgramRun("/usr/sbin/userdel", [name]) }
    try? FileManager.default.removeItem(atPath: folder)
    if madeSeparationFolder { rmdir("/run/sshd") }
  }

  // MARK: Setting up

  private func makeUsers() throws {
    let common = ["--system", "--user-group", "--no-create-home", "--home-dir", folder]
    for (name, rest) in [
      (keysUser, ["--shell", "/usr/sbin/nologin"]),
      (user, ["--shell", "/bin/sh", "--password", "*"]),
    ] {
      let run = try ProgramRun("/usr/sbin/useradd", common + rest + [name])
      guard run.exit == .code(0) else {
        throw SystemProgram.Failure(command: ["useradd", name], run: run)
      }
    }
  }

  /// The program, and beside it the libraries of the toolchain, which not every user may read.
  private func installProgram() throws {
    let files = FileManager.default
    try files.createDirectory(
      atPath: folder, withIntermediateDirectories: false, attributes: [.posixPermissions: 0o755])
    let built = BuiltProduct.path("tomoni")
    let libraries = try SystemProgram.run("/usr/bin/ldd", built).split(separator: "\n")
      .compactMap { line in line.split(separator: " ").first { $0.hasPrefix("/") } }
      .filter { !$0.hasPrefix("/lib") && !$0.hasPrefix("/usr/lib") }
    for source in [built] + libraries.map(String.init) {
      let name = URL(fileURLWithPath: source).lastPathComponent
      try SystemProgram.run("/usr/bin/install", "-m", "0755", source, "\(folder)/\(name)")
    }
  }

  private func startServers() throws {
    if !FileManager.default.fileExists(atPath: "/run/sshd") {
      madeSeparationFolder = mkdir("/run/sshd", 0o755) == 0
    }
    let hostKey = folder + "/host_key"
    try SystemProgram.run("/usr/bin/ssh-keygen", "-q", "-t", "ed25519", "-N", "", "-f", hostKey)
    let dropIn = folder + "/50-tomoni.conf"
    try Data(deployedSettings().utf8).write(to: URL(fileURLWithPath: dropIn))
    // What Debian's own configuration says after its drop-ins.
    let debian = """
      UsePAM no
      AcceptEnv LANG LC_*
      Subsystem sftp /usr/lib/openssh/sftp-server
      """
    server = try SSHServer(
      folder: folder, hostKey: hostKey, settings: "Include \(dropIn)\n\(debian)")
    let authorized = folder + "/authorized_keys"
    let publicKeys = try volunteers.map { try keys.text(of: $0.name + ".pub") }.joined()
    try Data(publicKeys.utf8).write(to: URL(fileURLWithPath: authorized))
    control = try SSHServer(
      folder: folder, hostKey: hostKey, settings: "AuthorizedKeysFile \(authorized)\n\(debian)")
    let host = try String(contentsOfFile: hostKey + ".pub", encoding: .utf8)
    let hosts = [server, control].compactMap { $0 }.map { "[127.0.0.1]:\($0.port) \(host)" }
    try keys.write(hosts.joined(), to: "known_hosts")
  }

  /// The drop-in that is shipped, with this world's paths and users.
  private func deployedSettings() throws -> String {
    let path = URL(fileURLWithPath: #filePath).deletingLastPathComponent()
      .appending(path: "../../Resources/Deploy/Machine/50-tomoni.conf")
    return try String(contentsOf: path, encoding: .utf8)
      .replacingOccurrences(of: "/usr/lib/tomoni", with: folder)
      .replacingOccurrences(of: "/var/lib/tomoni", with: folder + "/data")
      .replacingOccurrences(of: "User tomonikeys", with: "User \(keysUser)")
      .replacingOccurrences(of: "Match User tomoni", with: "Match User \(user)")
  }
}
