import Foundation

/// OpenSSH, the program and the accounts.
extension ServerPlan {
  /// `ChannelTimeout` came with 9.2.
  private static let oldest = (9, 2)

  var ssh: ServerAct {
    ServerAct(name: .ssh) {
      guard ChildProgram.sshd.isThere else { return .refused("server.sshMissing") }
      let said = try ChildProgram.sshd.ask(["-V"]).all
      guard let match = said.firstMatch(of: /OpenSSH_(\d+)\.(\d+)/),
        let major = Int(match.1), let minor = Int(match.2)
      else { return .refused("server.sshMissing") }
      let version = "\(major).\(minor)"
      return (major, minor) < Self.oldest
        ? .refused("server.sshOld", version) : .held("server.sshThere", version)
    }
  }

  var program: ServerAct {
    let link = "/proc/self/exe"
    let running = (try? FileManager.default.destinationOfSymbolicLink(atPath: link)) ?? link
    return ServerAct(
      name: .program,
      look: {
        if let loose = SystemFile.loose(above: ServerPlace.program) {
          return .refused("server.looseFolder", loose)
        }
        if let library = Self.strangeLibrary { return .refused("server.strangeLibrary", library) }
        let isSame = FileManager.default.contentsEqual(
          atPath: running, andPath: ServerPlace.program)
        if isPackaged {
          return isSame
            ? .held("server.programPackaged", ServerPlace.program)
            : .refused("server.programOfPackage", ServerPlace.program)
        }
        guard let state = SystemFile.State(ServerPlace.program) else {
          return .open("server.missing", ServerPlace.program)
        }
        return isSame && state.isPlain && state.owner == 0 && state.mode == 0o755
          ? .held("server.programThere", ServerPlace.program)
          : .open("server.programOther", ServerPlace.program)
      },
      steps: {
        let copy = ServerStep(
          text:
            "/usr/bin/install --owner root --group root --mode 755 \(running) \(ServerPlace.program)"
        ) {
          guard let content = FileManager.default.contents(atPath: running) else {
            throw Failure(.missing, "cli.fileUnreadable", running)
          }
          try SystemFile.write(Array(content), to: ServerPlace.program, mode: 0o755)
        }
        let isFolder = SystemFile.State(ServerPlace.programFolder)?.isFolder == true
        return (isFolder ? [] : [.folder(ServerPlace.programFolder, mode: 0o755)]) + [copy]
      },
      removal: {
        guard !isPackaged else { return [] }
        return ServerStep.removal(of: [ServerPlace.program])
          + ServerStep.removalOfEmpty(ServerPlace.programFolder)
      })
  }

  /// A library that this process uses and that is not the system's: sshd's lookup would not find it, or
  /// somebody else may write it.
  private static var strangeLibrary: String? {
    let maps = SystemFile.text("/proc/self/maps") ?? ""
    return maps.split(separator: "\n").compactMap { line in
      line.firstIndex(of: "/").map { String(line[$0...]) }
    }.first { path in
      path.contains(".so") && !["/lib/", "/usr/lib/", "/lib64/"].contains(where: path.hasPrefix)
    }
  }

  /// The accounts with their shells: sshd starts a session through one, and nobody logs in as the other.
  private static let accountShells = [
    (ServerPlace.keysAccount, "/usr/sbin/nologin"), (ServerPlace.account, "/bin/sh"),
  ]

  var accounts: ServerAct {
    ServerAct(
      name: .accounts,
      look: {
        for (name, _) in Self.accountShells {
          guard let account = Account(name) else { continue }
          guard account.isOfSystem, account.home == ServerPlace.programFolder else {
            return .refused("server.accountOther", name, account.home)
          }
        }
        guard Self.accountSteps().isEmpty else {
          let all = Self.accountShells.map(\.0) + [ServerPlace.staffGroup]
          return .open("server.accountsOpen", all.joined(separator: ", "))
        }
        guard AccountLock(ServerPlace.account)?.isExpired != true else {
          return .lacking("server.doorShut", ServerPlace.account)
        }
        return .held("server.accountsThere", ServerPlace.account, ServerPlace.keysAccount)
      },
      steps: { Self.accountSteps() },
      removal: {
        let users = Self.accountShells.map(\.0).filter { Account($0) != nil }
        let isGroup = AccountGroup(ServerPlace.staffGroup) != nil
        return users.map { .run(.userdel, [$0]) }
          + (isGroup ? [.run(.groupdel, [ServerPlace.staffGroup])] : [])
      })
  }

  private static func accountSteps() -> [ServerStep] {
    let hasGroup = AccountGroup(ServerPlace.staffGroup) != nil
    return (hasGroup ? [] : [.run(.groupadd, ["--system", ServerPlace.staffGroup])])
      + accountShells.flatMap(making)
  }

  /// What makes one of the accounts, or mends it.
  private static func making(_ name: String, _ shell: String) -> [ServerStep] {
    guard let account = Account(name) else {
      // A password that no input gives: a locked one shuts the account where sshd is without PAM.
      return [
        .run(
          .useradd,
          [
            "--system", "--user-group", "--no-create-home", "--home-dir",
            ServerPlace.programFolder, "--shell", shell, "--password", "*", name,
          ])
      ]
    }
    var changes: [String] = []
    if account.shell != shell { changes += ["--shell", shell] }
    let lock = AccountLock(name)
    if lock?.hasPassword == true || name == ServerPlace.account && lock?.isLocked == true {
      changes += ["--password", "*"]
    }
    return changes.isEmpty ? [] : [.run(.usermod, changes + [name])]
  }
}
