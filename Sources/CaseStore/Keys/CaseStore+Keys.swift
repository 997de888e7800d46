package import Casework
import GRDB

extension CaseStore {
  /// Lets a volunteer open sessions with a key, and sshd know of it.
  ///
  /// - Parameter line: as in `id_ed25519.pub`.
  /// - Throws: `problems` on the field `key`: `unreadableText` for what is no key of a kind taken,
  ///   `alreadyThere` for one in use.
  package func addKey(_ volunteer: RecordID, _ line: String) throws(Refusal) -> SSHKeyInfo {
    try require(.staff)
    guard let key = SSHKey(line) else { throw .problems([FieldProblem("key", .unreadableText)]) }
    return try write { step in
      let address = RecordAddress(.volunteer, volunteer)
      guard try step.db.exists(address) else { throw Refusal.notFound }
      let used = "SELECT 1 FROM sshKey WHERE blob = ? AND revokedAt IS NULL"
      if try step.db.row(used, key.blob.databaseValue) != nil {
        throw Refusal.problems([FieldProblem("key", .alreadyThere)])
      }
      try step.db.run(
        "INSERT INTO sshKey (volunteer, type, blob, comment, addedAt) VALUES (?, ?, ?, ?, ?)",
        [
          volunteer.rawValue.databaseValue, key.type.databaseValue, key.blob.databaseValue,
          key.comment.databaseValue, step.at.rawValue.databaseValue,
        ])
      let id = step.db.lastInsertedRowID
      try step.note(
        "volunteer.key.add", of: address, after: ["key": .text(key.fingerprint)])
      return try step.db.key(id)
    }
  }

  /// Takes a key from its owner; one that was revoked before stays as it is.
  ///
  /// A session that it opened is refused from the next call on: a store opened by a key asks for it
  /// with every call.
  package func revokeKey(_ id: Int) throws(Refusal) -> SSHKeyInfo {
    try require(.staff)
    return try write { step in
      let key = try step.db.key(Int64(id))
      if key.revokedAt != nil { return key }
      try step.db.run(
        "UPDATE sshKey SET revokedAt = ? WHERE id = ?",
        [step.at.rawValue.databaseValue, id.databaseValue])
      try step.note(
        "volunteer.key.revoke", of: RecordAddress(.volunteer, key.volunteer),
        after: ["key": .text(key.fingerprint)])
      return try step.db.key(Int64(id))
    }
  }

  /// The keys of a volunteer, revoked ones too, in the order they were added.
  package func keys(of volunteer: RecordID) throws(Refusal) -> [SSHKeyInfo] {
    try read { db in
      try db.keys("volunteer = ? ORDER BY id", volunteer.rawValue.databaseValue)
    }
  }
}

extension Database {
  fileprivate func key(_ id: Int64) throws -> SSHKeyInfo {
    guard let key = try keys("id = ?", id.databaseValue).first else { throw Refusal.notFound }
    return key
  }

  fileprivate func keys(_ condition: String, _ value: DatabaseValue) throws -> [SSHKeyInfo] {
    try rows(
      Condition(
        sql: """
          SELECT id, volunteer, type, blob, comment, addedAt, revokedAt FROM sshKey
          WHERE \(condition)
          """,
        arguments: [value])
    ).map { row in
      let type = row.text(at: 2) ?? ""
      let key = SSHKey("\(type) \(row.text(at: 3) ?? "")")
      return SSHKeyInfo(
        id: Int(row.number(at: 0) ?? 0), volunteer: RecordID(row.number(at: 1) ?? 0), type: type,
        fingerprint: key?.fingerprint ?? "", comment: row.text(at: 4) ?? "",
        addedAt: Instant(row.number(at: 5) ?? 0),
        revokedAt: row.number(at: 6).map(Instant.init(_:)))
    }
  }
}
