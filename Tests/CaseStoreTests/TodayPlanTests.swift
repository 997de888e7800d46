@testable import CaseStore
import Casework
import GRDB
import GRDBSQLite
import Testing

/// Today costs what is due, and not what the store holds.
@Suite struct `Today in the store` {
  private static let (me, other) = (RecordID(1), RecordID(2))
  private static let staff: [[RecordID]] = [[], [me], [me, other]]

  private static func links(_ ids: [RecordID]) -> [Link] {
    ids.map { Link(RecordAddress(.staff, $0)) }
  }

  private static func request(_ ids: [RecordID]) -> TodayRequest {
    TodayRequest(
      parts: TodaySection.allCases.flatMap { section in
        section.queries(
          Desk.today, of: links(ids),
          watch: UnseenWatch(isSupervisor: ids != [me], covered: links(ids))
        ).map { query in
          TodayRequest.Part(
            section, query, count: 60, fields: RecordDescription.of(query.kind).listFields)
        }
      },
      caseload: Indicator.caseload.query(Desk.today, of: links(ids)),
      owners: links(ids.isEmpty ? [me] : ids),
      newsFields: RecordDescription.of(.case).listFields)
  }

  /// The statements that Today makes in a store, with what stands in them.
  private func statements(_ desk: Desk, _ ids: [RecordID]) throws -> [String] {
    var found: [String] = []
    let store = try desk.open()
    try store.trace { found.append($0) }
    _ = try store.today(Self.request(ids))
    _ = try store.page(
      .covers(by: RecordAddress(.staff, Self.me), on: Desk.today), .first, count: 20)
    return found.filter { $0.hasPrefix("SELECT") }
  }

  @Test(arguments: staff)
  func `is read along indexes, and sorts nothing`(ids: [RecordID]) throws {
    let desk = try Desk()
    try fill(desk, cases: 3)
    let statements = Set(try statements(desk, ids))
    #expect(statements.count > 15)
    try desk.raw { db in
      for sql in statements {
        let plan = try Row.fetchAll(
          db, sql: "EXPLAIN QUERY PLAN " + sql,
          arguments: StatementArguments(
            [DatabaseValue](repeating: .null, count: sql.count { $0 == "?" })))
        let details = plan.map { $0["detail"] as String }
        let faults = details.filter {
          $0.contains("TEMP B-TREE") || $0.contains("AUTOMATIC")
            || $0.hasPrefix("SCAN") && !$0.contains("(subquery")
        }
        #expect(faults == [], "\(sql) \(details)")
      }
    }
  }

  /// Ten times the cases with the same things due take about the same work.
  @Test(arguments: staff)
  func `costs what is due, not what the store holds`(ids: [RecordID]) throws {
    let (few, many) = (try Desk(), try Desk())
    try fill(few, cases: 20)
    try fill(many, cases: 200)
    let steps = try [few, many].map { try self.steps($0, ids) }
    #expect(steps[0] > 100)
    // The caseload alone is counted case by case, at five steps each.
    #expect(steps[1] - steps[0] < (200 - 20) * 12, "\(steps)")
    let others = try [few, many].map { try self.steps($0, ids, withCaseload: false) }
    #expect(others[1] <= others[0] + 40, "\(others)")
  }

  /// The steps of SQLite's machine that Today takes.
  private func steps(_ desk: Desk, _ ids: [RecordID], withCaseload: Bool = true) throws -> Int {
    let today = Self.request(ids)
    return try desk.raw { db in
      db.add(function: StoreFile.folded)
      let viewer = Viewer.coordinator(Self.me)
      var conditions: [Condition] = []
      for part in today.parts {
        var list = try ListStatement(part.query, for: viewer, today: Desk.today)
        let select = try list.select(part.fields)
        conditions.append(list.sql(select.columns, limit: 61))
        conditions.append(list.count(limit: ListCount.limit))
      }
      if withCaseload {
        conditions.append(
          try ListStatement(today.caseload, for: viewer, today: Desk.today).count(limit: 1000))
      }
      return try conditions.reduce(0) { sum, condition in
        let statement = try db.makeStatement(sql: condition.sql)
        let rows = try Row.fetchCursor(
          statement, arguments: StatementArguments(condition.arguments))
        while try rows.next() != nil {}
        return sum
          + Int(sqlite3_stmt_status(statement.sqliteStatement, SQLITE_STMTSTATUS_VM_STEP, 0))
      }
    }
  }

  /// A store of so many cases of both members of staff, of which always the same few have
  /// something due; the others have past and far things in every table that Today reads.
  private func fill(_ desk: Desk, cases: Int) throws {
    try desk.add(.staff, ["name": .text("佐藤"), "isActive": .flag(true)])
    try desk.add(.host, ["name": .text("x")])
    try desk.raw { db in
      try db.execute(
        sql: """
          WITH RECURSIVE n(i) AS (SELECT 1 UNION ALL SELECT i + 1 FROM n WHERE i < ?)
          INSERT INTO person (nameRoman) SELECT 'P' || i FROM n;
          """, arguments: [cases])
      try db.execute(
        sql: """
          INSERT INTO "case" (number, code, person, status, owner, opened, contactDue)
          SELECT 'N' || id, 'C' || id, id, 'active', 1 + id % 2, '2026-09-01',
            CASE WHEN id <= 4 THEN '2026-10-01' ELSE '2026-10-10' END FROM person;
          INSERT INTO followup (due, "case", action, assignee)
          SELECT CASE WHEN id <= 4 THEN '2026-10-01' WHEN id <= 8 THEN '2026-10-05'
            ELSE '2026-12-01' END, id, 'a', 1 + id % 2 FROM "case" WHERE id <= 12;
          INSERT INTO followup (due, "case", action, assignee, done)
          SELECT '2026-09-01', id, 'a', 1 + id % 2, '2026-09-01' FROM "case";
          INSERT INTO deadline (date, "case", rule, category, state, countedFrom, warnFrom, about,
            owner)
          SELECT CASE WHEN id <= 4 THEN '2026-10-01' ELSE '2026-10-10' END, id, 'contact_overdue',
            'contact', 'computed', '2026-09-01', '2026-10-10', 'x', owner FROM "case";
          INSERT INTO deadline (date, "case", rule, category, state, countedFrom, warnFrom, about,
            owner, coverFrom, supervisorFrom)
          SELECT CASE WHEN id <= 4 THEN '2026-10-20' ELSE '2027-08-10' END, id, rule, category,
            'computed', '2026-09-01', '2026-09-10', 'x', owner,
            CASE WHEN id <= 4 THEN '2026-10-01' ELSE '2027-07-01' END,
            CASE WHEN id <= 4 THEN '2026-10-02' ELSE '2027-07-02' END FROM "case",
            (SELECT 'period_of_stay' AS rule, 'legal' AS category
             UNION SELECT 'document_expiry', 'practice');
          INSERT INTO deadline (date, "case", rule, category, state, countedFrom, warnFrom, about,
            owner, done)
          SELECT '2026-09-02', id, 'appeal', 'legal', 'computed', '2026-09-01', '2026-08-10', 'x',
            owner, '2026-09-01' FROM "case";
          INSERT INTO homestay ("case", host, stage, start, "end", owner)
          SELECT id, 1, 'met', '2026-09-01',
            CASE WHEN id <= 4 THEN '2026-10-05' ELSE NULL END, owner FROM "case";
          INSERT INTO salon (theme, date, type, status, owner)
          SELECT 's', CASE WHEN id <= 4 THEN '2026-10-05' ELSE '2026-08-01' END, 'salon',
            'planned', owner FROM "case";
          """)
    }
  }
}
