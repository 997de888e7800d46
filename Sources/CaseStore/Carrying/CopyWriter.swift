import Casework
import Crypto
import Foundation
import GRDB

/// Writes a copy of some records as a store of its own, with a journal and a key of its own: what it was
/// taken from cannot be written or proved with it.
struct CopyWriter {
  let path: String
  let id: String
  let until: CivilDate
  let carrier: RecordAddress
  let moment: Instant

  private var keyPath: String { StoreFile(path).keyPath }

  /// Writes the file, which has its whole content when it has its name.
  ///
  /// - Parameter home: a reading of the store.
  /// - Returns: the end of its journal.
  func write(_ set: CarriedSet, from home: Database) throws -> JournalSeal {
    // What a process left that was killed.
    discard()
    try StoreFile.checkKeptFromOthers(StoreFile(path).folder)
    let key: Data
    do {
      try PrivateFile.create(path, Data())
      key = try PrivateFile.createKey(keyPath)
    } catch {
      throw Refusal.cannotWrite(path)
    }
    let queue = try DatabaseQueue(path: path, configuration: StoreFile.configuration)
    let chain = JournalChain(key: SymmetricKey(data: key))
    try StoreSetup.prepare(queue, path)
    let seal = try queue.write { db in
      try fill(db, set, from: home, chain)
      return JournalSeal(bytes: Array(try db.journalHead().mac))
    }
    let isWhole = try queue.read { try $0.verifyJournal(chain).isWhole }
    guard isWhole else { throw Refusal.storeDamaged(path: path) }
    // One file and its key, whatever is done with them.
    try queue.writeWithoutTransaction { db in
      try db.emptyLog()
      try db.execute(sql: "PRAGMA journal_mode = DELETE")
    }
    try queue.close()
    try PrivateFile.synchronize(path)
    return seal
  }

  /// Gives it its name, the key first.
  func name(_ place: String) throws(Refusal) {
    for (one, other) in [(keyPath, StoreFile(place).keyPath), (path, place)] {
      guard unsafe link(one, other) == 0 else {
        throw errno == EEXIST ? .storeExists(path: other) : .cannotWrite(other)
      }
    }
  }

  /// Takes away what was written under the name it has at first.
  func discard() {
    for ending in ["", "-wal", "-shm", "-journal", ".journal-key"] { unsafe unlink(path + ending) }
  }

  private func fill(
    _ db: Database, _ set: CarriedSet, from home: Database, _ chain: JournalChain
  ) throws {
    try db.execute(sql: "PRAGMA defer_foreign_keys = ON")
    try copyFrame(db, from: home)
    // What stands at home is not asked again whether it may: a host may be suspended since.
    let guards = try Row.fetchAll(
      db,
      sql: """
        SELECT name, sql FROM sqlite_schema WHERE type = 'trigger' AND lower(sql) LIKE '%raise(abort%'
        """)
    for row in guards {
      try db.execute(sql: "DROP TRIGGER \(quoted(row.text(at: 0) ?? ""))")
    }
    let records = set.inOrder
    var births: [Birth] = []
    for record in records {
      guard let uid = try home.uid(of: record.address) else { continue }
      try insert(record, uid, in: db)
      births += try self.births(of: record, uid, in: home)
    }
    for row in guards { try db.execute(sql: row.text(at: 1) ?? "") }
    let step = Step(db, chain: chain, viewer: nil, at: moment)
    let first = births.map(\.at).min() ?? moment
    step.at = min(first, moment)
    let told: [LaptopCopy.Detail: String] = [
      .id: id, .until: until.description, .cases: String(set.cases.count),
    ]
    try step.note(.laptopTaken, of: carrier, after: told.told)
    step.command = JournalCommand.laptopTaken.rawValue
    // In order of time, in which a journal is read.
    for birth in births.enumerated().sorted(by: {
      ($0.element.at, $0.offset) < ($1.element.at, $1.offset)
    }).map(\.element) {
      step.at = min(birth.at, moment)
      try step.noteBrought(
        birth.address, version: birth.version, before: birth.before, after: birth.after, birth.uid)
    }
    try db.makeAllThatFollows()
  }

  /// The organisation, which store it is of, and from which numbers on it counts.
  private func copyFrame(_ db: Database, from home: Database) throws {
    let tables = [
      "organisation": ["id", "name", "isDemo", "createdAt", "fiscalYearStart", "phone"],
      "caseSerial": ["year", "last"],
    ]
    for (table, columns) in tables {
      let names = columns.joined(separator: ", ")
      for row in try Row.fetchAll(home, sql: "SELECT \(names) FROM \(table)") {
        let marks = columns.map { _ in "?" }.joined(separator: ", ")
        try db.execute(
          sql: "INSERT INTO \(table) (\(names)) VALUES (\(marks))",
          arguments: StatementArguments(row.databaseValues))
      }
    }
    let lineage = try String.fetchOne(home, sql: "SELECT id FROM storeIdentity") ?? ""
    try db.execute(sql: "UPDATE storeIdentity SET id = ?, inode = NULL", arguments: [lineage])
    for row in try Row.fetchAll(home, sql: "SELECT name, seq FROM sqlite_sequence") {
      guard let name = row.text(at: 0), RecordKind(rawValue: name) != nil else { continue }
      try db.execute(sql: "DELETE FROM sqlite_sequence WHERE name = ?", arguments: [name])
      try db.execute(
        sql: "INSERT INTO sqlite_sequence (name, seq) VALUES (?, ?)",
        arguments: [name, row.number(at: 1)])
    }
  }

  private func insert(_ record: StoredRecord, _ uid: Data, in db: Database) throws {
    let fields = Fields.of(record.address.kind)
    let columns = fields.stored.map { quoted($0.name) }
    let marks = columns.map { _ in "?" }.joined(separator: ", ")
    try db.run(
      """
      INSERT INTO \(record.address.kind.table) (id, version, uid, \(columns.joined(separator: ", ")))
      VALUES (?, ?, ?, \(marks))
      """,
      [
        record.address.id.rawValue.databaseValue, record.version.databaseValue, uid.databaseValue,
      ] + fields.stored.map { $0.shape.stored(record.values[$0.name] ?? .absent) })
  }

  // MARK: What the journal of the copy begins with

  private struct Birth {
    let address: RecordAddress
    let uid: Data
    let at: Instant
    let version: Int
    var before: [String: FieldValue] = [:]
    let after: [String: FieldValue]
  }

  /// A record as it is, with when it reached each status that it went through.
  ///
  /// Deadlines and lists count from those days. Of what else was changed when and by whom, the journal at home
  /// tells.
  private func births(
    of record: StoredRecord, _ uid: Data, in home: Database
  ) throws -> [Birth] {
    let values = record.values.filter { !$0.value.isAbsent }
    let whole = Birth(
      address: record.address, uid: uid, at: moment, version: record.version, after: values)
    guard let field = RecordDescription.of(record.address.kind).statusField,
      field.origin == .stored, case .code(let now)? = values[field.name]
    else { return [whole] }
    let moves = try home.standingMoves(of: record.address)
    guard let first = moves.first, moves.last?.status == now else { return [whole] }
    var births: [Birth] = []
    for (index, move) in moves.enumerated() {
      let version = index == moves.count - 1 ? record.version : min(index + 1, record.version)
      let status = [field.name: FieldValue.code(move.status)]
      if index == 0 {
        births.append(
          Birth(
            address: record.address, uid: uid, at: first.at, version: version,
            after: values.merging(status) { $1 }))
      } else {
        births.append(
          Birth(
            address: record.address, uid: uid, at: move.at, version: version,
            before: [field.name: .code(moves[index - 1].status)], after: status))
      }
    }
    return births
  }
}

extension Database {
  /// The statuses that a record went through, without those that were taken back.
  fileprivate func standingMoves(
    of address: RecordAddress
  ) throws -> [(status: String, at: Instant)] {
    let rows = try Row.fetchAll(
      self,
      sql: """
        SELECT m.status, j.at, m.undoes FROM statusMove AS m
          JOIN journal AS j ON j.sequence = m.sequence
        WHERE m.recordKind = ? AND m.record = ? ORDER BY m.sequence
        """, arguments: [address.kind.rawValue, address.id.rawValue])
    var moves: [(status: String, at: Instant)] = []
    for row in rows {
      guard let status = row.text(at: 0), let at = row.number(at: 1) else { continue }
      if row.number(at: 2) != nil, let earlier = moves.lastIndex(where: { $0.status == status }) {
        moves.removeSubrange((earlier + 1)...)
      } else if moves.last?.status != status {
        moves.append((status, Instant(at)))
      }
    }
    return moves
  }
}
