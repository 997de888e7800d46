import Casework
import GRDB

/// What a journal must hold beside its chain and what it tells of the records.
extension JournalReplay {
  private static let guards = [
    "journalContentIsKept", "journalContentStays", "journalIsKept", "journalStays",
    "journalWordIsKept", "journalWordStays",
  ]

  /// Whether the file is whole.
  mutating func checkPages(_ db: Database) throws {
    let damage = try String.fetchAll(db, sql: "PRAGMA integrity_check(5)").filter { $0 != "ok" }
    if !damage.isEmpty {
      // What SQLite says names pages, tables and indexes, and no value.
      add(JournalFinding(.damaged, detail: damage.joined(separator: "; ")))
    }
  }

  /// Whether the guards of the journal are in their place, no entry was emptied but by an erasure, and
  /// the keys that open sessions are those that the journal tells of.
  mutating func checkGuards(_ db: Database) throws {
    let marks = Self.guards.map { "'\($0)'" }.joined(separator: ", ")
    let there = try String.fetchAll(
      db, sql: "SELECT name FROM sqlite_schema WHERE type = 'trigger' AND name IN (\(marks))")
    let missing = Set(Self.guards).subtracting(there).sorted()
    if !missing.isEmpty {
      add(JournalFinding(.unguarded, detail: missing.joined(separator: ", ")))
    }
    try checkEmptied(db)
    try checkKeys(db)
    try checkIdentities(db)
  }

  /// A row may not take the place of another record: its identity is the one that its entries name.
  private mutating func checkIdentities(_ db: Database) throws {
    for kind in RecordKind.allCases where !RecordDescription.of(kind).isMadeByStore {
      let cursor = try Row.fetchCursor(
        db,
        sql: """
          SELECT t.id, max(j.sequence) FROM \(kind.table) AS t
            JOIN journal AS j ON j.recordKind = ? AND j.record = t.id
          WHERE j.uid <> t.uid GROUP BY t.id
          """, arguments: [kind.rawValue])
      while let row = try cursor.next() {
        let address = RecordAddress(kind, RecordID(row.number(at: 0) ?? 0))
        add(
          JournalFinding(
            .identity, record: Link(address, number: address.number),
            entries: [Int(row.number(at: 1) ?? 0)]))
      }
    }
  }

  private mutating func checkEmptied(_ db: Database) throws {
    let cursor = try Row.fetchCursor(
      db,
      sql: """
        SELECT j.sequence, j.recordKind, j.record FROM journalContent AS c
          JOIN journal AS j ON j.sequence = c.sequence
        WHERE c.after IS NULL AND NOT EXISTS (
          SELECT 1 FROM journal AS e
          WHERE e.recordKind = j.recordKind AND e.record = j.record AND e.sequence > j.sequence
            AND e.command = '\(JournalCommand.erase.rawValue)')
        ORDER BY j.sequence
        """)
    while let row = try cursor.next() {
      let kind = row.text(at: 1).flatMap(RecordKind.init(rawValue:))
      let record = kind.flatMap { kind in
        row.number(at: 2).map { RecordAddress(kind, RecordID($0)) }
      }
      add(
        JournalFinding(
          .emptied, record: record.map { Link($0, number: $0.number) },
          entries: [Int(row.number(at: 0) ?? 0)]))
    }
  }

  /// A key that the journal does not tell of would open the store to whoever put it in.
  private mutating func checkKeys(_ db: Database) throws {
    struct Key: Hashable {
      let volunteer: Int64
      let fingerprint: String
    }
    // How often each was registered and revoked, by the journal less by the table.
    var told: [Key: (added: Int, revoked: Int)] = [:]
    let entries = try Row.fetchCursor(
      db,
      sql: """
        SELECT j.record, j.command, json_extract(c.after, '$.key')
        FROM journal AS j JOIN journalContent AS c ON c.sequence = j.sequence
        WHERE j.recordKind = 'volunteer'
          AND j.command IN ('volunteer.key.add', 'volunteer.key.revoke')
        """)
    while let row = try entries.next() {
      guard let volunteer = row.number(at: 0), let name = row.text(at: 2) else { continue }
      let isAdded = row.text(at: 1) == "volunteer.key.add"
      told[Key(volunteer: volunteer, fingerprint: name), default: (0, 0)].added += isAdded ? 1 : 0
      told[Key(volunteer: volunteer, fingerprint: name), default: (0, 0)].revoked +=
        isAdded ? 0 : 1
    }
    for row in try db.rows(
      Condition(sql: "SELECT volunteer, type, blob, revokedAt FROM sshKey", arguments: []))
    {
      let key = SSHKey("\(row.text(at: 1) ?? "") \(row.text(at: 2) ?? "")")
      let name = Key(volunteer: row.number(at: 0) ?? 0, fingerprint: key?.fingerprint ?? "?")
      told[name, default: (0, 0)].added -= 1
      if row.number(at: 3) != nil { told[name, default: (0, 0)].revoked -= 1 }
    }
    let wrong = told.filter { $0.value != (0, 0) }.keys.sorted {
      ($0.volunteer, $0.fingerprint) < ($1.volunteer, $1.fingerprint)
    }
    for key in wrong {
      let address = RecordAddress(.volunteer, RecordID(key.volunteer))
      add(
        JournalFinding(
          .key, record: Link(address, number: address.number), detail: key.fingerprint))
    }
  }
}
