import Foundation

/// The folder of the data, the store in it, and how staff come to it.
extension ServerPlan {
  var folder: ServerAct {
    ServerAct(
      name: .folder,
      look: {
        let path = ServerPlace.dataFolder
        if let loose = SystemFile.loose(above: path) {
          return .refused("server.looseFolder", loose)
        }
        guard let state = SystemFile.State(path) else { return .open("server.missing", path) }
        guard let owner = Account(ServerPlace.account), let keys = Account(ServerPlace.keysAccount)
        else { return .open("server.folderOther", path) }
        guard state.isFolder, state.owner == owner.user || state.owner == 0 else {
          return .refused("server.foreignFile", path, ServerPlace.account)
        }
        // The store of another account looks like one that is there, and no session can open it.
        if let foreign = Self.foreignFile(in: path, of: owner.user) {
          return .refused("server.foreignFile", foreign, ServerPlace.account)
        }
        return state.owner == owner.user && state.group == keys.group && state.mode == 0o2710
          ? .held("server.folderThere", path) : .open("server.folderOther", path)
      },
      steps: {
        [
          .folder(
            ServerPlace.dataFolder, owner: ServerPlace.account, group: ServerPlace.keysAccount,
            mode: 0o2710)
        ]
      })
  }

  private static func foreignFile(in folder: String, of owner: uid_t) -> String? {
    let names = (try? FileManager.default.contentsOfDirectory(atPath: folder)) ?? []
    return names.sorted().map { "\(folder)/\($0)" }
      .first { SystemFile.State($0).map { $0.owner != owner } ?? false }
  }

  /// Whoever has the account becomes the first coordinator.
  private var coordinatorAccount: Account? {
    if let account { return Account(account) }
    return Environment.value("SUDO_UID").flatMap { uid_t($0) }.flatMap { Account($0) }
  }

  var store: ServerAct {
    ServerAct(
      name: .store,
      look: {
        if let account, Account(account) == nil { return .refused("server.noAccount", account) }
        guard let state = SystemFile.State(ServerPlace.store) else {
          if organisation == nil || coordinator == nil {
            return .refused("server.storeMissing", ServerPlace.store)
          }
          return coordinatorAccount == nil
            ? .refused("server.whoCoordinates") : .open("server.missing", ServerPlace.store)
        }
        return state.isPlain && state.mode & 0o077 == 0
          ? .held("server.storeThere", ServerPlace.store)
          : .refused("server.storeLoose", ServerPlace.store)
      },
      steps: {
        guard let organisation, let coordinator, let owner = coordinatorAccount else { return [] }
        return [
          Self.asService(
            [
              "init", "--organisation", organisation, "--coordinator", coordinator, "--store",
              ServerPlace.store,
            ], by: owner.user)
        ]
      })
  }

  private static let sudoMark = "%\(ServerPlace.staffGroup) "
  private static let commandMark = "program=\(ServerPlace.program)\n"

  var sudo: ServerAct {
    let (path, text) = (ServerPlace.sudoRule, ServerPlace.text("tomoni.sudoers"))
    return ServerAct(
      name: .sudo,
      look: {
        guard ChildProgram.visudo.isThere else { return .lacking("server.noSudo") }
        return Self.standing(of: path, text, mode: 0o440, with: Self.sudoMark)
          ?? .held("server.sudoThere", ServerPlace.staffGroup)
      },
      steps: {
        // A rule that sudo cannot read would leave nobody sudo at all: it is looked at before it is there.
        let check = ServerStep(text: "\(ChildProgram.visudo.rawValue) --check --file=\(path).new") {
          let folder = try PassingFolder()
          defer { withExtendedLifetime(folder) {} }
          let trial = folder.file("sudoers")
          try SystemFile.write(Array(text.utf8), to: trial, mode: 0o440)
          try ChildProgram.visudo.run(["--check", "--quiet", "--file=\(trial)"])
        }
        return [check, .file(path, text, mode: 0o440)]
      },
      removal: { ServerStep.removal(of: [path], with: Self.sudoMark) })
  }

  var command: ServerAct {
    let (path, text) = (ServerPlace.command, ServerPlace.text("tomoni.sh"))
    return ServerAct(
      name: .command,
      look: {
        if isPackaged { return .held("server.commandThere", ServerPlace.packagedCommand) }
        return Self.standing(of: path, text, mode: 0o755, with: Self.commandMark)
          ?? .held("server.commandThere", path)
      },
      steps: { [.file(path, text, mode: 0o755)] },
      removal: { ServerStep.removal(of: [path], with: Self.commandMark) })
  }

  /// How a file that is root's stands; nil where it is as it is to be.
  ///
  /// - Parameter mark: what shows that an other one is of an earlier version, and not somebody's own.
  private static func standing(
    of path: String, _ text: String, mode: mode_t, with mark: String
  ) -> Standing? {
    guard let state = SystemFile.State(path) else { return .open("server.missing", path) }
    let now = SystemFile.text(path) ?? ""
    if now == text, state.owner == 0, state.mode == mode { return nil }
    return now.contains(mark)
      ? .open("server.fileOther", path) : .refused("server.fileForeign", path)
  }

  /// The coordinator among those who reach the store.
  var staff: ServerAct {
    ServerAct(
      name: .staff,
      look: {
        let members = AccountGroup(ServerPlace.staffGroup)?.members ?? []
        if let wanted = coordinatorAccount, wanted.user != 0, organisation != nil,
          !members.contains(wanted.name)
        {
          return .open("server.notInGroup", wanted.name, ServerPlace.staffGroup)
        }
        return members.isEmpty
          ? .lacking("server.groupEmpty", ServerPlace.staffGroup)
          : .held("server.groupThere", members.joined(separator: ", "))
      },
      steps: {
        guard let wanted = coordinatorAccount else { return [] }
        return [.run(.usermod, ["--append", "--groups", ServerPlace.staffGroup, wanted.name])]
      })
  }
}
