package import Casework
import Foundation
import GRDB

/// From a key or an account to a viewer; it can return no record.
package struct Keyring {
  private let store: OpenedStore

  init(_ store: OpenedStore) { self.store = store }

  /// The volunteer whose key this is.
  ///
  /// - Throws: `unknownViewer` where the key is nobody's, was revoked, or its owner has left.
  package func volunteer(owning key: SSHKey) throws(Refusal) -> Viewer {
    let id = try find(
      """
      SELECT k.volunteer FROM sshKey AS k JOIN volunteer AS v ON v.id = k.volunteer
      WHERE k.type = ? AND k.blob = ? AND k.revokedAt IS NULL
        AND v.status IN (\(VolunteerStatus.mayLook))
      """, key.type, key.blob)
    guard let id else { throw .unknownViewer(key.fingerprint) }
    return .volunteer(id)
  }

  /// The active member of staff with this unix account.
  package func staff(account: String) throws(Refusal) -> Viewer {
    let id = try find("SELECT id FROM staff WHERE account = ? AND isActive = 1", account)
    guard let id else { throw .unknownViewer(account) }
    return .coordinator(id)
  }

  /// The first coordinator of a demo, as whom everybody opens it.
  ///
  /// - Throws: `notPermitted` where the store is no demo.
  package func demoCoordinator() throws(Refusal) -> Viewer {
    let id = try find(
      """
      SELECT id FROM staff WHERE isActive = 1 AND (SELECT isDemo FROM organisation) = 1
      ORDER BY id LIMIT 1
      """)
    guard let id else { throw .notPermitted }
    return .coordinator(id)
  }

  private func find(_ sql: String, _ arguments: String...) throws(Refusal) -> RecordID? {
    try Refusal.translating(store.file.path) {
      try store.queue.reading { db in
        try db.rows(Condition(sql: sql, arguments: arguments.map(\.databaseValue)))
          .first?.number(at: 0).map(RecordID.init(_:))
      }
    }
  }

  /// What sshd is told about a key: the one line that lets it open a session and nothing else.
  ///
  /// - Parameters:
  ///   - path: the `keys.db` that the store keeps.
  ///   - command: what sshd is to start, without quotation marks, backslashes and line ends.
  /// - Returns: nil where the key is nobody's.
  /// - Throws: where the file cannot be read.
  package static func authorizedKeysLine(
    keysDatabase path: String, for key: SSHKey, command: String
  ) throws(Refusal) -> String? {
    let isPlain = command.unicodeScalars.allSatisfy {
      $0 != "\"" && $0 != "\\" && $0.properties.generalCategory != .control
    }
    guard isPlain, !command.isEmpty else { return nil }
    // Nobody has a key yet.
    if unsafe access(path, F_OK) != 0, errno == ENOENT { return nil }
    var configuration = Configuration()
    configuration.readonly = true
    configuration.busyMode = .timeout(5)
    let isKnown = try Refusal.translating(path) {
      try DatabaseQueue(path: path, configuration: configuration).read { db in
        try db.row(
          "SELECT type, blob FROM key WHERE type = ? AND blob = ?", key.type.databaseValue,
          key.blob.databaseValue) != nil
      }
    }
    // The words come from the key that was read strictly, not from the file.
    return !isKnown ? nil : "restrict,pty,command=\"\(command)\" \(key.type) \(key.blob)"
  }

  /// Has sshd let a key in that is nobody's, or no longer, so that somebody can try the door: the session it
  /// leads to finds no owner in the store, and refuses it.
  ///
  /// The copy of the keys alone knows of it; the next change of a key writes it anew without.
  package static func setTrial(
    _ key: SSHKey, beside store: String, isThere: Bool
  ) throws(Refusal) {
    try KeysFile(beside: StoreFile(store)).setTrial(key, isThere: isThere)
  }
}
