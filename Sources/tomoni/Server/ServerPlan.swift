import Foundation

/// What somebody wants of a server, and the acts that make it, in their order.
struct ServerPlan {
  /// The organisation and its first coordinator, for a store that is not there yet.
  var organisation: String?
  var coordinator: String?
  /// The unix account of that coordinator.
  var account: String?
  /// The name by which volunteers reach the machine.
  var host: String?
  /// The file of public keys of those who can open backups.
  var recipients: String?

  var acts: [ServerAct] {
    [
      ssh, program, accounts, folder, store, sudo, command, staff, addressing, readers, timer, door,
      login, backup, machine,
    ]
  }

  /// Whether the package manager put the program where it is.
  var isPackaged: Bool { SystemFile.State(ServerPlace.packageMark) != nil }

  static var isRunBySystemd: Bool {
    SystemFile.State("/run/systemd/system")?.isFolder == true
  }

  /// Runs as the account that owns the store.
  static func asService(_ arguments: [String], by user: uid_t? = nil) -> ServerStep {
    var environment = ["LANG": "C.UTF-8"]
    if let user { environment["SUDO_UID"] = String(user) }
    return .run(.setpriv, serviceWords + arguments, environment: environment)
  }

  static let serviceWords = [
    "--reuid", ServerPlace.account, "--regid", ServerPlace.account, "--clear-groups", "--",
    ServerPlace.program,
  ]
}
