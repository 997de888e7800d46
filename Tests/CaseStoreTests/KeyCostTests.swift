@testable import CaseStore
import Casework
import GRDB
import GRDBSQLite
import Testing

/// What a key costs is counted, not timed, and it is the same in a large store.
///
/// Statements, steps of SQLite's machine, rows gone through without an index, and statements compiled
/// again.
@Suite struct `The cost of a key` {
  private struct Cost: Equatable {
    var statements = 0
    var steps = 0
    /// Steps through a table or an index that nothing narrowed.
    var scanned = 0
    var compiled = 0

    static func - (one: Cost, other: Cost) -> Cost {
      Cost(
        statements: one.statements - other.statements, steps: one.steps - other.steps,
        scanned: one.scanned - other.scanned, compiled: one.compiled - other.compiled)
    }
  }

  /// What the statements of a connection have cost so far.
  private func total(_ store: CaseStore) throws -> Cost {
    try store.read { db in
      var cost = Cost()
      var next = sqlite3_next_stmt(db.sqliteConnection, nil)
      while let statement = next {
        func status(_ figure: Int32) -> Int { Int(sqlite3_stmt_status(statement, figure, 0)) }
        cost.statements += status(SQLITE_STMTSTATUS_RUN)
        cost.steps += status(SQLITE_STMTSTATUS_VM_STEP)
        cost.scanned += status(SQLITE_STMTSTATUS_FULLSCAN_STEP)
        cost.compiled += status(SQLITE_STMTSTATUS_REPREPARE)
        next = sqlite3_next_stmt(db.sqliteConnection, statement)
      }
      return cost
    }
  }

  private struct Key: Sendable {
    let name: String
    let press: @Sendable (CaseStore, RecordID) throws -> Void
  }

  private static let fields = ["number", "sortName", "status", "nextActionDue"]

  private static let keys = [
    Key(name: "a page of cases") { store, id in
      _ = try store.page(
        ListQuery(.case, filters: [.open]), .after(id), count: 60, fields: fields)
    },
    Key(name: "the end of the cases") { store, _ in
      _ = try store.page(
        ListQuery(.case, filters: [.open]), .last, count: 60, fields: fields)
    },
    Key(name: "another order") { store, _ in
      _ = try store.page(
        ListQuery(.case, filters: [.open], sort: SortOrder("opened", descending: true)), .first,
        count: 60, fields: fields)
    },
    Key(name: "one status") { store, _ in
      _ = try store.page(
        ListQuery(.case, filters: [FieldFilter("status", .equals(.code("active")))]), .first,
        count: 60, fields: fields)
    },
    Key(name: "a record") { store, id in
      _ = try store.detail(RecordAddress(.case, id), limit: 200)
    },
    Key(name: "a month of gatherings") { store, _ in
      _ = try store.picture(
        .month(
          MonthRequest(ListQuery(.salon), Desk.today.firstOfMonth, depth: 6, isCounted: false)))
    },
  ]

  /// A store with so many cases more, each with two contacts, and a gathering for each.
  private func desk(_ cases: Int) throws -> (Desk, CaseStore, RecordID) {
    let desk = try Desk()
    let id = try desk.addCase("A")
    let numbers =
      "WITH RECURSIVE c (n) AS (SELECT 1 UNION ALL SELECT n + 1 FROM c WHERE n < \(cases))"
    try desk.execute(
      """
      \(numbers) INSERT INTO person (nameRoman) SELECT 'P' || n FROM c;
      \(numbers) INSERT INTO "case" (number, code, person, status, opened)
        SELECT printf('1999-%05d', n), 'K' || n, n + 1, 'active',
          date('2026-01-01', (n % 200) || ' days') FROM c;
      INSERT INTO contact ("case", "on", medium, contactMade)
        SELECT id, '2026-09-01', 'phone', 1 FROM "case";
      INSERT INTO contact ("case", "on", medium, contactMade)
        SELECT id, '2026-09-12', 'visit', 1 FROM "case";
      \(numbers) INSERT INTO salon (date, begins, theme, type, status)
        SELECT date('2026-10-01', (n % 30) || ' days'), '10:00', 'T', 'salon', 'planned' FROM c;
      """)
    return (desk, try desk.open(), id)
  }

  @Test func `does not grow with the store`() throws {
    let (few, small, first) = try desk(300)
    let (many, large, last) = try desk(6000)
    defer { withExtendedLifetime((few, many)) {} }
    for key in Self.keys {
      func cost(_ store: CaseStore, _ id: RecordID) throws -> Cost {
        // Everything is compiled once.
        for _ in 0..<2 { try key.press(store, id) }
        let before = try total(store)
        try key.press(store, id)
        return try total(store) - before
      }
      let (few, many) = (try cost(small, first), try cost(large, last))
      #expect(few.compiled == 0 && many.compiled == 0, "\(key.name)")
      #expect(few.statements == many.statements && few.statements < 90, "\(key.name) \(many)")
      #expect(many.scanned <= few.scanned, "\(key.name) \(many)")
      // A month has twenty times as many to count, up to a thousand a day; nothing else has more to do.
      let most = key.name.hasPrefix("a month") ? 31 * 1000 * 12 : few.steps * 5 / 4 + 200
      #expect(many.steps <= most, "\(key.name) \(few.steps) \(many.steps)")
      #expect(few.steps < 60_000, "\(key.name) \(few.steps)")
    }
  }

  /// What a key asks of the store is compiled once, whatever record it is given for.
  @Test func `is not to compile what another was compiled for`() throws {
    let (desk, store, first) = try desk(30)
    defer { withExtendedLifetime(desk) {} }
    for words in ["x", "y", "z"] {
      let version = try store.detail(RecordAddress(.case, first), limit: 50).card.version
      _ = try store.save(
        Change(
          .case, id: first, version: version,
          values: [
            "nameRoman": .text(words), "owner": words == "y" ? .to(.staff, RecordID(1)) : .absent,
          ],
          command: "case.edit"))
    }
    let others = try store.page(ListQuery(.case), .first, count: 9).cards.map(\.address.id)
    for key in Self.keys {
      for _ in 0..<2 { try key.press(store, first) }
      var told: Set<String> = []
      try store.trace { told.insert($0) }
      for id in others + [first] { try key.press(store, id) }
      let (asked, kept) = try store.read { db in (told, Self.kept(by: db.sqliteConnection)) }
      #expect(!asked.isEmpty && asked.isSubset(of: kept), "\(key.name) \(asked.subtracting(kept))")
    }
  }

  /// The statements that a connection has compiled.
  private static func kept(by connection: OpaquePointer?) -> Set<String> {
    var kept: Set<String> = []
    var next = sqlite3_next_stmt(connection, nil)
    while let statement = next {
      if let sql = sqlite3_sql(statement) { kept.insert(String(cString: sql)) }
      next = sqlite3_next_stmt(connection, statement)
    }
    return kept
  }

  /// The names of every second, of every tenth and of the last records of an order: what many hold is
  /// met soon, and on the way to what stands at the end no record is looked at itself.
  @Test func `of a letter passes what it does not mean in a list that somebody sorted`() throws {
    let (desk, before, id) = try desk(6000)
    defer { withExtendedLifetime((desk, before, id)) {} }
    try desk.execute(
      """
      UPDATE person SET nameRoman = nameRoman || CASE id % 2 WHEN 0 THEN ' even' ELSE ' odd' END
        || CASE id % 10 WHEN 0 THEN ' tenth' ELSE '' END || CASE WHEN id > 5500 THEN ' late' ELSE '' END
        || CASE WHEN id > 1000 THEN ' most' ELSE '' END;
      UPDATE "case" SET nextActionDue = date('2026-01-01', id || ' days'),
        owner = iif(person % 1000 = 1, 1, NULL);
      DELETE FROM derived WHERE name = 'index';
      """)
    let store = try desk.open()
    func steps(_ word: String, fromEnd: Bool = false) throws -> Int {
      let query = ListQuery(
        .case, search: word, sort: SortOrder("nextActionDue", descending: fromEnd))
      let before = try total(store)
      let page = try store.page(query, .first, count: 40, fields: Self.fields)
      #expect(page.cards.count == 40 && page.hasMoreAfter, "\(word)")
      return try total(store).steps - before.steps
    }
    // To look at each record itself takes twice as many.
    for word in ["even", "tenth", "late", "most", "tenth late"] {
      let steps = try steps(word)
      #expect(steps < 100_000, "\(word) \(steps)")
    }
    // What is met at once is not gathered before.
    var gathering: [String] = []
    try store.trace { if $0.contains("+t.\"id\" IN (SELECT") { gathering.append($0) } }
    for word in ["even", "most", "even most"] { _ = try steps(word, fromEnd: true) }
    #expect(gathering == [])
    _ = try steps("most")
    #expect(gathering.count == 1)
    // Of a few records each is looked at, however many others hold the word.
    let mine = FieldFilter("owner", .equals(.link(Link(RecordAddress(.staff, RecordID(1))))))
    let earlier = try total(store)
    let page = try store.page(
      ListQuery(.case, search: "odd", filters: [mine]), .first, count: 40, fields: Self.fields)
    #expect(page.cards.count == 7)
    #expect(try total(store).steps - earlier.steps < 10_000)
  }
}
