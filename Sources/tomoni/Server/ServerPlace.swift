/// Where the parts of a server are, and what its accounts are called: once, for what sets it up, what looks
/// at it and what runs on it.
///
/// The files of `Resources/Deploy/Machine` name the same; a test holds that.
enum ServerPlace {
  /// Owns the store and runs every session.
  static let account = "tomoni"
  /// Answers sshd which keys are known.
  static let keysAccount = "tomonikeys"
  /// Those who reach the store as its owner.
  static let staffGroup = "tomoni-staff"

  static let programFolder = "/usr/lib/tomoni"
  static let program = programFolder + "/tomoni"
  static let dataFolder = "/var/lib/tomoni"
  static let store = dataFolder + "/tomoni.db"
  static let keys = dataFolder + "/keys.db"

  static let settings = "/etc/ssh/sshd_config.d/50-tomoni.conf"
  static let sudoRule = "/etc/sudoers.d/tomoni"
  /// What staff call; the package has it in the other place.
  static let command = "/usr/local/bin/tomoni"
  static let packagedCommand = "/usr/bin/tomoni"

  static let configurationFolder = "/etc/tomoni"
  /// The name and the port by which volunteers reach it.
  static let address = configurationFolder + "/address"
  /// The public keys of those who can open its backups.
  static let recipients = configurationFolder + "/recipients"
  static let backupFolder = "/var/backups/tomoni"
  static let units = "/etc/systemd/system"
  static let packagedUnits = "/lib/systemd/system"
  static let timer = "tomoni-backup.timer"

  /// A file that the package alone brings.
  static let packageMark = "/usr/lib/sysusers.d/tomoni.conf"

  /// A file as it is to stand on the machine.
  static func text(_ name: String) -> String {
    EmbeddedResources.files.first { $0.name == name }?.text ?? ""
  }
}
