import Labels

/// One of the things that make a machine a server: what is there, what would be done, and what takes it away
/// again.
///
/// `install`, its dry run, `check` and `uninstall` are views of one list of them.
struct ServerAct {
  /// Its name in scripts; what people call it is a label.
  enum Name: String, CaseIterable {
    case ssh, program, accounts, folder, store, sudo, command, staff, address, recipients, timer
    case door, login, backup, machine
  }

  let name: Name
  /// How it stands on this machine.
  let look: () throws -> Standing
  var steps: () throws -> [ServerStep] = { [] }
  var removal: () throws -> [ServerStep] = { [] }
  /// Whether looking at it leaves something, which a dry run may not.
  var isTrial = false

  var title: String { Speech.text("server.act.\(name.rawValue)") }
}

extension ServerAct {
  /// How it stands, also where it cannot be looked at.
  func finding() -> Finding { Finding(name.rawValue, title: title, look) }
}
