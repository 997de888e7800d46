import Casework
import Foundation
import GRDB

/// The records as the journal tells of them, compared with the records that are there.
///
/// Every entry and every row is read once, in the order in which they lie.
struct JournalReplay {
  /// How many findings are named; beyond, they are only counted.
  static let mostNamed = 100

  private let db: Database
  private var traces: [RecordAddress: RecordTrace] = [:]
  /// How often each record that lends fields to others was changed.
  private var updates: [RecordAddress: Int64] = [:]
  private(set) var findings: [JournalFinding] = []
  private(set) var count = 0

  init(_ db: Database) { self.db = db }

  /// - Parameter isEmpty: whether the journal has no entry at all.
  mutating func compare(isEmpty: Bool) throws {
    if isEmpty {
      let rows = try JournaledFields.all.keys.reduce(0) { count, kind in
        count + Int(try db.row("SELECT count(*) FROM \(kind.table)")?.number(at: 0) ?? 0)
      }
      if rows > 0 { add(JournalFinding(.empty, detail: String(rows))) }
      return
    }
    try readEntries()
    updates = traces.filter { !Step.borrowers(of: $0.key.kind).isEmpty }.mapValues(\.updates)
    for kind in RecordKind.allCases {
      if let fields = JournaledFields.all[kind] { try compareRows(kind, fields) }
    }
    let gone = traces.filter { $0.value.exists && !$0.value.isEmptied }
    for (address, trace) in gone.sorted(by: { $0.value.last < $1.value.last }) {
      add(
        JournalFinding(
          .missing, record: Link(address, number: address.number), entries: [Int(trace.last)]))
    }
  }

  mutating func add(_ finding: JournalFinding) {
    count += 1
    if findings.count < Self.mostNamed { findings.append(finding) }
  }

  private mutating func readEntries() throws {
    // What an entry took away and what it brought, each field a row; an entry without, one row.
    for (side, isAfter) in [("before", false), ("after", true)] {
      let cursor = try Row.fetchCursor(
        db,
        sql: """
          SELECT j.sequence, j.recordKind, j.record, j.version, c.before = '{}', c.after = '{}',
            f.key, f.value
          FROM journal AS j JOIN journalContent AS c ON c.sequence = j.sequence
            LEFT JOIN json_each(c.\(side)) AS f
          WHERE j.version IS NOT NULL AND j.recordKind IS NOT NULL AND j.record IS NOT NULL
          ORDER BY j.sequence
          """)
      while let row = try cursor.next() {
        guard let kind = row.text(at: 1).flatMap(RecordKind.init(rawValue:)),
          let fields = JournaledFields.all[kind]
        else { continue }
        let address = RecordAddress(kind, RecordID(row.number(at: 2) ?? 0))
        var trace = traces[address] ?? RecordTrace()
        if isAfter, let sequence = row.number(at: 0), sequence != trace.last {
          trace.last = sequence
          trace.version = row.number(at: 3) ?? 0
          let (hadNothing, hasNothing) = (row.number(at: 4), row.number(at: 5))
          if hasNothing == nil { trace.isEmptied = true }
          trace.exists = !(hasNothing == 1 && hadNothing == 0)
          if hasNothing == 0, hadNothing == 0 { trace.updates += 1 }
        }
        if let name = row.text(at: 6) {
          let weight = fields.weight(name, row[7])
          trace.sum = isAfter ? trace.sum &+ weight : trace.sum &- weight
        }
        traces[address] = trace
      }
    }
  }

  private mutating func compareRows(_ kind: RecordKind, _ fields: JournaledFields) throws {
    let stored = Fields.of(kind)
    let lenders = Set(RecordDescription.of(kind).lenders.map(\.via))
    let cursor = try Row.fetchCursor(db, sql: stored.select)
    while let row = try cursor.next() {
      let address = RecordAddress(kind, RecordID(row.number(at: 1) ?? 0))
      guard let trace = traces.removeValue(forKey: address), trace.exists || trace.isEmptied else {
        add(JournalFinding(.unknown, record: Link(address, number: address.number)))
        continue
      }
      if trace.isEmptied { continue }
      var sum: UInt64 = 0
      // A change of a lender is a new version of whoever borrows from it.
      var lent: Int64 = 0
      for (index, field) in stored.stored.enumerated() {
        let value: DatabaseValue = row[index + 2]
        sum = sum &+ fields.weight(field.name, value)
        if lenders.contains(field.name), case .reference(let lender) = field.shape,
          let id = value.number
        {
          lent += updates[RecordAddress(lender, RecordID(id))] ?? 0
        }
      }
      let version = row.number(at: 0) ?? 0
      if sum != trace.sum {
        try explain(address, row.copy(), trace)
      } else if !(trace.version...max(trace.version, trace.version + lent)).contains(version) {
        add(
          JournalFinding(
            .version, record: Link(address, number: address.number), entries: [Int(trace.last)]))
      }
    }
  }

  /// Reads the entries of one record again, to say which fields differ and since when.
  private mutating func explain(
    _ address: RecordAddress, _ row: Row, _ trace: RecordTrace
  ) throws {
    let stored = Fields.of(address.kind).stored
    let fields = JournaledFields.all[address.kind] ?? JournaledFields(of: address.kind)
    var state: [String: DatabaseValue] = [:]
    var (told, between, places) = (Set<String>(), Set<String>(), [Int]())
    let entries = try db.rows(
      Condition(
        sql: """
          SELECT j.sequence, c.before, c.after
          FROM journal AS j JOIN journalContent AS c ON c.sequence = j.sequence
          WHERE j.recordKind = ? AND j.record = ? AND j.version IS NOT NULL ORDER BY j.sequence
          """,
        arguments: [
          address.kind.rawValue.databaseValue, address.id.rawValue.databaseValue,
        ]))
    for entry in entries {
      let (before, after) = (
        StoredFields.columns(entry.text(at: 1)), StoredFields.columns(entry.text(at: 2))
      )
      let differing = before.filter { name, value in
        fields.names.contains(name) && !fields.isSame(name, value, state[name] ?? .null)
      }
      if !differing.isEmpty {
        between.formUnion(differing.keys)
        places.append(Int(entry.number(at: 0) ?? 0))
      }
      for name in before.keys { state[name] = nil }
      state.merge(after) { $1 }
      told.formUnion(after.keys)
    }
    let excused = (JournaledFields.filledByMigrations[address.kind] ?? []).subtracting(told)
    let now = stored.enumerated().filter { index, field in
      !fields.isSame(field.name, row[index + 2], state[field.name] ?? .null)
    }.map(\.element.name).filter { !excused.contains($0) }
    let link = Link(address, number: address.number)
    if !now.isEmpty {
      add(JournalFinding(.differs, record: link, fields: now, entries: [Int(trace.last)]))
    }
    if !between.isEmpty {
      add(JournalFinding(.unexplained, record: link, fields: between.sorted(), entries: places))
    }
  }
}

extension JournaledFields {
  fileprivate func isSame(_ name: String, _ one: DatabaseValue, _ other: DatabaseValue) -> Bool {
    isAbsent(name, one) ? isAbsent(name, other) : one == other
  }
}
