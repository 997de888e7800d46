@testable import CaseStore
import Casework
import GRDB
import Testing

/// What the words of a list find in a real store.
@Suite struct `Words of a list in the store` {
  private static let me = Link(RecordAddress(.staff, RecordID(1)))

  private static func query(_ words: FilterWord...) -> ListQuery {
    var query = ListQuery(.case)
    query.words = words
    return query
  }

  private func names(_ store: CaseStore, _ query: ListQuery) throws -> [String] {
    try store.page(query, .first, count: 20).cards.map { card in
      if case .text(let name) = card[\Person.nameRoman] { name } else { "" }
    }.sorted()
  }

  private func filled() throws -> Desk {
    let desk = try Desk()
    let today = Desk.today
    let old: [String: FieldValue] = ["opened": .date(today.adding(days: -30))]
    _ = try desk.addCase(
      "A", old.merging(["nationality": .code("SYR"), "city": .text("新宿区")]) { $1 })
    let b = try desk.addCase("B", ["nationality": .code("UKR"), "owner": .to(.staff, RecordID(1))])
    _ = try desk.addCase("C", ["opened": .date(today.adding(days: -3))])
    try desk.add(
      .contact,
      [
        "case": .to(.case, b), "on": .date(today.adding(days: -5)), "medium": .code("phone"),
        "contactMade": .flag(true),
      ])
    try desk.add(
      .document,
      [
        "case": .to(.case, b), "type": .code("residence_card"), "on": .date(today),
        "expiresOn": .date(today.adding(days: 20)),
      ])
    return desk
  }

  @Test func `find what they say`() throws {
    let desk = try filled()
    let store = desk.store
    let syria = FilterWord("nationality", .is, .value(.code("SYR")))
    #expect(try names(store, Self.query(syria)) == ["A"])
    var other = syria
    other.isNegated = true
    // Who has no nationality is not of Syria either.
    #expect(try names(store, Self.query(other)) == ["B", "C"])
    #expect(try names(store, Self.query(FilterWord("nationality", .is, .nothing))) == ["C"])
    #expect(try names(store, Self.query(FilterWord("city", .is, .text("しんじゅく")))) == [])
    #expect(try names(store, Self.query(FilterWord("city", .is, .text("新宿")))) == ["A"])
    #expect(try names(store, Self.query(FilterWord("owner", .is, .me([Self.me])))) == ["B"])
    #expect(try names(store, Self.query(FilterWord("owner", .is, .text("林")))) == ["B"])
    #expect(
      try names(store, Self.query(FilterWord("owner", .is, .text("林"), isNegated: true)))
        == ["A", "C"])
    #expect(try names(store, Self.query(FilterWord("opened", .below, .days(7)))) == ["C"])
    #expect(try names(store, Self.query(FilterWord("opened", .above, .days(7)))) == ["A", "B"])
    // C was opened three days ago: nobody is late yet.
    #expect(
      try names(store, Self.query(FilterWord("contact", .is, .days(14), isNegated: true))) == ["A"])
    #expect(try names(store, Self.query(FilterWord("contact", .is, .days(14)))) == ["B"])
    #expect(
      try names(store, Self.query(FilterWord("contact", .is, .days(2), isNegated: true)))
        == ["A", "B", "C"])
  }

  @Test func `find cases by their deadlines`() throws {
    let desk = try filled()
    func found(_ word: FilterWord) throws -> [String] { try names(desk.store, Self.query(word)) }
    let expected = try desk.raw { db in
      try String.fetchAll(
        db,
        sql: """
          SELECT DISTINCT nameRoman FROM deadline JOIN "case" c ON c.id = "case"
          JOIN person p ON p.id = person WHERE deadline.isOpen = 1 AND category <> 'contact'
          AND date <= date(?, '+30 days') ORDER BY 1
          """, arguments: [Desk.today.description])
    }
    #expect(try found(FilterWord("due", .below, .days(30))) == expected)
    let rest = ["A", "B", "C"].filter { !expected.contains($0) }
    #expect(try found(FilterWord("due", .below, .days(30), isNegated: true)) == rest)
  }

  @Test func `name a status and mean the ended ones too`() throws {
    let desk = try filled()
    var query = Self.query(FilterWord("status", .is, .value(.code("inquiry"))))
    query.filters = [.open]
    #expect(query.kept == [])
    query.words[0].isNegated = true
    #expect(query.kept == [.open])
    #expect(try names(desk.store, query) == [])
  }

  @Test func `tell a volunteer nothing of what they may not see`() throws {
    let desk = try filled()
    let volunteer = try desk.addVolunteer("v")
    let store = try desk.open(as: .volunteer(volunteer))
    for word in [
      FilterWord("nationality", .is, .value(.code("SYR"))), FilterWord("owner", .is, .text("林")),
      FilterWord("contact", .is, .days(14)), FilterWord("notThere", .is, .text("x")),
    ] {
      #expect(throws: Refusal.self) { try store.page(Self.query(word), .first, count: 5) }
      #expect(throws: Refusal.self) { try store.count(Self.query(word)) }
    }
  }

  @Test func `leave a list in its order, along its index`() throws {
    let desk = try filled()
    let me = FilterWord.Operand.me([Self.me])
    let words: [FilterWord] = [
      FilterWord("status", .is, .value(.code("active"))), FilterWord("owner", .is, me),
      FilterWord("nationality", .is, .value(.code("SYR"))), FilterWord("due", .below, .days(30)),
      FilterWord("contact", .is, .days(14), isNegated: true),
      FilterWord("stayExpires", .below, .days(90)), FilterWord("opened", .is, .days(7)),
      FilterWord("owner", .is, .text("林")), FilterWord("city", .is, .text("新宿")),
      FilterWord("languages", .is, .value(.code("ar"))),
      FilterWord("owner", .is, .me([Self.me, Link(RecordAddress(.staff, RecordID(2)))])),
    ]
    try desk.raw { db in
      db.add(function: StoreFile.folded)
      for word in words {
        for isNegated in [false, true] {
          for sort in ["number", "sortName", "opened", "stayExpires"] {
            var query = Self.query(word)
            query.words[0].isNegated = isNegated
            query.sort = SortOrder(sort)
            var list = try ListStatement(
              query, for: .coordinator(RecordID(1)), today: Desk.today)
            let select = try list.select(["nameRoman", "status"])
            let sql = list.sql(select.columns, limit: 60)
            let plan = try Row.fetchAll(
              db, sql: "EXPLAIN QUERY PLAN " + sql.sql,
              arguments: StatementArguments(sql.arguments))
            let steps = plan.map { $0["detail"] as String }
            #expect(!steps.contains { $0.contains("TEMP B-TREE FOR ORDER") }, "\(query) \(steps)")
            #expect(
              !steps.contains { $0.hasPrefix("SCAN t ") && !$0.contains("USING") },
              "\(query) \(steps)")
          }
        }
      }
    }
  }
}
