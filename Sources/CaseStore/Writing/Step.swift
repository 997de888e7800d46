import Casework
import Foundation
import GRDB

/// The writes of one step of undo: each row changed here has its entry in the journal beside it.
final class Step {
  let db: Database
  /// By whom the next writes are.
  var viewer: Viewer? { didSet { who = viewer?.address.code } }
  /// As the journal names the viewer.
  private var who: String?
  /// When they are written down.
  var at: Instant
  /// The day on which they were made, where that was elsewhere: the rules go by it.
  var madeOn: CivilDate?
  /// The command of the one table in force for the next writes.
  var command = ""
  var reason = ""
  /// Where the next writes come from.
  var origin = WriteOrigin.person
  /// The step that this one takes back.
  var undoes: Int?
  /// The entries of the step, those after the last `letGo()`.
  private(set) var entries: [JournalEntry] = []
  private let chain: JournalChain
  let writing: Writing
  /// The persons of names that rows of a sheet ask for.
  let namesakes = Namesakes()
  private var written = Written()
  /// Who changed something else meanwhile of what is written.
  var beside: [Touched] = []
  /// The versions of the records written last.
  private(set) var versions: [RecordAddress: Int] = [:]

  /// What is told of all entries of the step.
  private struct Written {
    /// The sequence of the first, by which the step is called.
    var first: Int64?
    var count = 0
    var kinds: Set<RecordKind> = []
  }

  /// - Parameter writing: what it shares with the other steps of its transaction.
  init(
    _ db: Database, chain: JournalChain, viewer: Viewer?, at: Instant,
    in writing: Writing = Writing()
  ) {
    self.db = db
    self.chain = chain
    self.viewer = viewer
    who = viewer?.address.code
    self.at = at
    self.writing = writing
  }

  var today: CivilDate { madeOn ?? at.dateInJapan }
  var number: Int { Int(written.first ?? 0) }
  /// How many entries it has, those let go among them.
  var count: Int { written.count }
  var touched: Set<RecordKind> { written.kinds }

  /// Lets what follows belong to a step that was begun in another transaction.
  func goOn(_ step: Int64) { written.first = step }

  /// Keeps the entries so far no longer, which nobody will ask for: a sheet has as many as it has rows.
  func letGo() {
    entries.removeAll(keepingCapacity: true)
    versions.removeAll(keepingCapacity: true)
  }

  /// Whether the first write throws: who only looks learns that there is something to write.
  var isReadOnly = false
  private(set) var wouldWrite = false

  func requireWriting() throws(Refusal) {
    guard isReadOnly else { return }
    wouldWrite = true
    throw .stopped
  }

  /// See `Writing.renewDerived`.
  func renewDerived() throws { try writing.renewDerived(in: db) }

  /// As `renewDerived`, where much waits.
  func renewDerivedIfMuch() throws { if writing.isFull { try renewDerived() } }

  /// Adds a record of stored fields; those not among `values` are absent.
  ///
  /// - Parameter uid: the identity of one that stands in another store already.
  func insert(
    _ kind: RecordKind, _ values: [String: FieldValue], uid: Data? = nil
  ) throws -> RecordAddress {
    try requireWriting()
    let fields = Fields.of(kind)
    let uid = uid ?? Data.random128
    try db.run(
      fields.insert,
      fields.stored.map { $0.shape.stored(values[$0.name] ?? .absent) } + [uid.databaseValue])
    let address = RecordAddress(kind, RecordID(db.lastInsertedRowID))
    try noteAdded(address, version: 1, values, uid)
    return address
  }

  /// Adds a record again that was taken away, as it was and with its address.
  func putBack(_ address: RecordAddress, _ values: [String: FieldValue]) throws {
    let fields = Fields.of(address.kind)
    let version = try db.versions(of: address) + 1
    try db.run(
      fields.putBack,
      [address.id.rawValue.databaseValue, version.databaseValue]
        + fields.stored.map { $0.shape.stored(values[$0.name] ?? .absent) })
    try noteAdded(address, version: version, values, db.uid(of: address))
  }

  private func noteAdded(
    _ address: RecordAddress, version: Int, _ values: [String: FieldValue], _ uid: Data?
  ) throws {
    try write(
      address, version: version, before: [:], after: values.filter { !$0.value.isAbsent }, uid)
    try writing.touchedCases.note(address, [values], changed: nil, in: db)
    try noteKeys(address, values, changed: nil)
  }

  /// Writes the keys by which a sheet finds a record, which the next row may look for, and notes whose
  /// searched text becomes another.
  private func noteKeys(
    _ address: RecordAddress, _ values: [String: FieldValue], changed: Set<String>?
  ) throws {
    try db.indexKeys(address, values, changed: changed, namesakes)
    for address in try db.textsChanged(with: address, changed: changed) {
      writing.touchedTexts.insert(address)
    }
  }

  /// Changes fields of a record; `changes` are different from what it holds.
  func update(_ record: StoredRecord, _ changes: [String: FieldValue]) throws {
    try requireWriting()
    let address = record.address
    let names = changes.keys.sorted()
    let fields = Fields.of(address.kind)
    let description = RecordDescription.of(address.kind)
    let values = names.map { name in
      description[name]?.shape.stored(changes[name] ?? .absent) ?? .null
    }
    let uid = try db.rows(
      Condition(
        sql: fields.update(names), arguments: values + [address.id.rawValue.databaseValue])
    ).first.flatMap { Data.fromDatabaseValue($0[0]) }
    for (kind, via) in Self.borrowers(of: address.kind) {
      try db.run(
        "UPDATE \(kind.table) SET version = version + 1 WHERE \(quoted(via)) = ?",
        [address.id.rawValue.databaseValue])
      // Which of them it were, the statement does not say.
      versions = versions.filter { $0.key.kind != kind }
    }
    let before = record.values.filter { changes[$0.key] != nil }
    try write(address, version: record.version + 1, before: before, after: changes, uid)
    try writing.touchedCases.note(address, [record.values, changes], changed: Set(names), in: db)
    try noteKeys(address, record.values.merging(changes) { $1 }, changed: Set(names))
  }

  /// Takes a record away that nothing refers to.
  func delete(_ record: StoredRecord) throws {
    let address = record.address
    try db.removeFromIndex(address)
    namesakes.forget()
    // While the record can still say which one it is.
    try write(
      address, version: record.version + 1, before: record.values.filter { !$0.value.isAbsent },
      after: [:], db.uid(of: address))
    versions[address] = nil
    try db.run(
      "DELETE FROM \(address.kind.table) WHERE id = ?", [address.id.rawValue.databaseValue])
    try writing.touchedCases.note(address, [record.values], changed: nil, in: db)
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
    try write(address, version: nil, before: [:], after: after, db.uid(of: address))
  }

  /// Runs `body`; where it throws, or where its result is not to be kept, none of its writes and
  /// entries are left.
  func attempt<T>(keeping isKept: (T) -> Bool = { _ in true }, _ body: () throws -> T) throws -> T {
    let (written, mark) = (written, writing.mark)
    func rollBack() throws {
      // SQLite has rolled back by itself where the disk is full.
      if db.isInsideTransaction {
        try db.run("ROLLBACK TO attempt", [])
        try db.run("RELEASE attempt", [])
      }
      entries.removeLast(min(entries.count, self.written.count - written.count))
      self.written = written
      versions = [:]
      namesakes.forget()
      writing.goBack(to: mark)
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

  private static func hasSupervisors(_ kind: RecordKind) -> Bool {
    RecordDescription.of(kind)[\Staff.isSupervisor] != nil
  }

  /// Writes down what a record says whose row was brought from another store, and stands already.
  func noteBrought(
    _ address: RecordAddress, version: Int, before: [String: FieldValue],
    after: [String: FieldValue], _ uid: Data
  ) throws {
    try write(address, version: version, before: before, after: after, uid)
  }

  private func write(
    _ address: RecordAddress, version: Int?, before: [String: FieldValue],
    after: [String: FieldValue], _ uid: Data?
  ) throws {
    let content = JournalChain.Content(
      before: StoredFields.json(before, of: address.kind),
      after: StoredFields.json(after, of: address.kind), reason: reason)
    let (sequence, step) = try add(
      command, address, version: version, content, uid, step: written.first, undoes: undoes)
    if version != nil {
      try db.noteStatus(address, after, sequence: sequence, day: at.dateInJapan, undoes: undoes)
    }
    written.first = step
    written.count += 1
    written.kinds.insert(address.kind)
    versions[address] = version
    if Self.hasSupervisors(address.kind) { writing.supervisors = nil }
    entries.append(
      JournalEntry(
        sequence: Int(sequence), step: Int(step), at: at, who: viewer.map { Link($0.address) },
        command: command, record: Link(address), before: before, after: after, reason: reason,
        undoes: undoes))
  }

  /// Seconds by which clocks of one machine are put right as they run.
  private static let clockDrift: Int64 = 60

  /// Where the journal ends.
  ///
  /// A clock that was set back since its last entry is an entry of its own: the days and times after it are
  /// not what they seem.
  private func head() throws -> (sequence: Int64, mac: Data) {
    if let head = writing.head { return head }
    let last = try db.journalHead()
    let head = (last.sequence, last.mac)
    writing.head = head
    guard let viewer, last.at - Self.clockDrift > at.rawValue else { return head }
    let nothing = JournalChain.Content(before: "{}", after: "{}", reason: "")
    _ = try add(
      JournalCommand.clockSetBack.rawValue, viewer.address, version: nil, nothing,
      db.uid(of: viewer.address))
    return writing.head ?? head
  }

  /// Adds an entry to the end of the journal.
  ///
  /// - Parameter step: what it belongs to; nil where it begins one.
  private func add(
    _ command: String, _ address: RecordAddress, version: Int?, _ content: JournalChain.Content,
    _ uid: Data?, step: Int64? = nil, undoes: Int? = nil
  ) throws -> (sequence: Int64, step: Int64) {
    let last = try head()
    let sequence = last.sequence + 1
    let salt = Data.random128
    let row = JournalChain.Row(
      sequence: sequence, step: step ?? sequence, at: at.rawValue, who: who,
      command: command, recordKind: address.kind.rawValue, record: address.id.rawValue,
      version: version.map(Int64.init), undoes: undoes.map(Int64.init),
      hash: content.hash(salt: salt), uid: uid)
    let mac = chain.mac(after: last.mac, row)
    try db.insert(row, mac: mac, content, salt: salt, &writing.words)
    writing.head = (sequence, mac)
    return (sequence, row.step)
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
