import Foundation
import GRDB

/// A store of any size from one seed: a fictional organisation, and as many cases more as are asked
/// for, each with five events around it.
///
/// The first thousand are told by the program itself. The rest is written by SQL, with names of their
/// own and without entries in the journal: for what an organisation of that size weighs on the list,
/// the search and the screen, and not for what its disk does.
struct SeededStore {
  let path: String
  let cases: Int
  let program: String

  private static let told = 1000
  /// How many cases are written in one transaction.
  private static let batch = 50_000

  func fill() throws {
    try LongProgram.run(
      program, "demo", "--cases", String(min(cases, Self.told)), "--seed", "1", "--store", path,
      "--fill-only")
    guard cases > Self.told else { return }
    var configuration = Configuration()
    configuration.foreignKeysEnabled = false
    let queue = try DatabaseQueue(path: path, configuration: configuration)
    try queue.writeWithoutTransaction { db in
      try db.execute(sql: "PRAGMA synchronous = OFF; PRAGMA cache_size = -1000000")
      let triggers = try Row.fetchAll(
        db, sql: "SELECT name, sql FROM sqlite_schema WHERE type = 'trigger'")
      try db.execute(sql: Self.bases)
      for trigger in triggers {
        try db.execute(sql: "DROP TRIGGER \"\(trigger["name"] as String)\"")
      }
      var made = 0
      while made < cases - Self.told {
        let count = min(Self.batch, cases - Self.told - made)
        try db.inTransaction {
          try grow(db, from: made, count)
          return .commit
        }
        made += count
      }
      for trigger in triggers { try db.execute(sql: trigger["sql"]) }
      // What follows from records is made anew when the program opens the store.
      try db.execute(sql: "DELETE FROM derived WHERE name IN ('index', 'duplicates')")
      try db.execute(sql: "ANALYZE; PRAGMA wal_checkpoint(TRUNCATE)")
    }
    try queue.close()
    try LongProgram.run(
      program, "list", "staff", "--store", path)
  }

  /// Those that the others are like, and what names are made of.
  private static let bases = """
    CREATE TEMP TABLE base AS SELECT row_number() OVER (ORDER BY id) - 1 AS i, id, person FROM "case";
    CREATE TEMP TABLE family AS SELECT row_number() OVER () - 1 AS i, a.value || b.value AS name
      FROM json_each('["Ab","Ka","Mo","Ne","Sa","Tu","Yo","Zi","Ha","Ri","De","Ol","Pe","Ku"]') AS a,
        json_each('["hadi","rimi","sovi","tenko","wanda","lutfi","bashi","dano","meri","yasin"]') AS b;
    CREATE TEMP TABLE given AS SELECT row_number() OVER () - 1 AS i, a.value || b.value AS name
      FROM json_each('["Al","Be","Ce","Da","Fa","Ga","Ib","Ja","Le","Ma","Na","Om","Ro","Si","Ta"]') AS a,
        json_each('["mina","rsho","lena","khan","tari","vid","zad","noor","rana","dil"]') AS b;
    CREATE TEMP TABLE fresh (n INTEGER PRIMARY KEY, base INTEGER, like INTEGER, person INTEGER,
      name TEXT);
    """

  private func grow(_ db: Database, from made: Int, _ count: Int) throws {
    let ends = try ["person", "\"case\"", "contact", "service"].map {
      try Int.fetchOne(db, sql: "SELECT max(id) FROM \($0)") ?? 0
    }
    let (person, record, contact, service) = (ends[0], ends[1], ends[2], ends[3])
    // Numbers that nothing divides give each case its own mixture of names, days and pattern.
    try db.execute(
      sql: """
        DELETE FROM fresh;
        WITH RECURSIVE c (k) AS (SELECT 1 UNION ALL SELECT k + 1 FROM c WHERE k < \(count))
        INSERT INTO fresh SELECT \(made) + k, b.id, b.person, \(person) + k,
          f.name || ' ' || g.name || substr('abcdefghijklmnopqrstuvwxyz', 1 + (\(made) + k) % 26, 1)
        FROM c CROSS JOIN base AS b ON b.i = ((\(made) + k) * 7919) % (SELECT count(*) FROM base)
          CROSS JOIN family AS f ON f.i = ((\(made) + k) * 104729 / 7) % 140
          CROSS JOIN given AS g ON g.i = ((\(made) + k) * 15485863 / 11) % 150
        """)
    let named = "nameRoman nameKana nameNative nameUsed callName alias"
      .split(separator: " ").map { ($0.lowercased(), $0 == "nameRoman" ? "f.name" : "NULL") }
    try copy(
      "person", "f.like", in: db,
      Dictionary(uniqueKeysWithValues: named).merging(
        ["id": "f.person", "uid": "randomblob(16)", "household": "NULL", "householdrole": "NULL"]
      ) { $1 })
    try copy(
      "case", "f.base", in: db,
      [
        "id": "\(record) + f.n - \(made)", "person": "f.person", "uid": "randomblob(16)",
        "number": "printf('%d-%07d', 2012 + f.n % 14, f.n)", "code": "printf('N%08d', f.n)",
        "sortname": "lower(f.name)", "survivingcase": "NULL", "sourcenumber": "NULL",
        "status": "CASE t.status WHEN 'duplicate' THEN 'active' ELSE t.status END",
        "lastcontact": "date('2026-09-30', '-' || (f.n % 300) || ' days')",
        "nextaction": "'Call about the papers'",
        "nextactiondue": "date('2026-12-01', (f.n % 90) || ' days')",
      ])
    let of = "\(record) + n - \(made)"
    func day(_ step: Int) -> String {
      "date('2026-09-30', '-' || ((n * \(step)) % 1500) || ' days')"
    }
    try db.execute(
      sql: """
        INSERT INTO contact (id, "case", "on", medium, contactMade, staff, summary, uid)
          SELECT \(contact) + n - \(made), \(of), \(day(13)), 'phone', 1, 1,
            'Asked how the week was, and about the appointment at the ward office', randomblob(16)
          FROM fresh;
        INSERT INTO contact (id, "case", "on", medium, contactMade, staff, summary, uid)
          SELECT \(contact + count) + n - \(made), \(of), \(day(29)), 'visit', 1, 1,
            'Looked at letters together', randomblob(16) FROM fresh;
        INSERT INTO service (id, "case", "on", serviceType, staff, minutes, summary, uid)
          SELECT \(service) + n - \(made), \(of), \(day(31)), 'accompaniment', 1, 90,
            'Went along to the clinic', randomblob(16) FROM fresh;
        INSERT INTO note ("case", "on", body, confidentiality, staff, uid)
          SELECT \(of), \(day(37)), 'Note ' || n || ': ' || substr(name, 1, 4)
            || ' 本人は週末に働きたいと話した。次回までに書類を集める', 'shared', 1, randomblob(16)
          FROM fresh;
        INSERT INTO followup (due, "case", action, assignee, uid)
          SELECT date('2026-12-01', (n % 90) || ' days'), \(of), 'Call about the papers', 1,
            randomblob(16) FROM fresh;
        INSERT INTO supportentry (id, "on", "case", entryType, medium, staff)
          SELECT id * 2 + 1, "on", "case", 'contact', medium, staff FROM contact
          WHERE id > \(contact);
        INSERT INTO supportentry (id, "on", "case", entryType, serviceType, staff)
          SELECT id * 2, "on", "case", 'service', serviceType, staff FROM service
          WHERE id > \(service);
        """)
    let columns = try Self.columns(of: "deadline", in: db).filter { $0 != "id" }
    try db.execute(
      sql: """
        INSERT INTO deadline (\(columns.map { "\"\($0)\"" }.joined(separator: ", ")))
        SELECT \(columns.map { $0 == "case" ? of : "t.\"\($0)\"" }.joined(separator: ", "))
        FROM fresh CROSS JOIN deadline AS t ON t."case" = fresh.base
        """)
  }

  private static func columns(of table: String, in db: Database) throws -> [String] {
    try String.fetchAll(db, sql: "SELECT name FROM pragma_table_info(?)", arguments: [table])
  }

  /// Rows like those of a key, with some columns of their own, by their names in small letters.
  private func copy(
    _ table: String, _ key: String, in db: Database, _ own: [String: String]
  ) throws {
    let columns = try Self.columns(of: table, in: db)
    let values = columns.map { own[$0.lowercased()] ?? "t.\"\($0)\"" }
    try db.execute(
      sql: """
        INSERT INTO "\(table)" (\(columns.map { "\"\($0)\"" }.joined(separator: ", ")))
        SELECT \(values.joined(separator: ", ")) FROM fresh AS f CROSS JOIN "\(table)" AS t
        ON t.id = \(key)
        """)
  }
}
