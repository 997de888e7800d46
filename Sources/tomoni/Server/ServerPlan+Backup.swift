import Casework
import Foundation

/// By what name the server is reached, and the backups that are made of it every night.
extension ServerPlan {
  var addressing: ServerAct {
    ServerAct(
      name: .address,
      look: {
        guard let known = ServerAddress.known, known.host == host ?? known.host else {
          return .open("server.missing", ServerPlace.address)
        }
        return .held("server.addressThere", known.command)
      },
      steps: {
        let address = ServerAddress(
          host: host ?? ServerAddress.known?.host ?? ServerAddress.ownName,
          port: try SSHSettings.effective().port)
        return [Self.configurationFolder, .file(ServerPlace.address, address.text, mode: 0o644)]
      },
      removal: {
        ServerStep.removal(of: [ServerPlace.address])
          + ServerStep.removalOfEmpty(ServerPlace.configurationFolder)
      })
  }

  private static var configurationFolder: ServerStep {
    .folder(ServerPlace.configurationFolder, mode: 0o755)
  }

  /// Those who can open the backups.
  var readers: ServerAct {
    ServerAct(
      name: .recipients,
      look: {
        let there = SystemFile.text(ServerPlace.recipients)
        if let recipients {
          _ = try Recipients(recipients)
          return SystemFile.text(recipients) == there
            ? .held("server.recipientsThere", ServerPlace.recipients)
            : .open("server.missing", ServerPlace.recipients)
        }
        guard there != nil else { return .lacking("server.recipientsMissing") }
        _ = try Recipients(ServerPlace.recipients)
        return .held("server.recipientsThere", ServerPlace.recipients)
      },
      steps: {
        guard let recipients, let text = SystemFile.text(recipients) else { return [] }
        return [Self.configurationFolder, .file(ServerPlace.recipients, text, mode: 0o644)]
      },
      removal: { ServerStep.removal(of: [ServerPlace.recipients]) })
  }

  private static let unitNames = ["tomoni-backup.service", ServerPlace.timer]

  var timer: ServerAct {
    let units =
      isPackaged ? [] : Self.unitNames.map { (name: $0, path: "\(ServerPlace.units)/\($0)") }
    func missing() -> [(name: String, path: String)] {
      units.filter { SystemFile.text($0.path) != ServerPlace.text($0.name) }
    }
    func isFolderMissing() -> Bool {
      let folder = SystemFile.State(ServerPlace.backupFolder)
      return folder == nil || folder?.owner != Account(ServerPlace.account)?.user
        || folder?.mode != 0o700
    }
    func isEnabled() throws -> Bool {
      try ChildProgram.systemctl.ask(["is-enabled", "--quiet", ServerPlace.timer]).isDone
    }
    return ServerAct(
      name: .timer,
      look: {
        guard ChildProgram.age.isThere else { return .refused("server.noAge") }
        if isFolderMissing() { return .open("server.missing", ServerPlace.backupFolder) }
        if let unit = missing().first { return .open("server.missing", unit.path) }
        guard Self.isRunBySystemd else { return .lacking("server.noSystemd") }
        return try isEnabled()
          ? .held("server.timerThere", ServerPlace.timer)
          : .open("server.timerOff", ServerPlace.timer)
      },
      steps: {
        var steps: [ServerStep] = []
        if isFolderMissing() {
          steps.append(
            .folder(
              ServerPlace.backupFolder, owner: ServerPlace.account, group: ServerPlace.account,
              mode: 0o700))
        }
        steps += missing().map { .file($0.path, ServerPlace.text($0.name), mode: 0o644) }
        if Self.isRunBySystemd {
          steps.append(.run(.systemctl, ["daemon-reload"]))
          steps.append(.run(.systemctl, ["enable", "--now", ServerPlace.timer]))
        }
        return steps
      },
      removal: {
        let isOn = try Self.isRunBySystemd && isEnabled()
        return (isOn ? [.run(.systemctl, ["disable", "--now", ServerPlace.timer])] : [])
          + ServerStep.removal(of: units.map(\.path), with: "Tomoni store")
      })
  }

  var backup: ServerAct {
    ServerAct(name: .backup) {
      guard SystemFile.State(ServerPlace.recipients) != nil else {
        return .noted("server.noBackup", ServerPlace.backupFolder)
      }
      let names =
        (try? FileManager.default.contentsOfDirectory(atPath: ServerPlace.backupFolder)) ?? []
      let latest = names.filter { $0.hasSuffix(".age") }.compactMap { name -> Int64? in
        var status = stat()
        return unsafe stat("\(ServerPlace.backupFolder)/\(name)", &status) == 0
          ? Int64(status.st_mtim.tv_sec) : nil
      }.max()
      guard let latest else { return .lacking("server.noBackup", ServerPlace.backupFolder) }
      let moment = Instant(latest).iso8601
      return Instant.now.rawValue - latest > BackupNote.oldest
        ? .lacking("server.backupOld", moment) : .held("server.backupThere", moment)
    }
  }
}
