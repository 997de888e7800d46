package import Casework
import Crypto
import Foundation
import GRDB

/// Looks after a store as a file, whoever may look into it; it can return no record.
package enum StoreCare {
  /// Copies the store at `path`, as it is at one moment while others write, into a new file that only its
  /// owner may read.
  ///
  /// A store of an older program stays one. The copy also holds the key of its journal: it is all that has to
  /// be kept. What is not in it are drafts, and the file in which sshd looks keys up, which follows from the
  /// store.
  ///
  /// - Parameter progress: is told how many pages are copied, and of how many.
  /// - Throws: what is wrong with the store; `cannotWrite`, `diskFull`.
  package static func copy(
    _ path: String, to copy: String, progress: @escaping StoreProgress = { _, _ in }
  ) throws(Refusal) {
    let file = StoreFile(path)
    let source = try file.connectAsItIs()
    let key = try file.journalKeyBytes()
    try Refusal.translating(copy) {
      try PrivateFile.create(copy, Data())
      let queue = try DatabaseQueue(path: copy, configuration: StoreFile.configuration)
      try source.unsafeRead { db in
        try queue.writeWithoutTransaction { copied in
          // SQLite begins anew whenever somebody writes between two steps, unless what is read stays the same.
          try db.inTransaction(.deferred) {
            _ = try db.row("SELECT count(*) FROM sqlite_schema")
            try db.backup(to: copied, pagesPerStep: pagesAtOnce) {
              progress($0.completedPageCount, $0.totalPageCount)
            }
            return .commit
          }
          // One file, whatever is done with it.
          try copied.execute(sql: "PRAGMA journal_mode = DELETE")
          try copied.execute(sql: "CREATE TABLE \(keptKey) (key BLOB NOT NULL) STRICT")
          try copied.run("INSERT INTO \(keptKey) VALUES (?)", [key.databaseValue])
        }
      }
      try queue.close()
      try source.close()
    }
  }

  /// Brings a copy that `copy(_:to:)` made up to date, and goes through all of it.
  ///
  /// - Parameters:
  ///   - name: what the copy is called in refusals.
  ///   - seals: of which it is told whether they stand in its journal.
  ///   - isDeep: whether the records are compared with what the journal tells, and what follows from them
  ///     with what stands there, which takes longer than the rest.
  /// - Throws: `notACopy`, `storeNewer`; `storeDamaged` where a page, a row or a reference does not fit the
  ///   others.
  package static func tally(
    ofCopy path: String, called name: String, holding seals: Set<JournalSeal> = [],
    isDeep: Bool = false
  ) throws(Refusal) -> StoreTally {
    try Refusal.translating(name) {
      let queue: DatabaseQueue
      do {
        queue = try DatabaseQueue(path: path, configuration: StoreFile.configuration)
      } catch let error as DatabaseError where error.resultCode == .SQLITE_NOTADB {
        throw Refusal.notACopy(path: name)
      }
      let key = try queue.read { try keyKept(in: $0, name) }
      let tally = try queue.writeWithoutTransaction { db in
        try db.requireWhole(name)
        try Schema.current.migrate(db, path: name)
        return try db.tally(JournalChain(key: SymmetricKey(data: key)), seals, isDeep: isDeep)
      }
      try queue.close()
      return tally
    }
  }

  /// Makes a copy the store at `path`, where there is none.
  ///
  /// Drafts that lie there are of another state of the store, and are put aside under a name beside it. Who
  /// was erased since is erased from it before anybody can open it.
  ///
  /// Looked through deeply, what does not follow from the records is made anew, and no finding any more.
  ///
  /// - Parameter erased: the identities of the persons who were erased, by `ErasedList`.
  /// - Throws: `storeExists`; what `tally(ofCopy:)` throws.
  package static func adopt(
    _ copy: String, called name: String, as path: String, withoutErased erased: Set<String> = [],
    isDeep: Bool = false, clock: CaseStore.Clock
  ) throws(Refusal) -> StoreTally {
    let files = FileManager.default
    let file = StoreFile(path)
    guard FileIdentity(path) == nil else { throw .storeExists(path: path) }
    var tally = try tally(ofCopy: copy, called: name, isDeep: isDeep)
    return try Refusal.translating(path) {
      let queue = try DatabaseQueue(path: copy, configuration: StoreFile.configuration)
      let key = try queue.read { try keyKept(in: $0, name) }
      if let other = files.contents(atPath: file.keyPath) {
        guard other == key else { throw Refusal.storeExists(path: file.keyPath) }
      } else {
        try PrivateFile.create(file.keyPath, key)
      }
      try queue.writeWithoutTransaction { db in
        try db.execute(sql: "DROP TABLE \(keptKey)")
        if tally.journal.findings.contains(where: { $0.cause == .stale }) {
          try db.inTransaction {
            try db.makeAllThatFollows()
            return .commit
          }
          tally.journal.found -= tally.journal.findings.count { $0.cause == .stale }
          tally.journal.findings.removeAll { $0.cause == .stale }
        }
        try db.eraseAgain(erased, JournalChain(key: SymmetricKey(data: key)), at: clock())
        // All that may find no room on the disk comes before there is a store.
        try KeysFile(beside: file).rewrite(from: db)
      }
      try ErasedList(beside: path).add(erased)
      try queue.close()
      let drafts = DraftsFile.path(beside: file)
      if files.fileExists(atPath: drafts) {
        try files.moveItem(atPath: drafts, toPath: "\(drafts).\(UUID().uuidString)")
      }
      // A link, unlike a renaming, fails where somebody made the file meanwhile.
      guard unsafe link(copy, path) == 0 else {
        throw errno == EEXIST ? Refusal.storeExists(path: path) : .cannotWrite(path)
      }
      unsafe unlink(copy)
      do {
        _ = try OpenedStore(path)
      } catch {
        // It is there as a whole; whoever opens it is told of the disk.
        guard (error as any Error) as? Refusal == .diskFull else { throw error }
      }
      return tally
    }
  }

  /// The seal at the end of the journal of a store or of a copy.
  package static func seal(of path: String) throws(Refusal) -> JournalSeal {
    let queue = try StoreFile(path).connectAsItIs()
    return try Refusal.translating(path) {
      defer { try? queue.close() }
      return JournalSeal(bytes: Array(try queue.reading { try $0.journalHead().mac }))
    }
  }

  private static let pagesAtOnce: CInt = 2_000
  private static let keptKey = "backupKey"

  private static func keyKept(in db: Database, _ path: String) throws -> Data {
    let identity = try Int.fetchOne(db, sql: "PRAGMA application_id")
    guard identity == StoreFile.applicationID, try db.tableExists(keptKey),
      let key = try Data.fetchOne(db, sql: "SELECT key FROM \(keptKey)"), key.count == 32
    else { throw Refusal.notACopy(path: path) }
    return key
  }
}

extension Database {
  fileprivate func eraseAgain(
    _ identities: Set<String>, _ chain: JournalChain, at moment: Instant
  ) throws {
    let cases = try cases(ofIdentities: identities)
    if cases.isEmpty { return }
    try inTransaction {
      let step = Step(self, chain: chain, viewer: nil, at: moment)
      for id in cases {
        do {
          _ = try step.erase(personOf: id, reason: "", isAgain: true)
        } catch Refusal.cannotErase(.done) {}
      }
      try step.renewDerived()
      return .commit
    }
    try joinSearchPieces()
    try execute(sql: "VACUUM")
  }

  fileprivate func requireWhole(_ path: String) throws {
    guard try String.fetchOne(self, sql: "PRAGMA integrity_check(1)") == "ok",
      try Row.fetchOne(self, sql: "PRAGMA foreign_key_check") == nil
    else { throw Refusal.storeDamaged(path: path) }
  }

  fileprivate func tally(
    _ chain: JournalChain, _ seals: Set<JournalSeal>, isDeep: Bool
  ) throws -> StoreTally {
    var journal =
      try isDeep
      ? verifyJournal(chain, seals: seals, isWhole: true) : verifyChain(chain, seals: seals)
    if isDeep {
      let stale = try tablesThatDoNotFollow().map { JournalFinding(.stale, detail: $0) }
      journal.findings += stale
      journal.found += stale.count
    }
    let kinds = RecordKind.allCases.filter { !RecordDescription.of($0).isMadeByStore }
    let records = try kinds.map { ($0, try count($0.table)) }.filter { $0.1 > 0 }
    let last = try row("SELECT max(at) FROM journal WHERE sequence > ?", 0.databaseValue)
    let erased = try String.fetchSet(
      self,
      sql: "SELECT lower(hex(uid)) FROM journal WHERE command = ? AND recordKind = ?",
      arguments: [JournalCommand.erase.rawValue, RecordKind.person.rawValue])
    return StoreTally(
      records: Dictionary(uniqueKeysWithValues: records),
      journal: journal,
      lastChange: last?.number(at: 0).map { Instant($0) }, erased: erased)
  }
}
