import Casework
import Foundation
import GRDB

/// `drafts.db` beside the store: what people typed and have not saved, and how far in the journal
/// they have looked.
///
/// It is no part of the journal and of no backup. Several stores of one folder share it.
struct DraftsFile {
  /// The store's file name tells its drafts from those of another in the same folder.
  private let store: DatabaseValue
  private let queue: DatabaseQueue
  private let path: String
  private let identity: FileIdentity?

  static func path(beside file: StoreFile) -> String { file.folder + "/drafts.db" }

  /// - Parameter patience: how long each call waits for another process, in milliseconds.
  init(beside file: StoreFile, patience: Int = StoreFile.patience) throws {
    store = file.name.databaseValue
    path = Self.path(beside: file)
    if !FileManager.default.fileExists(atPath: path) {
      do {
        try PrivateFile.create(path, Data())
      } catch  where FileManager.default.fileExists(atPath: path) {
        // Another session made it just now.
      }
    }
    try StoreFile.checkPrivacy(of: path)
    queue = try DatabaseQueue(path: path, configuration: StoreFile.configuration)
    try queue.writeWithoutTransaction { db in
      try db.wait(atMost: patience)
      try StoreFile.prepare(db)
      try db.execute(
        sql: """
          CREATE TABLE IF NOT EXISTS draft (
            store TEXT NOT NULL, viewer TEXT NOT NULL, key TEXT NOT NULL, at INTEGER NOT NULL,
            content TEXT NOT NULL, PRIMARY KEY (store, viewer, key)
          ) STRICT;
          CREATE TABLE IF NOT EXISTS look (
            store TEXT NOT NULL, viewer TEXT NOT NULL, sequence INTEGER NOT NULL,
            PRIMARY KEY (store, viewer)
          ) STRICT
          """)
    }
    identity = FileIdentity(path)
  }

  /// Whether it is still the file at its place: what is written into one that is gone is lost.
  var isInPlace: Bool { identity != nil && identity == FileIdentity(path) }

  func wait(atMost milliseconds: Int) throws {
    try queue.read { try $0.wait(atMost: milliseconds) }
  }

  /// Takes away what is kept about a store that begins anew.
  static func clear(beside file: StoreFile) throws {
    guard FileManager.default.fileExists(atPath: path(beside: file)) else { return }
    let drafts = try DraftsFile(beside: file)
    try drafts.queue.write { db in
      for table in ["draft", "look"] {
        try db.run("DELETE FROM \(table) WHERE store = ?", [drafts.store])
      }
    }
  }

  /// Takes away what anybody typed about some records, and from the file what it took away.
  func forget(about records: Set<RecordAddress>) throws {
    try forget { _, draft in draft.map { !$0.records.isDisjoint(with: records) } ?? false }
  }

  /// Takes away the drafts that are meant, by whose they are and what they hold, where it can be read.
  func forget(_ isMeant: (_ viewer: String, _ draft: FormDraft?) throws -> Bool) throws {
    try queue.writeWithoutTransaction { db in
      let drafts = try db.rows(
        Condition(
          sql: "SELECT viewer, key, content FROM draft WHERE store = ?", arguments: [store])
      ) { ($0.text(at: 0) ?? "", $0.text(at: 1) ?? "", $0.text(at: 2) ?? "") }
      var isAny = false
      for (viewer, key, content) in drafts {
        let draft = try? JSONDecoder().decode(FormDraft.self, from: Data(content.utf8))
        guard try isMeant(viewer, draft) else { continue }
        isAny = true
        try db.run(
          "DELETE FROM draft WHERE store = ? AND viewer = ? AND key = ?",
          [store, viewer.databaseValue, key.databaseValue])
      }
      if isAny { try db.emptyLog() }
    }
  }

  func keep(_ content: String, key: String, viewer: String, at: Int64) throws {
    try queue.write { db in
      try db.run(
        "INSERT OR REPLACE INTO draft (store, viewer, key, at, content) VALUES (?, ?, ?, ?, ?)",
        [
          store, viewer.databaseValue, key.databaseValue, at.databaseValue, content.databaseValue,
        ])
    }
  }

  func forget(key: String, viewer: String) throws {
    try queue.write { db in
      try db.run(
        "DELETE FROM draft WHERE store = ? AND viewer = ? AND key = ?",
        [store, viewer.databaseValue, key.databaseValue])
    }
  }

  /// The contents of a viewer's drafts and when they were kept, the newest first.
  func contents(viewer: String) throws -> [(content: String, at: Instant)] {
    try queue.read { db in
      try db.rows(
        Condition(
          sql: "SELECT content, at FROM draft WHERE store = ? AND viewer = ? ORDER BY at DESC, key",
          arguments: [store, viewer.databaseValue])
      ).compactMap { row in
        row.text(at: 0).map { ($0, Instant(row.number(at: 1) ?? 0)) }
      }
    }
  }

  /// The last entry of the journal that a viewer has seen; nil where they never looked.
  func lastLook(viewer: String) throws -> Int64? {
    try queue.read { db in
      try db.row(
        "SELECT sequence FROM look WHERE store = ? AND viewer = ?", store, viewer.databaseValue)?
        .number(at: 0)
    }
  }

  func keepLook(_ sequence: Int64, viewer: String) throws {
    try queue.write { db in
      try db.run(
        "INSERT OR REPLACE INTO look (store, viewer, sequence) VALUES (?, ?, ?)",
        [store, viewer.databaseValue, sequence.databaseValue])
    }
  }
}
