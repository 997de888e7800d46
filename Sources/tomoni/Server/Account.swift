import Casework
import Foundation

/// An account of this machine.
struct Account {
  let name: String
  let user: uid_t
  let group: gid_t
  let home: String
  let shell: String

  /// Numbers below are for accounts of the system (`SYS_UID_MAX` of Debian's login.defs).
  var isOfSystem: Bool { user < 1000 }

  init?(_ name: String) {
    var entry = unsafe passwd()
    var found: UnsafeMutablePointer<passwd>?
    var buffer = [CChar](repeating: 0, count: 16_384)
    guard unsafe getpwnam_r(name, &entry, &buffer, buffer.count, &found) == 0,
      let found = unsafe found
    else { return nil }
    unsafe self.init(found.pointee)
  }

  init?(_ user: uid_t) {
    var entry = unsafe passwd()
    var found: UnsafeMutablePointer<passwd>?
    var buffer = [CChar](repeating: 0, count: 16_384)
    guard unsafe getpwuid_r(user, &entry, &buffer, buffer.count, &found) == 0,
      let found = unsafe found
    else { return nil }
    unsafe self.init(found.pointee)
  }

  private init(_ entry: passwd) {
    name = unsafe String(cString: entry.pw_name)
    (user, group) = unsafe (entry.pw_uid, entry.pw_gid)
    home = unsafe String(cString: entry.pw_dir)
    shell = unsafe String(cString: entry.pw_shell)
  }

  /// Whether this process runs as the account that owns an organisation's store on its server.
  static let isService: Bool = {
    guard let own = Account(geteuid()), own.name == ServerPlace.account else { return false }
    return SystemFile.State(ServerPlace.dataFolder)?.owner == own.user
  }()
}

/// A group of this machine.
struct AccountGroup {
  let number: gid_t
  /// Those whose second group it is.
  let members: [String]

  init?(_ name: String) {
    var entry = unsafe group()
    var found: UnsafeMutablePointer<group>?
    var buffer = [CChar](repeating: 0, count: 65_536)
    guard unsafe getgrnam_r(name, &entry, &buffer, buffer.count, &found) == 0, unsafe found != nil
    else { return nil }
    number = unsafe entry.gr_gid
    var members: [String] = []
    var next = unsafe entry.gr_mem
    while let name = unsafe next?.pointee {
      members.append(unsafe String(cString: name))
      unsafe next = next?.advanced(by: 1)
    }
    self.members = members
  }
}

/// What the file of passwords says of an account, which only root reads.
struct AccountLock {
  /// Whether the password is locked, which sshd without PAM takes for an account that is shut.
  let isLocked: Bool
  /// Whether there is a password to log in with.
  let hasPassword: Bool
  /// Whether the account is over.
  let isExpired: Bool

  init?(_ name: String) {
    let lines = (SystemFile.text("/etc/shadow") ?? "").split(separator: "\n")
    let fields = lines.map { $0.split(separator: ":", omittingEmptySubsequences: false) }
      .first { $0.count > 7 && $0[0] == name }
    guard let fields else { return nil }
    isLocked = fields[1].hasPrefix("!")
    hasPassword = !isLocked && fields[1] != "*"
    isExpired = Int(fields[7]).map { $0 <= Int(Instant.now.rawValue) / 86_400 } ?? false
  }
}
