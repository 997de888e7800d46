import Foundation

/// The settings of sshd, and a login that tries them.
extension ServerPlan {
  var door: ServerAct {
    let path = ServerPlace.settings
    return ServerAct(
      name: .door,
      look: {
        guard let now = SystemFile.text(path) else { return .open("server.missing", path) }
        guard now.contains(Self.mark) else { return .refused("server.fileForeign", path) }
        guard now == DoorSettings.wanted(keepingLimitsOf: now) else {
          return .open("server.fileOther", path)
        }
        let differences = try DoorSettings.differences(from: now)
        return differences.isEmpty
          ? .held("server.doorThere", path)
          : .refused("server.doorDiffers", differences.joined(separator: "; "))
      },
      steps: {
        let before = SystemFile.text(path)
        let text = DoorSettings.wanted(keepingLimitsOf: before ?? "")
        let compare = ServerStep(
          text: "\(ChildProgram.sshd.rawValue) -t; \(ChildProgram.sshd.rawValue) -T -C user=tomoni"
        ) {
          do {
            try ChildProgram.sshd.run(["-t"])
            let differences = try DoorSettings.differences(from: text)
            guard differences.isEmpty else {
              throw Failure(
                .configuration, "server.doorDiffers", differences.joined(separator: "; "))
            }
          } catch {
            // As it was: sshd never reads what was found wanting.
            if let before {
              try SystemFile.write(Array(before.utf8), to: path, mode: 0o644)
            } else {
              try SystemFile.remove(path)
            }
            throw error
          }
        }
        return [.file(path, text, mode: 0o644), compare, RunningSSHD.reload]
      },
      removal: {
        let removal = ServerStep.removal(of: [path], with: Self.mark)
        return removal.isEmpty ? [] : removal + [.run(.sshd, ["-t"]), RunningSSHD.reload]
      })
  }

  /// By which a file is known to be of this program.
  private static let mark = "Match User \(ServerPlace.account)\n"

  var login: ServerAct {
    ServerAct(
      name: .login,
      look: {
        let needed = [ServerPlace.program, ServerPlace.store, ServerPlace.settings]
        guard Account(ServerPlace.account) != nil,
          needed.allSatisfy({ SystemFile.State($0) != nil })
        else { return .open("server.loginLater") }
        guard RunningSSHD.isThere else { return .refused("server.sshdNotRunning") }
        return try TrialLogin().standing()
      }, isTrial: true)
  }
}

/// The settings that are shipped, with the limits of sessions that somebody wrote into them.
enum DoorSettings {
  static let shipped = ServerPlace.text("50-tomoni.conf")

  /// `--blank-after 120 --end-after 900`, before the key's type.
  private static func limits(in text: String) -> String? {
    text.firstMatch(of: /AuthorizedKeysCommand .*tomoni\.db((?: --[a-z-]+ [0-9]+)*) %t %k/)
      .map { String($0.1) }
  }

  static func wanted(keepingLimitsOf text: String) -> String {
    let limits = limits(in: text) ?? ""
    return shipped.replacing("tomoni.db %t %k", with: "tomoni.db\(limits) %t %k")
  }

  /// Where sshd goes by something else than a text of settings says.
  static func differences(from text: String) throws -> [String] {
    try SSHSettings.effective().differences(
      from: SSHSettings.shipped(text), of: SSHSettings.keywords(in: text))
  }
}

/// The sshd of this machine, as it runs.
enum RunningSSHD {
  /// The process that listens, where the file says so in which it writes its number.
  private static var process: pid_t? {
    guard let path = try? SSHSettings.effective().processFile, let text = SystemFile.text(path),
      let process = pid_t(text.trimmingCharacters(in: .whitespacesAndNewlines)), process > 1,
      let program = try? FileManager.default.destinationOfSymbolicLink(
        atPath: "/proc/\(process)/exe"),
      program.hasPrefix(ChildProgram.sshd.rawValue)
    else { return nil }
    return process
  }

  static var isThere: Bool { ServerPlan.isRunBySystemd || process != nil }

  /// Has it read its settings anew; who is in stays in.
  static var reload: ServerStep {
    if ServerPlan.isRunBySystemd { return .run(.systemctl, ["reload-or-restart", "ssh"]) }
    return ServerStep(text: "/usr/bin/kill -HUP $(cat /run/sshd.pid)") {
      // Where none runs, it reads them when it is started.
      if let process { kill(process, SIGHUP) }
    }
  }
}
