import Casework
import Foundation
import GRDB

/// `keys.db` beside the store: a copy of the keys that open sessions, which the lookup of keys by
/// sshd may read without being able to read the store.
struct KeysFile {
  let path: String

  init(beside file: StoreFile) { path = file.folder + "/keys.db" }

  /// Puts a new file in the place of the old, of the group of its folder: sshd's lookup reads it by
  /// that, whatever somebody made of the old one.
  ///
  /// A store that never had a key leaves the file alone: it may be another store's.
  func rewrite(from db: Database) throws {
    guard try db.row("SELECT 1 FROM sshKey LIMIT 1") != nil else { return }
    let keys = try Row.fetchAll(
      db,
      sql: """
        SELECT k.volunteer, k.id, k.type, k.blob FROM sshKey AS k
        JOIN volunteer AS v ON v.id = k.volunteer
        WHERE k.revokedAt IS NULL AND v.status IN (\(VolunteerStatus.mayLook)) ORDER BY k.id
        """)
    let files = FileManager.default
    let unfinished = path + ".new"
    defer {
      for leftover in [unfinished, unfinished + "-journal"] { unsafe unlink(leftover) }
    }
    do {
      try? files.removeItem(atPath: unfinished)
      try PrivateFile.create(unfinished, Data(), mode: 0o640)
      try write(keys, to: unfinished)
      try takeGroupOfFolder(unfinished)
      guard unsafe rename(unfinished, path) == 0 else { throw CocoaError(.fileWriteUnknown) }
    } catch let error as DatabaseError {
      throw error
    } catch {
      throw Refusal.cannotWrite(path)
    }
  }

  /// Adds a key of nobody, or takes it away and the file with it where it holds no other.
  func setTrial(_ key: SSHKey, isThere: Bool) throws(Refusal) {
    let isNew = FileIdentity(path) == nil
    if isNew, !isThere { return }
    do {
      if isNew {
        try PrivateFile.create(path, Data(), mode: 0o640)
        try write([], to: path)
        try takeGroupOfFolder(path)
      }
    } catch {
      throw Refusal.cannotWrite(path)
    }
    let isEmpty = try Refusal.translating(path) {
      let queue = try DatabaseQueue(path: path)
      defer { try? queue.close() }
      return try queue.write { db in
        try db.run("DELETE FROM key WHERE blob = ?", [key.blob.databaseValue])
        if isThere {
          try db.run(
            "INSERT INTO key (volunteer, id, type, blob) VALUES (0, 0, ?, ?)",
            [key.type.databaseValue, key.blob.databaseValue])
        }
        return try db.row("SELECT 1 FROM key LIMIT 1") == nil
      }
    }
    // A store whose volunteers have no key yet has no such file.
    if isEmpty { try? FileManager.default.removeItem(atPath: path) }
  }

  private func takeGroupOfFolder(_ file: String) throws {
    var status = stat()
    let folder = URL(fileURLWithPath: file).deletingLastPathComponent().path
    guard unsafe stat(folder, &status) == 0 else { throw Refusal.cannotWrite(folder) }
    // A folder with the set-group-id bit has done it already; another group than one of one's own
    // cannot be given, and then it is no folder that sshd's lookup is let into.
    _ = unsafe chown(file, uid_t.max, status.st_gid)
  }

  private func write(_ keys: [Row], to path: String) throws {
    let queue = try DatabaseQueue(path: path)
    try queue.write { db in
      try db.execute(
        sql: """
          CREATE TABLE key (
            volunteer INTEGER NOT NULL, id INTEGER NOT NULL, type TEXT NOT NULL,
            blob TEXT NOT NULL PRIMARY KEY
          ) STRICT
          """)
      for key in keys {
        try db.run(
          "INSERT INTO key (volunteer, id, type, blob) VALUES (?, ?, ?, ?)",
          (0..<4).map { key[$0] })
      }
    }
    try queue.close()
  }
}
