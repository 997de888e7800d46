import Casework
import Foundation
import GRDB

/// The writes of one step of undo: each row changed here has its entry in the journal beside it.
final class Step {
  let db: Database
  let viewer: Viewer?
  let at: Instant
  /// The command of the one table in force for the next writes.
  var command = ""
  var reason = ""
  /// Where the next writes come from.
  var origin = WriteOrigin.person
  /// The step that this one takes back.
  var undoes: Int?
  private(set) var entries: [JournalEntry] = []
  /// The cases whose deadlines are to be written anew before the step ends.
  var touchedCases = TouchedCases()
  private let chain: JournalChain
  /// The sequence and the MAC of the entry written last, once they are known.
  private var head: (sequence: Int64, mac: Data)?

  init(_ db: Database, chain: JournalChain, viewer: Viewer?, at: Instant) {
    self.db = db
    self.chain = chain
    self.viewer = viewer
    self.at = at
  }

  var today: CivilDate { at.dateInJapan }
  var number: Int { entries.first?.sequence ?? 0 }
  var touched: Set<RecordKind> { Set(entries.compactMap { $0.record?.address.kind }) }

  /// Adds a record of stored fields; those not among `values` are absent.
  func insert(_ kind: RecordKind, _ values: [String: FieldValue]) throws -> RecordAddress {
    let fields = Fields(of: kind)
    try db.run(fields.insert, fields.stored.map { $0.shape.stored(values[$0.name] ?? .absent) })
    let address = RecordAddress(kind, RecordID(db.lastInsertedRowID))
    try noteAdded(address, version: 1, values)
    return address
  }

  /// Adds a record again that was taken away, as it was and with its address.
  func putBack(_ address: RecordAddress, _ values: [String: FieldValue]) throws {
    let fields = Fields(of: address.kind)
    let version = try db.versions(of: address) + 1
    try db.run(
      fields.putBack,
      [address.id.rawValue.databaseValue, version.databaseValue]
        + fields.stored.map { $0.shape.stored(values[$0.name] ?? .absent) })
    try noteAdded(address, version: version, values)
  }

  private func noteAdded(
    _ address: RecordAddress, version: Int, _ values: [String: FieldValue]
  ) throws {
    try write(address, version: version, before: [:], after: values.filter { !$0.value.isAbsent })
    try touchedCases.note(address, [values], changed: nil, in: db)
    try db.index(address, changed: nil)
  }

  /// Changes fields of a record; `changes` are different from what it holds.
  func update(_ record: StoredRecord, _ changes: [String: FieldValue]) throws {
    let address = record.address
    let names = changes.keys.sorted()
    let fields = Fields(of: address.kind)
    let description = RecordDescription.of(address.kind)
    let values = names.map { name in
      description[name]?.shape.stored(changes[name] ?? .absent) ?? .null
    }
    try db.run(fields.update(names), values + [address.id.rawValue.databaseValue])
    for (kind, via) in Self.borrowers(of: address.kind) {
      try db.run(
        "UPDATE \(kind.table) SET version = version + 1 WHERE \(quoted(via)) = ?",
        [address.id.rawValue.databaseValue])
    }
    let before = record.values.filter { changes[$0.key] != nil }
    try write(address, version: record.version + 1, before: before, after: changes)
    try touchedCases.note(address, [record.values, changes], changed: Set(names), in: db)
    try db.index(address, changed: Set(names))
  }

  /// Takes a record away that nothing refers to.
  func delete(_ record: StoredRecord) throws {
    let address = record.address
    try db.removeFromIndex(address)
    // While the record can still say which one it is.
    try write(
      address, version: record.version + 1, before: record.values.filter { !$0.value.isAbsent },
      after: [:])
    try db.run(
      "DELETE FROM \(address.kind.table) WHERE id = ?", [address.id.rawValue.databaseValue])
    try touchedCases.note(address, [record.values], changed: nil, in: db)
  }

  /// Writes down what changes no row: a login, a view, a key.
  func note(
    _ command: JournalCommand, of address: RecordAddress, after: [String: FieldValue] = [:]
  ) throws {
    try note(command.rawValue, of: address, after: after)
  }

  /// As `note(_:of:after:)`, by a command that is none of the store's own.
  func note(
    _ command: String, of address: RecordAddress, after: [String: FieldValue] = [:]
  ) throws {
    self.command = command
    try write(address, version: nil, before: [:], after: after)
  }

  /// Runs `body`; where it throws, or where its result is not to be kept, none of its writes and
  /// entries are left.
  func attempt<T>(keeping isKept: (T) -> Bool = { _ in true }, _ body: () throws -> T) throws -> T {
    let (count, head, touchedCases) = (entries.count, head, touchedCases)
    func rollBack() throws {
      // SQLite has rolled back by itself where the disk is full.
      if db.isInsideTransaction {
        try db.run("ROLLBACK TO attempt", [])
        try db.run("RELEASE attempt", [])
      }
      entries.removeLast(entries.count - count)
      (self.head, self.touchedCases) = (head, touchedCases)
    }
    try db.run("SAVEPOINT attempt", [])
    do {
      let result = try body()
      if isKept(result) { try db.run("RELEASE attempt", []) } else { try rollBack() }
      return result
    } catch {
      try rollBack()
      throw error
    }
  }

  /// The reference fields through which other kinds show fields of this kind as their own.
  static func borrowers(of kind: RecordKind) -> [(kind: RecordKind, via: String)] {
    borrowersByKind[kind] ?? []
  }

  private static let borrowersByKind = RecordKind.allCases.reduce(
    into: [RecordKind: [(kind: RecordKind, via: String)]]()
  ) { result, kind in
    for case .borrowed(let via, let from) in Set(RecordDescription.of(kind).fields.map(\.origin)) {
      result[from, default: []].append((kind, via))
    }
  }

  private func write(
    _ address: RecordAddress, version: Int?, before: [String: FieldValue],
    after: [String: FieldValue]
  ) throws {
    let last = try head ?? db.journalHead()
    let sequence = last.sequence + 1
    let step = entries.first.map { Int64($0.step) } ?? sequence
    let content = JournalChain.Content(
      before: try StoredFields.json(before, of: address.kind),
      after: try StoredFields.json(after, of: address.kind), reason: reason)
    let salt = Data.randomSalt
    let row = JournalChain.Row(
      sequence: sequence, step: step, at: at.rawValue, who: viewer?.address.code,
      command: command, recordKind: address.kind.rawValue, record: address.id.rawValue,
      version: version.map(Int64.init), undoes: undoes.map(Int64.init),
      hash: content.hash(salt: salt), uid: try db.uid(of: address))
    let mac = chain.mac(after: last.mac, row)
    try db.insert(row, mac: mac, content, salt: salt)
    if version != nil {
      try db.noteStatus(address, after, sequence: sequence, day: today, undoes: undoes)
    }
    head = (sequence, mac)
    entries.append(
      JournalEntry(
        sequence: Int(sequence), step: Int(step), at: at, who: viewer.map { Link($0.address) },
        command: command, record: Link(address), before: before, after: after, reason: reason,
        undoes: undoes))
  }
}

extension RecordAddress {
  /// As the journal names somebody: `staff:3`.
  var code: String { "\(kind.rawValue):\(id.rawValue)" }

  init?(code: String) {
    let parts = code.split(separator: ":")
    guard parts.count == 2, let kind = RecordKind(rawValue: String(parts[0])),
      let id = Int64(parts[1])
    else { return nil }
    self.init(kind, RecordID(id))
  }
}
