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

  /// How it stands on this machine, in a sentence.
  enum Standing {
    case held(found: String)
    /// Not there, or otherwise; its steps make it so.
    case open(found: String)
    /// Something is in the way that a person has to decide about.
    case refused(String, mend: String)
    /// The server works, but not all that it should do.
    case lacking(String, mend: String)
    /// Good to know.
    case noted(String, mend: String)
  }

  let name: Name
  let look: () throws -> Standing
  var steps: () throws -> [ServerStep] = { [] }
  var removal: () throws -> [ServerStep] = { [] }
  /// Whether looking at it leaves something, which a dry run may not.
  var isTrial = false

  var title: String { Speech.text("server.act.\(name.rawValue)") }
}

extension ServerAct.Standing {
  static func held(_ key: String, _ arguments: String...) -> Self {
    .held(found: Speech.words(key, arguments: arguments))
  }

  static func open(_ key: String, _ arguments: String...) -> Self {
    .open(found: Speech.words(key, arguments: arguments))
  }

  /// - Parameter key: of the sentence; what mends it is the label `<key>.mend`.
  static func refused(_ key: String, _ arguments: String...) -> Self {
    .refused(Speech.words(key, arguments: arguments), mend: mend(key, arguments))
  }

  static func lacking(_ key: String, _ arguments: String...) -> Self {
    .lacking(Speech.words(key, arguments: arguments), mend: mend(key, arguments))
  }

  static func noted(_ key: String, _ arguments: String...) -> Self {
    .noted(Speech.words(key, arguments: arguments), mend: mend(key, arguments))
  }

  private static func mend(_ key: String, _ arguments: [String]) -> String {
    Speech.words("\(key).mend", arguments: arguments)
  }
}
