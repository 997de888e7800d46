package import Casework
import Foundation
import GRDB

/// Is told how far bringing a store up to date has come: first in hundredths of its migrations, then by
/// how many records something was made anew, and of how many.
package typealias StoreProgress = (_ done: Int, _ total: Int) -> Void

/// Makes a store and brings it up to date; it can return no record.
package enum StoreSetup {
  /// Makes the store at `path`, its folder where there is none, and the journal's key beside it.
  ///
  /// - Parameters:
  ///   - coordinator: the name of the first member of staff, who is a supervisor.
  ///   - account: their unix account.
  ///   - partners: organisations it knows from the beginning.
  ///   - fiscalYearStart: the month, 1 to 12, with which the organisation's year begins.
  /// - Throws: `storeExists`, `notWritable`.
  package static func create(
    _ path: String, organisation: String, coordinator: String, account: String,
    partners: [PartnerOrganisation] = [], isDemo: Bool = false, fiscalYearStart: Int = 4,
    clock: CaseStore.Clock
  ) throws(Refusal) {
    var staff = Staff()
    staff.name = coordinator
    staff.account = account
    try create(
      path, organisation: organisation, coordinator: staff, partners: partners, isDemo: isDemo,
      fiscalYearStart: fiscalYearStart, clock: clock)
  }

  /// The same with all that is known of the first member of staff.
  package static func create(
    _ path: String, organisation: String, coordinator: Staff,
    partners: [PartnerOrganisation] = [], isDemo: Bool = false, fiscalYearStart: Int = 4,
    clock: CaseStore.Clock
  ) throws(Refusal) {
    let file = StoreFile(path)
    let files = FileManager.default
    guard !files.fileExists(atPath: path) else { throw .storeExists(path: path) }
    // Under another name until it is whole, so that nobody opens half a store.
    let unfinished = path + ".new"
    func removeUnfinished() {
      for leftover in [unfinished, unfinished + "-wal", unfinished + "-shm"] {
        try? files.removeItem(atPath: leftover)
      }
    }
    defer { removeUnfinished() }
    do {
      if !files.fileExists(atPath: file.folder) {
        try files.createDirectory(
          atPath: file.folder, withIntermediateDirectories: true,
          attributes: [.posixPermissions: 0o700])
      }
    } catch {
      throw .cannotWrite(path)
    }
    try StoreFile.checkKeptFromOthers(file.folder)
    do {
      if !files.fileExists(atPath: file.keyPath) {
        _ = try PrivateFile.createKey(file.keyPath)
      }
      removeUnfinished()
      try PrivateFile.create(unfinished, Data())
    } catch {
      throw .cannotWrite(path)
    }
    let chain = JournalChain(key: try file.journalKey())
    try Refusal.translating(path) {
      let queue = try DatabaseQueue(path: unfinished, configuration: StoreFile.configuration)
      try prepare(queue, path)
      let now = clock()
      try queue.write { db in
        try db.execute(
          sql: """
            INSERT INTO organisation (id, name, isDemo, createdAt, fiscalYearStart)
            VALUES (1, ?, ?, ?, ?)
            """, arguments: [organisation, isDemo, now.rawValue, fiscalYearStart])
        let step = Step(db, chain: chain, viewer: nil, at: now)
        step.command = JournalCommand.begin.rawValue
        var staff = coordinator
        staff.isSupervisor = true
        try step.begin(staff)
        for partner in partners { try step.begin(partner) }
        try step.renewDerived()
      }
      // What a full disk leaves in the log would not go with the file to its name.
      try queue.writeWithoutTransaction { try $0.emptyLog() }
      try queue.close()
      try DraftsFile.clear(beside: file)
      do {
        try files.moveItem(atPath: unfinished, toPath: path)
      } catch {
        throw Refusal.storeExists(path: path)
      }
    }
  }

  /// Makes an empty file a store of today's schema in which nothing is.
  ///
  /// - Parameter path: by which a failure calls it.
  static func prepare(_ queue: DatabaseQueue, _ path: String) throws {
    try queue.writeWithoutTransaction { db in
      try db.execute(sql: "PRAGMA application_id = \(StoreFile.applicationID)")
      try StoreFile.prepare(db)
      try Schema.current.migrate(db, path: path)
    }
  }
}

extension Step {
  /// Writes a record with which a store begins.
  fileprivate func begin<R: Casework.Record>(_ record: R) throws {
    let description = RecordDescription.of(R.kind)
    let values = Fields.of(R.kind).normalised(
      description.emptyValues.merging(record.changes(since: nil)) { $1 })
    try Refusal.check(description.problems(in: values, before: nil))
    _ = try insert(R.kind, values)
  }
}
