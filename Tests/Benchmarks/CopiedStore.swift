import GRDB

/// A store in which all records of a fictional organisation stand many times, as if it were so much
/// larger: telling the story of 100,000 cases takes hours, copying it minutes.
///
/// Staff and partner organisations stay as they are; a guest of a copy is somebody else. The journal is
/// copied without its contents and its chain, which nobody reads here.
struct CopiedStore {
  let path: String
  let copies: Int

  func fill() throws {
    var configuration = Configuration()
    configuration.foreignKeysEnabled = false
    let queue = try DatabaseQueue(path: path, configuration: configuration)
    try queue.writeWithoutTransaction { db in
      try db.execute(sql: "PRAGMA synchronous = OFF; PRAGMA cache_size = -1000000")
      let tables = try String.fetchAll(db, sql: Self.tables)
      let triggers = try Row.fetchAll(
        db, sql: "SELECT name, sql FROM sqlite_schema WHERE type = 'trigger'")
      let ends = try tables.map { try Int.fetchOne(db, sql: "SELECT max(id) FROM \"\($0)\"") ?? 0 }
      let step = ends.max() ?? 0
      let entries = try Int.fetchOne(db, sql: "SELECT max(sequence) FROM journal") ?? 0
      try db.inTransaction {
        for trigger in triggers {
          try db.execute(sql: "DROP TRIGGER \"\(trigger["name"] as String)\"")
        }
        try db.execute(
          sql: """
            CREATE TEMP TABLE copy AS WITH RECURSIVE c (k) AS (
              SELECT 1 UNION ALL SELECT k + 1 FROM c WHERE k < \(copies - 1))
            SELECT k, k * \(step) AS s, k * \(entries) AS j FROM c WHERE k < \(copies)
            """)
        for table in tables { try copy(table, among: tables, upTo: step, in: db) }
        for statement in Self.kept(step, entries) { try db.execute(sql: statement) }
        for trigger in triggers { try db.execute(sql: trigger["sql"]) }
        return .commit
      }
      try db.execute(sql: "PRAGMA wal_checkpoint(TRUNCATE)")
    }
  }

  /// Those whose records are copied column by column.
  private static let tables = """
    SELECT m.name FROM sqlite_schema AS m WHERE m.type = 'table' AND m.name NOT LIKE 'sqlite%'
      AND m.name NOT IN ('organisation', 'staff', 'partner', 'municipality', 'sshKey', 'savedview',
        'supportentry', 'needscore')
      AND EXISTS (SELECT 1 FROM pragma_table_info(m.name) AS c WHERE c.name = 'id' AND c.type = 'INTEGER')
    """

  /// What the database and the program keep beside records, with ids made of theirs.
  private static func kept(_ step: Int, _ entries: Int) -> [String] {
    [
      """
      INSERT INTO supportentry (id, version, "on", "case", entryType, serviceType, medium, staff)
      SELECT id + 2 * s, version, "on", "case" + s, entryType, serviceType, medium, staff
      FROM copy CROSS JOIN supportentry WHERE id < 2 * \(step + 1)
      """,
      """
      INSERT INTO needscore (id, version, "on", "case", need, domain, score, isFirst, isLatest)
      SELECT id + 16 * s, version, "on", "case" + s, need + s, domain, score, isFirst, isLatest
      FROM copy CROSS JOIN needscore WHERE id < 16 * \(step + 1)
      """,
      """
      INSERT INTO journalRow (sequence, step, at, who, command, kind, record, version, undoes,
        hash, mac, uid)
      SELECT sequence + j, step + j, at, who, command, kind, record + s, version, undoes + j,
        hash, mac, randomblob(16)
      FROM copy CROSS JOIN journalRow WHERE sequence <= \(entries)
      """,
      """
      INSERT INTO statusMove (sequence, recordKind, record, status, day, undoes)
      SELECT sequence + j, recordKind, record + s, status, day, undoes + j
      FROM copy CROSS JOIN statusMove WHERE sequence <= \(entries)
      """,
    ]
  }

  private func copy(_ table: String, among tables: [String], upTo step: Int, in db: Database) throws
  {
    // Without those that SQLite works out.
    let columns = try Row.fetchAll(
      db, sql: "SELECT name, type FROM pragma_table_info(?)", arguments: [table]
    ).map { (name: $0["name"] as String, type: $0["type"] as String) }
    let references = try db.foreignKeys(on: table).reduce(into: [String: String]()) { found, key in
      for pair in key.mapping { found[pair.origin] = key.destinationTable }
    }
    let unique = try Set(db.indexes(on: table).filter(\.isUnique).flatMap(\.columns))
    let values = columns.map { column in
      let name = "t.\"\(column.name)\""
      switch column.name {
      case "id": return "t.id + s"
      case "uid": return "randomblob(16)"
      case "guestName": return "\(name) || ' ' || k"
      default:
        if let other = references[column.name] {
          return tables.contains(other) ? "\(name) + s" : name
        }
        return column.type == "TEXT" && unique.contains(column.name) ? "\(name) || '-' || k" : name
      }
    }
    let names = columns.map { "\"\($0.name)\"" }.joined(separator: ", ")
    try db.execute(
      sql: """
        INSERT INTO "\(table)" (\(names)) SELECT \(values.joined(separator: ", "))
        FROM copy CROSS JOIN "\(table)" AS t WHERE t.id <= \(step)
        """)
  }
}
