import Foundation
import TestSupport
import Testing

/// A machine of the tests' own, to be made a server: `/etc`, `/usr`, `/var`, `/run` and the homes are written to
/// in memory alone, and what is started on it ends with the value (`Tests/Package/machine`).
///
/// It has a real sshd with Debian's stock settings on a port of its own, and stand-ins for what the machines of
/// tests do not have: sudo, and a systemd that obeys.
final class ServerMachine {
  /// Only root can make one.
  static let isPossible = geteuid() == 0

  let port: UInt16
  private let running: RunningProgram
  private let process: Int32
  static let staff = "tanaka"
  /// Where the program lies before it is installed, with the libraries of the toolchain.
  static let built = "/usr/lib/tomoni-built/tomoni"

  init() throws {
    port = try Loopback.freePort()
    running = try RunningProgram(
      Self.top + "/Tests/Package/machine", ["/bin/sh", "-c", "echo ready; exec sleep infinity"])
    try running.wait(until: "the machine is there") { $0.output.contains("ready") }
    // unshare(1) waits for the first process on the machine.
    let children = "/proc/\(running.process)/task/\(running.process)/children"
    process = try #require(
      Int32(
        String(contentsOfFile: children, encoding: .utf8).trimmed.split(separator: " ").first ?? "")
    )
    try setUp()
  }

  deinit { running.signal(SIGKILL) }

  private static let top = URL(fileURLWithPath: #filePath).deletingLastPathComponent()
    .appending(path: "../..").standardizedFileURL.path

  /// Runs a command on it as root.
  func run(
    _ words: [String], environment: [String: String] = [:], input: String = ""
  ) throws -> ProgramRun {
    try ProgramRun(
      "/usr/bin/nsenter", ["--target", "\(process)", "--mount", "--pid", "--"] + words,
      environment: ["LANG": "en_US.UTF-8"].merging(environment) { $1 }, input: input)
  }

  /// What a line of a shell says, which must succeed.
  @discardableResult
  func shell(_ line: String) throws -> String {
    let run = try run(["/bin/bash", "-ceu", line])
    guard run.exit == .code(0) else { throw SystemProgram.Failure(command: [line], run: run) }
    return run.output
  }

  /// `tomoni server …` from where it was built.
  func server(_ words: String..., environment: [String: String] = [:]) throws -> ProgramRun {
    try run([Self.built, "server"] + words, environment: environment)
  }

  func install(_ words: String...) throws -> ProgramRun {
    try run(
      [
        Self.built, "server", "install", "--organisation", "Kita Support", "--coordinator",
        "Tanaka Megumi", "--account", Self.staff,
      ] + words)
  }

  /// The command that staff call, as one of them.
  func staff(_ words: [String], input: String = "") throws -> ProgramRun {
    try run(
      [
        "/usr/bin/setpriv", "--reuid", Self.staff, "--regid", Self.staff, "--init-groups",
        "--reset-env",
      ]
        + ["/usr/bin/env", "LANG=en_US.UTF-8", "tomoni"] + words, input: input)
  }

  /// How each act stands, by its name.
  func check() throws -> (states: [String: String], run: ProgramRun) {
    let run = try server("check", "--format", "json")
    let array = try JSONSerialization.jsonObject(with: Data(run.output.utf8)) as? [[String: Any]]
    let pairs = (array ?? []).compactMap { finding -> (String, String)? in
      guard let act = finding["act"] as? String, let state = finding["state"] as? String else {
        return nil
      }
      return (act, state)
    }
    return (Dictionary(uniqueKeysWithValues: pairs), run)
  }

  /// The names of all that was written to the machine, without what every change of an account leaves.
  func written() throws -> [String] {
    try shell("cd /mnt && find */upper -mindepth 1 -printf '%p %y %m %s\\n' | sort").split(
      separator: "\n"
    )
    .map(String.init)
  }

  private func setUp() throws {
    let built = BuiltProduct.path("tomoni")
    let libraries = try SystemProgram.run("/usr/bin/ldd", built).split(separator: "\n")
      .compactMap { line in line.split(separator: " ").first { $0.hasPrefix("/") } }
      .filter { !$0.hasPrefix("/lib") && !$0.hasPrefix("/usr/lib") }.joined(separator: " ")
    try shell(
      """
      mkdir /usr/lib/tomoni-built /usr/lib/tomoni
      install -m 0755 \(built) \(libraries) /usr/lib/tomoni-built
      for library in \(libraries); do ln /usr/lib/tomoni-built/$(basename $library) /usr/lib/tomoni/; done
      # The toolchain is not there: the libraries beside the program are.
      mount -t tmpfs tmpfs "$(dirname "$(dirname "$(dirname "$(echo \(libraries) | cut -d ' ' -f 1)")")")"
      useradd --create-home \(Self.staff)
      mkdir -p /run/systemd/system /run/enabled /etc/sudoers.d
      rm -f /etc/ssh/sshd_config.d/*
      printf 'Port \(port)\\nListenAddress 127.0.0.1\\n' > /etc/ssh/sshd_config.d/10-test.conf
      ssh-keygen -A
      /usr/sbin/sshd -E /run/sshd.log
      """)
    try write(
      "/usr/bin/sudo",
      """
      #!/bin/sh
      # sudo --user=tomoni -- PROGRAM ARGUMENTS
      shift 2
      [ "$1" = /usr/lib/tomoni/tomoni ] || exit 1
      SUDO_UID=$(id -u) exec /run/as-service --reuid tomoni --regid tomoni --clear-groups -- "$@"
      """)
    // What sudo is by the bit on its file.
    try shell("install -m 4755 /usr/bin/setpriv /run/as-service")
    try write(
      "/usr/sbin/visudo", "#!/bin/sh\nexec true\n")
    try write(
      "/usr/bin/systemctl",
      """
      #!/bin/sh
      echo "$*" >> /run/systemctl.log
      case "$*" in
      'reload-or-restart ssh') kill -HUP "$(cat /run/sshd.pid)" ;;
      'enable --now '*) touch "/run/enabled/$3" ;;
      'disable --now '*) rm -f "/run/enabled/$3" ;;
      'is-enabled --quiet '*) test -e "/run/enabled/$3" ;;
      esac
      """)
  }

  func write(_ path: String, _ text: String, mode: String = "0755") throws {
    let folder = try ScratchFolder()
    try folder.write(text, to: "file")
    try shell("install -D -m \(mode) '\(folder.path("file"))' '\(path)'")
  }
}
