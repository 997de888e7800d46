import Casework
import CustomDump
import GRDB
import GRDBSQLite
import Testing

@testable import CaseStore

/// What stands behind the statements that this program writes for a volunteer: statements as somebody
/// would write them who could, each also over a connection of staff, where it works.
@Suite struct `The connection of a volunteer` {
  private let desk: Desk
  private let volunteer: RecordID
  private let connection: NarrowConnection
  private let open: DatabaseQueue

  init() throws {
    desk = try Desk()
    volunteer = try desk.addVolunteer("内山")
    let other = try desk.addVolunteer("SECRET 別人")
    let mine = try desk.addCase(
      "SECRET NAME", ["alias": .text("サクラ"), "phone": .text("SECRET 090")])
    let theirs = try desk.addCase("SECRET OTHER", ["alias": .text("SECRET ALIAS")])
    try desk.assign(volunteer, to: mine)
    try desk.assign(other, to: theirs)
    for (about, who) in [(mine, volunteer), (mine, other), (theirs, other)] {
      _ = try desk.add(
        .contact,
        [
          "case": .to(.case, about), "on": .date(Desk.today), "volunteer": .to(.volunteer, who),
          "summary": .text(about == mine && who == volunteer ? "茶話会" : "SECRET WORDS"),
        ])
    }
    let file = StoreFile(desk.path)
    connection = try NarrowConnection(to: file, for: volunteer) { [desk] in desk.now.dateInJapan }
    open = try DatabaseQueue(path: file.real, configuration: StoreFile.configuration)
  }

  /// What a statement answers, as text; nil where it is refused.
  private func answer(_ sql: String, over queue: DatabaseQueue) -> String? {
    try? queue.writeWithoutTransaction { db in
      try Row.fetchAll(db, sql: sql).map(\.debugDescription).joined(separator: "\n")
    }
  }

  @Test func `reaches the own cases, of them what a volunteer may see`() throws {
    let cases = try #require(
      answer(
        "SELECT t.code, p.alias, p.nameRoman, p.phone FROM \"case\" AS t LEFT JOIN person AS p ON p.id = t.person",
        over: connection.queue))
    #expect(cases.contains("サクラ") && cases.contains("nameRoman:NULL phone:NULL"))
    let contacts = try #require(answer("SELECT summary FROM contact", over: connection.queue))
    #expect(contacts == "[summary:\"茶話会\"]")
    // Counted as they are, not as the table has them.
    #expect(answer("SELECT count(*) AS n FROM person", over: connection.queue) == "[n:1]")
    #expect(answer("SELECT count(*) AS n FROM person", over: open) == "[n:2]")
  }

  @Test func `refuses or empties whatever else a statement asks for`() throws {
    let columns = try open.read { db in
      try String.fetchAll(
        db,
        sql: """
          SELECT 'main."' || t.name || '"' FROM sqlite_master AS t WHERE t.type IN ('table', 'view')
            AND t.name NOT LIKE 'sqlite_%' AND t.name NOT LIKE 'searchIndex%'
              AND t.name NOT IN ('journalRow', 'journalWord')
          """)
    }
    #expect(columns.count > 60)
    // Of every table and view: all of it, its number, by an alias, through a name of the volunteer's own.
    let reading = columns.flatMap { table in
      [
        "SELECT * FROM \(table)", "SELECT count(*) FROM \(table)",
        "SELECT t.rowid FROM \(table) AS t",
        "WITH \"case\" AS (SELECT * FROM \(table)) SELECT * FROM \"case\"",
        "SELECT (SELECT count(*) FROM \(table)) FROM \"case\"",
        "SELECT code FROM \"case\" WHERE EXISTS (SELECT 1 FROM \(table))",
      ]
    }
    for sql in reading {
      if let told = answer(sql, over: connection.queue) { Issue.record("\(sql): \(told)") }
    }
    let rest = [
      "SELECT * FROM sqlite_master", "SELECT sql FROM sqlite_temp_master",
      "SELECT * FROM sqlite_schema", "SELECT * FROM sqlite_sequence",
      "SELECT * FROM host", "SELECT * FROM company", "SELECT * FROM journal",
      "SELECT * FROM searchText", "SELECT * FROM searchIndex WHERE searchIndex MATCH 'SECRET'",
      "SELECT * FROM pragma_table_info('person')", "SELECT * FROM pragma_database_list",
      "PRAGMA table_info(person)", "PRAGMA database_list", "PRAGMA query_only = OFF",
      "PRAGMA writable_schema = ON", "PRAGMA trusted_schema = ON", "PRAGMA user_version = 1",
      "PRAGMA journal_mode = DELETE", "PRAGMA wal_checkpoint", "PRAGMA integrity_check",
      "ATTACH DATABASE ':memory:' AS x", "ATTACH DATABASE '\(desk.path)' AS x",
      "DETACH DATABASE temp", "VACUUM", "VACUUM INTO '\(desk.path).copy'", "REINDEX", "ANALYZE",
      "CREATE TABLE x (y)", "CREATE TEMP TABLE x (y)", "CREATE VIEW x AS SELECT 1",
      "CREATE TEMP VIEW x AS SELECT * FROM main.person", "CREATE INDEX x ON person (phone)",
      "CREATE TEMP TRIGGER x AFTER INSERT ON main.person BEGIN SELECT 1; END",
      "CREATE VIRTUAL TABLE temp.x USING fts5(y)", "DROP VIEW \"case\"", "DROP VIEW temp.person",
      "DROP TABLE main.person", "ALTER TABLE main.person ADD COLUMN x",
      "INSERT INTO main.person (nameRoman) VALUES ('x')", "UPDATE main.person SET phone = ''",
      "DELETE FROM main.person", "INSERT INTO \"case\" (code) VALUES ('x')",
      "UPDATE \"case\" SET code = ''", "DELETE FROM \"case\"",
      "UPDATE main.assignment SET until = '2099-12-31'",
      "INSERT INTO main.assignment (\"case\", volunteer, start, until) VALUES (2, 1, '2020-01-01', '2099-01-01')",
      "SELECT load_extension('x')", "SELECT readfile('/etc/passwd')", "SELECT zeroblob(1000)",
      "SELECT sqlite_version()", "SELECT printf('%s', 1)", "SELECT * FROM journalRow",
      "SELECT hex(code) FROM \"case\"",
      "WITH RECURSIVE n(x) AS (SELECT 1 UNION ALL SELECT x + 1 FROM n) SELECT x FROM n LIMIT 3",
      "EXPLAIN QUERY PLAN SELECT * FROM main.person",
    ]
    for sql in rest {
      if let told = answer(sql, over: connection.queue) { Issue.record("\(sql): \(told)") }
    }
    // What is refused there works for staff, so that the refusing is the connection's.
    let works = reading.filter { answer($0, over: open) != nil }
    #expect(works.count > reading.count * 9 / 10)
    #expect(try open.read { try Int.fetchOne($0, sql: "SELECT count(*) FROM person") } == 2)
  }

  @Test func `gives nothing away through a name of its own`() throws {
    // Each runs, and answers with what is the volunteer's.
    let statements = [
      "SELECT * FROM person", "SELECT * FROM \"case\"", "SELECT * FROM contact",
      "SELECT * FROM assignment", "SELECT * FROM volunteer", "SELECT * FROM sshKey",
      "SELECT * FROM temp.person", "SELECT p.* FROM contact AS c JOIN person AS p",
      "SELECT * FROM person UNION ALL SELECT * FROM person",
      "SELECT * FROM person WHERE phone IS NOT NULL OR 1",
      "SELECT max(nameRoman), min(phone) FROM person",
      "SELECT (SELECT nameRoman FROM person LIMIT 1 OFFSET 1)",
      "SELECT code FROM \"case\" WHERE person IN (SELECT id FROM person WHERE nameRoman LIKE '%SECRET%')",
      "SELECT * FROM person AS \"own\" ORDER BY nameRoman",
      "SELECT total(id) FROM person WHERE alias LIKE '%SECRET%'",
      "SELECT json_each.value FROM json_each('[1,2]') JOIN person AS p ON p.id = json_each.value",
      "SELECT a.until FROM assignment AS a JOIN \"case\" AS t ON t.id <> a.\"case\"",
      "SELECT * FROM person NATURAL JOIN \"case\"",
    ]
    for sql in statements {
      let told = try #require(answer(sql, over: connection.queue), "\(sql)")
      #expect(!told.contains("SECRET"), "\(sql)")
    }
  }

  @Test func `follows the day and the assignment at each reading`() throws {
    let second = try desk.addCase("A", ["alias": .text("モモ")])
    let third = try desk.addCase("B", ["alias": .text("カキ")])
    try desk.assign(volunteer, to: second, from: 0, until: 0)
    try desk.assign(volunteer, to: third)
    func names() -> String { answer("SELECT alias FROM person", over: connection.queue) ?? "" }
    #expect(names().contains("モモ") && names().contains("カキ"))
    desk.now = Instant(desk.now.rawValue + 86_400)
    #expect(!names().contains("モモ") && names().contains("カキ"))
    try desk.execute("DELETE FROM assignment WHERE \"case\" = \(third.rawValue)")
    #expect(!names().contains("カキ") && names().contains("サクラ"))
  }

  @Test func `writes nothing but the journal and what volunteers write`() throws {
    let authorizer = open.unsafeRead { Authorizer(writingOf: $0) }
    defer {
      open.unsafeRead { db in _ = unsafe sqlite3_set_authorizer(db.sqliteConnection, nil, nil) }
      withExtendedLifetime(authorizer) {}
    }
    for sql in [
      "UPDATE person SET phone = ''", "DELETE FROM \"case\"", "UPDATE assignment SET until = ''",
      "INSERT INTO staff (name) VALUES ('x')", "UPDATE organisation SET name = ''",
      "DELETE FROM sshKey", "DROP TABLE person", "ATTACH DATABASE ':memory:' AS x",
      "CREATE TEMP TABLE x (y)", "PRAGMA writable_schema = ON", "SELECT * FROM sqlite_master",
      "SELECT load_extension('x')", "UPDATE sqlite_master SET sql = ''",
    ] {
      #expect(answer(sql, over: open) == nil, "\(sql)")
    }
    #expect(answer("SELECT count(*) AS n FROM journal", over: open) != nil)
  }
}

@Suite struct `Every connection to a store` {
  @Test func `is defended against statements that would damage the file`() throws {
    let desk = try Desk()
    let queue = try DatabaseQueue(
      path: StoreFile(desk.path).real, configuration: StoreFile.configuration)
    try queue.writeWithoutTransaction { db in
      try db.execute(sql: "PRAGMA writable_schema = ON")
      for sql in [
        "UPDATE sqlite_master SET sql = ''", "DELETE FROM searchIndex_data",
        "PRAGMA journal_mode = OFF",
      ] {
        let told = try? Row.fetchAll(db, sql: sql)
        // The mode is answered as it stays.
        #expect(told == nil || told?.first?[0] == "wal", "\(sql)")
      }
      let pattern = String(repeating: "a", count: 1001)
      #expect(throws: DatabaseError.self) { try db.execute(sql: "SELECT 'a' LIKE '\(pattern)'") }
      try db.execute(sql: "SELECT 'a' LIKE '\(pattern.dropLast())'")
    }
  }
}
