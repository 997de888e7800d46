@testable import CaseStore
import Casework
import GRDB
import Testing

/// No query on the path of a key may grow with the store.
@Suite struct `Query plans` {
  private static let today = Desk.today
  private static let staff = Viewer.coordinator(RecordID(1))

  /// The steps of a plan that read a whole table or sort.
  private static func faults(_ db: Database, _ condition: Condition) throws -> [String] {
    let plan = try Row.fetchAll(
      db, sql: "EXPLAIN QUERY PLAN " + condition.sql,
      arguments: StatementArguments(condition.arguments))
    return plan.map { $0["detail"] as String }.filter { step in
      let scansTable =
        step.hasPrefix("SCAN") && !step.contains("USING") && !step.contains("(subquery")
        // A question without a table.
        && step != "SCAN CONSTANT ROW"
      return scansTable || step.contains("TEMP B-TREE") || step.contains("AUTOMATIC")
    }
  }

  private static func value(_ shape: Shape) -> FieldValue {
    switch shape {
    case .flag: .flag(true)
    case .choice(let catalogue): .code(catalogue.codes[0])
    case .reference(let kind): .to(kind, RecordID(1))
    default: .absent
    }
  }

  @Test(arguments: RecordKind.allCases)
  func `each list is read along an index`(kind: RecordKind) throws {
    let desk = try Desk()
    let description = RecordDescription.of(kind)
    let sorts = description.fields.filter { $0.uses.contains(.sort) }.map(\.name)
    let filters = description.fields.filter { $0.uses.contains(.filter) }
    let normal = SortOrder(code: description.defaultSort)
    #expect(sorts.contains(normal.field))
    // A case's list is sorted every way within each filter.
    let filtered = filters.flatMap { field in
      (kind == .case ? sorts : [normal.field]).map { (field, $0) }
    }
    let lists =
      sorts.map { ListQuery(kind, sort: SortOrder($0)) }
      + filtered.map { field, sort in
        let filter = FieldFilter(field.name, .equals(Self.value(field.shape)))
        return ListQuery(kind, filters: [filter], sort: SortOrder(sort))
      }
    try desk.raw { db in
      for query in lists {
        for (descending, names) in [
          (false, NameWriting.kana), (true, .kana), (false, .roman), (true, .roman),
        ] {
          var query = query
          query.sort?.descending = descending
          query.names = names
          var list = try ListStatement(query, for: Self.staff, today: Self.today)
          let select = try list.select(description.fields.map(\.name))
          for direction in [ListStatement.Direction.forward, .backward] {
            for place in [nil, ListStatement.Place(key: "x".databaseValue, id: RecordID(5))] {
              let sql = list.sql(select.columns, from: place, direction, limit: 60)
              #expect(try Self.faults(db, sql) == [], "\(query) \(sql.sql)")
              if place != nil {
                let plan = try Row.fetchAll(
                  db, sql: "EXPLAIN QUERY PLAN " + sql.sql,
                  arguments: StatementArguments(sql.arguments))
                let first: String = plan[0]["detail"]
                // The index is entered at the place, not read up to it.
                #expect(first.contains(">") || first.contains("<"), "\(query) \(first)")
              }
            }
          }
          #expect(try Self.faults(db, list.place(of: RecordID(1))) == [])
          #expect(
            try Self.faults(db, list.count(limit: 1000)).filter { !$0.contains("SCAN t") } == [])
        }
      }
    }
  }

  @Test func `a whole page of work is done without a scan`() throws {
    let desk = try Desk()
    let id = try desk.addCase("A", ["nameKana": .text("ア")])
    let host = try desk.addHost("x")
    try desk.add(
      .homestay, ["case": .to(.case, id), "host": .to(.host, host), "start": .date(Desk.today)])
    var statements: [String] = []
    let store = try desk.open()
    try store.trace { statements.append($0) }
    _ = try store.page(ListQuery(.case, filters: [.open]), .from(id), count: 30)
    _ = try store.count(ListQuery(.case, filters: [.open]))
    _ = try store.detail(RecordAddress(.case, id), limit: 30)
    _ = try store.detail(RecordAddress(.host, host), limit: 30)
    _ = try store.picture(
      .stays(StayRequest(.first, count: 20, from: Self.today, days: 91)))
    _ = try store.picture(
      .board(
        BoardRequest(
          ListQuery(.placement), columns: PlacementStage.path.map(\.rawValue), depth: 20)))
    for kind in RecordKind.allCases {
      switch RecordDescription.of(kind).picture {
      case .board(let board)?:
        _ = try store.picture(
          .board(BoardRequest(ListQuery(kind), columns: board.columns, depth: 20)))
      // Its numbers are counted once it stands.
      case .month?:
        _ = try store.picture(
          .month(MonthRequest(ListQuery(kind), Self.today.firstOfMonth, isCounted: false)))
      case .bars?: _ = try store.picture(.bars(BarRequest(ListQuery(kind))))
      case .beds?, nil: break
      }
    }
    _ = try store.find(.case, "2026-0001")
    _ = try store.suggestions(.host, matching: "", limit: 10)
    _ = try store.journal(JournalFilter(), limit: 10)
    _ = try store.journal(JournalFilter(record: RecordAddress(.case, id)), limit: 10)
    _ = try store.save(
      Change(
        .case, id: id, version: 1, values: ["city": .text("x"), "risk": .code("low")],
        command: "case.edit"))
    _ = try store.undo()
    #expect(statements.count > 40)
    try desk.raw { db in
      for sql in Set(statements) where ["SELECT", "UPDATE", "DELETE"].contains(sql.prefix(6)) {
        let count = sql.filter { $0 == "?" }.count
        let nothing = [DatabaseValue](repeating: .null, count: count)
        // The entries that were found are handed in as a list, which is read from its start.
        let faults = try Self.faults(db, Condition(sql: sql, arguments: nothing))
          .filter { !$0.contains("SCAN json_each") }
        #expect(faults == [], "\(sql)")
      }
    }
  }

  @Test func `a move of a status reads what is of its case alone`() throws {
    let desk = try Desk()
    let id = try desk.addCase("A")
    var statements: [String] = []
    let store = try desk.open()
    try store.trace { statements.append($0) }
    _ = try store.save(
      Change(
        .case, id: id, version: 1, values: ["status": .code("intake")], command: "status"))
    #expect(statements.contains { $0.contains("homestay") })
    try desk.raw { db in
      for sql in Set(statements) where sql.hasPrefix("SELECT count") {
        let count = sql.filter { $0 == "?" }.count
        let plan = try Row.fetchAll(
          db, sql: "EXPLAIN QUERY PLAN " + sql,
          arguments: StatementArguments([DatabaseValue](repeating: .null, count: count)))
        #expect(plan.allSatisfy { ($0["detail"] as String).contains("(case=?") }, "\(sql) \(plan)")
      }
    }
  }

  @Test func `a volunteer's list begins with the assignments`() throws {
    let desk = try Desk()
    try desk.raw { db in
      db.add(function: StoreFile.folded)
      for kind in [RecordKind.case, .contact] {
        let query = ListQuery(kind, search: "a")
        let list = try ListStatement(query, for: .volunteer(RecordID(1)), today: Self.today)
        let sql = list.sql(["t.id"], limit: 9)
        let plan = try Row.fetchAll(
          db, sql: "EXPLAIN QUERY PLAN " + sql.sql, arguments: StatementArguments(sql.arguments))
        let details = plan.map { $0["detail"] as String }
        let first = details.first { $0.hasPrefix("SEARCH") || $0.hasPrefix("SCAN") }
        #expect(first?.contains("assignmentByVolunteerAndStart") == true, "\(details)")
        #expect(!sql.sql.contains("search"))
      }
    }
  }
}
