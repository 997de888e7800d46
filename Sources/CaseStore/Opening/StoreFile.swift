import CSystem
import Casework
import Crypto
import Fold
import Foundation
import GRDB
import GRDBSQLite

/// The store as a file: what must hold before it is opened, and how it is.
struct StoreFile {
  let path: String

  /// `TOMO`, in the header of every store.
  static let applicationID = 0x544F_4D4F

  /// What a connection keeps of the file in memory, at most; SQLite's own default.
  static let kibibytesOfPages = 2000

  init(_ path: String) { self.path = path }

  /// The file itself, where the path is a link to it.
  var real: String { URL(fileURLWithPath: path).resolvingSymlinksInPath().path }
  var name: String { URL(fileURLWithPath: real).lastPathComponent }
  var keyPath: String { real + ".journal-key" }
  var folder: String { URL(fileURLWithPath: real).deletingLastPathComponent().path }

  /// The databases that lie beside it.
  var neighbours: [String] { [DraftsFile.path(beside: self), KeysFile(beside: self).path] }

  /// A connection to a store that is Tomoni's, private, writable, of this program's schema and, where
  /// something speaks against it, looked through.
  ///
  /// - Parameters:
  ///   - isOpenHere: whether this process has a connection already, which looked at the file. Whoever
  ///     closes a file of their own gives up all locks that their process has on it (fcntl(2)): SQLite's
  ///     too, and another process would then take the log away under the first connection.
  ///   - progress: is told how far bringing it up to date has come.
  func connect(
    isOpenHere: Bool = false, progress: StoreProgress? = nil
  ) throws(Refusal) -> DatabaseQueue {
    try check(isOpenHere: isOpenHere)
    return try Refusal.translating(path) {
      let queue = try DatabaseQueue(path: real, configuration: Self.configuration)
      try queue.writeWithoutTransaction { db in
        try Self.prepare(db)
        try Schema.current.migrate(
          db, path: path, keeping: BeforeUpdate(beside: path), progress: progress)
        try checkFile(db)
      }
      return queue
    }
  }

  /// As `connect`, but neither the file nor its schema is brought up to date, or written.
  func connectAsItIs() throws(Refusal) -> DatabaseQueue {
    try check(isOpenHere: false)
    return try Refusal.translating(path) {
      try DatabaseQueue(path: real, configuration: Self.configuration)
    }
  }

  private func check(isOpenHere: Bool) throws(Refusal) {
    if !isOpenHere { try checkHeader() }
    // First who runs it: the files of another account look merely too open.
    try Self.checkKeptFromOthers(folder)
    try Self.checkPrivacy(of: real)
    let files = FileManager.default
    guard files.isWritableFile(atPath: real), files.isWritableFile(atPath: folder) else {
      throw .notWritable(path: path)
    }
    if !isOpenHere { try checkLog() }
  }

  /// The key that the journal's entries are chained with.
  func journalKey() throws(Refusal) -> SymmetricKey { SymmetricKey(data: try journalKeyBytes()) }

  func journalKeyBytes() throws(Refusal) -> Data {
    guard let key = FileManager.default.contents(atPath: keyPath), key.count == 32 else {
      throw .journalKeyMissing(path: keyPath)
    }
    try Self.checkPrivacy(of: keyPath)
    return key
  }

  /// How long a command waits for another process, in milliseconds: at five seconds, 200 writers
  /// lost 1-3 % of their writes.
  static let patience = 30_000

  /// Nobody asks how much memory SQLite has, and Debian's asks for each small piece of it anew.
  private static let isUncounted = system_count_no_memory() == SQLITE_OK

  static var configuration: Configuration {
    _ = isUncounted
    var configuration = Configuration()
    configuration.prepareDatabase { db in
      try db.wait(atMost: patience)
      // What SQLite sets aside while it works never reaches the disk.
      try db.execute(
        sql: "PRAGMA trusted_schema = OFF; PRAGMA temp_store = MEMORY; PRAGMA secure_delete = ON")
      try db.limit()
      db.add(function: folded)
      db.add(function: heard)
    }
    return configuration
  }

  /// What holds for a connection beside its configuration; GRDB would weaken `synchronous` while it
  /// sets up the write-ahead log, so both are done here.
  static func prepare(_ db: Database) throws {
    try db.execute(sql: "PRAGMA journal_mode = WAL; PRAGMA synchronous = FULL")
  }

  static let folded = DatabaseFunction("folded", argumentCount: 1, pure: true) { values in
    values.first?.text.map(Fold.key)
  }

  /// Whether a folded word sounds like one of folded names.
  static let heard = DatabaseFunction("heard", argumentCount: 2, pure: true) { values in
    guard let word = values.first?.text, let names = values.last?.text else { return nil }
    return Fold.isHeard(word, in: names)
  }

  private func checkHeader() throws(Refusal) {
    guard FileManager.default.fileExists(atPath: real) else { throw .storeMissing(path: path) }
    guard let handle = FileHandle(forReadingAtPath: real) else { throw .notPermitted }
    defer { try? handle.close() }
    // The magic, and big-endian at 60 and 68 the number of the schema and of the program.
    let header = (try? handle.read(upToCount: 100)).flatMap { $0 } ?? Data()
    guard header.count == 100, header.starts(with: "SQLite format 3\0".utf8),
      header.word(at: 68) == Self.applicationID
    else { throw .notAStore(path: path) }
    let version = Int(header.word(at: 60))
    guard version <= Schema.current.version else {
      throw .storeNewer(path: path, version: version)
    }
  }

  /// Only the owner may read it, and the owner is who runs the program.
  static func checkPrivacy(of path: String) throws(Refusal) {
    let (mode, owner) = modeAndOwner(of: path)
    guard mode & 0o077 == 0, owner == Int(geteuid()) else { throw .notPrivate(path: path) }
  }

  /// Nobody else may put another file in the store's place, nor another folder in that of one above
  /// it: whoever owns a folder, or may write into it, can exchange what lies in it.
  static func checkKeptFromOthers(_ folder: String) throws(Refusal) {
    var above = URL(fileURLWithPath: folder)
    while true {
      let (mode, owner) = modeAndOwner(of: above.path)
      let isSticky = mode & 0o1000 != 0
      guard mode & 0o022 == 0 || isSticky else {
        throw above.path == folder ? .notPrivate(path: folder) : .looseFolder(path: above.path)
      }
      guard owner == 0 || owner == Int(geteuid()) else {
        let name = try? FileManager.default.attributesOfItem(atPath: above.path)[.ownerAccountName]
        throw .folderOfOther(path: above.path, owner: name as? String ?? String(owner))
      }
      guard above.path != "/" else { return }
      above = above.deletingLastPathComponent()
    }
  }

  private static func modeAndOwner(of path: String) -> (Int, Int) {
    let attributes = try? FileManager.default.attributesOfItem(atPath: path)
    return (
      attributes?[.posixPermissions] as? Int ?? 0o777, attributes?[.ownerAccountID] as? Int ?? -1
    )
  }
}

extension Database {
  /// Lets what follows on this connection give up after so long where another process holds the
  /// file.
  ///
  /// It asks again all the while: SQLite's own way of waiting sleeps for a tenth of a second after a few
  /// times, and misses the gaps that a long import leaves.
  func wait(atMost milliseconds: Int) throws {
    unsafe sqlite3_busy_handler(
      sqliteConnection,
      { patience, tries in
        let left = Int(bitPattern: patience) - Int(tries) * 10
        if left <= 0 { return 0 }
        poll(nil, 0, Int32(min(left, 10)))
        return 1
      }, UnsafeMutableRawPointer(bitPattern: milliseconds))
  }
}
