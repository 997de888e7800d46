import Casework
import GRDB

extension Viewer {
  var isCoordinator: Bool {
    if case .coordinator = self { true } else { false }
  }

  /// Refuses a viewer who may not use the store, or may no longer.
  ///
  /// - Parameter key: the SSH key of the session, which may have been revoked or given to
  ///   somebody else.
  func check(in db: Database, _ key: SSHKey? = nil) throws {
    let id = address.id.rawValue.databaseValue
    switch self {
    case .coordinator:
      guard try db.finds("SELECT 1 FROM staff WHERE id = ? AND isActive = 1", [id]) else {
        throw Refusal.unknownViewer(address.number)
      }
    case .volunteer:
      let row = try db.row("SELECT status, pledgedOn FROM volunteer WHERE id = ?", id)
      guard let row, let status = row.text(at: 0).flatMap(VolunteerStatus.init(rawValue:)),
        status.mayLook
      else { throw Refusal.unknownViewer(address.number) }
      if row.text(at: 1) == nil { throw Refusal.pledgeMissing }
    }
    guard let key else { return }
    let owned = "SELECT 1 FROM sshKey WHERE blob = ? AND volunteer = ? AND revokedAt IS NULL"
    guard case .volunteer = self, try db.row(owned, key.blob.databaseValue, id) != nil else {
      throw Refusal.unknownViewer(key.fingerprint)
    }
  }
}

extension VolunteerStatus {
  /// Whether a volunteer of this status may open a session, given a pledge.
  var mayLook: Bool { self != .paused && self != .ended }

  /// The same as a list for SQL.
  static let mayLook =
    allCases.filter(\.mayLook).codeList
}

extension Organisation {
  init(in db: Database) throws {
    let row = try db.row("SELECT name, isDemo, fiscalYearStart, phone FROM organisation")
    let version = try db.row("PRAGMA user_version")?.number(at: 0) ?? 0
    self.init(
      name: row?.text(at: 0) ?? "", isDemo: row?.number(at: 1) == 1,
      fiscalYearStart: Int(row?.number(at: 2) ?? 4), schemaVersion: Int(version))
    phone = row?.text(at: 3) ?? ""
  }
}
