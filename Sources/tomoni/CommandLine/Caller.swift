import CaseStore
import Casework
import Glibc

/// Who calls a command at the organisation's own machine.
///
/// This is attribution: what protects the store is that only its owner can open the file.
enum Caller {
  /// The unix account: whoever called sudo to become the store's owner, else the process's own.
  static var account: String {
    let user = Environment.value("SUDO_UID").flatMap { uid_t($0) } ?? getuid()
    return Account(user)?.name ?? String(user)
  }

  /// The member of staff this account belongs to; in a demo store the first coordinator.
  static func viewer(of store: OpenedStore) throws -> Viewer {
    if try store.isDemo() { return try store.keyring.demoCoordinator() }
    do {
      return try store.keyring.staff(account: account)
    } catch .unknownViewer {
      // The account of the service is nobody: who works as it is known by who called sudo.
      if Account.isService, account == ServerPlace.account {
        throw Failure(.notPermitted, "cli.serviceAlone", account)
      }
      throw Failure(.notPermitted, "cli.notStaff", account)
    }
  }
}
