@testable import CaseStore
import Casework
import GRDB
import Testing

/// Gatherings stand around today: the next one first, what is past behind what is to come.
@Suite struct `A list around today` {
  private static let days = [-20, 4, 0, -3, 30, 0, -3]
  /// By the days: the next first, then what is past, the latest first; equal days by age.
  private static let expected = [0, 0, 4, 30, -3, -3, -20]

  private static func fill(_ desk: Desk) throws -> [RecordID] {
    try days.map { day in
      try desk.add(
        .salon,
        ["theme": .text("会 \(day)"), "date": .date(Desk.today.adding(days: day))])
    }
  }

  private static func days(_ cards: [Card]) -> [Int] {
    cards.compactMap { card in
      guard case .date(let date) = card["date"] else { return nil }
      return date.dayNumber - Desk.today.dayNumber
    }
  }

  @Test(arguments: 1...8)
  func `is read alike from both ends, a page at a time`(count: Int) throws {
    let desk = try Desk()
    _ = try Self.fill(desk)
    let query = ListQuery(.salon)
    var ahead: [Card] = []
    var page = try desk.store.page(query, .first, count: count)
    #expect(!page.hasMoreBefore)
    ahead = page.cards
    while page.hasMoreAfter, let last = ahead.last {
      page = try desk.store.page(query, .after(last.address.id), count: count)
      #expect(page.hasMoreBefore)
      ahead += page.cards
    }
    #expect(Self.days(ahead) == Self.expected)
    page = try desk.store.page(query, .last, count: count)
    #expect(!page.hasMoreAfter)
    var back = page.cards
    while page.hasMoreBefore, let first = back.first {
      page = try desk.store.page(query, .before(first.address.id), count: count)
      #expect(page.hasMoreAfter)
      back = page.cards + back
    }
    #expect(back.map(\.address) == ahead.map(\.address))
    #expect(try desk.store.count(query).value == Self.days.count)
    for (index, card) in ahead.enumerated() {
      let from = try desk.store.page(query, .from(card.address.id), count: 99)
      #expect(from.cards.map(\.address) == ahead[index...].map(\.address))
      #expect(from.hasMoreBefore == (index > 0))
    }
  }

  @Test func `is one list for a file and for the search box`() throws {
    let desk = try Desk()
    _ = try Self.fill(desk)
    var told: [Card] = []
    try desk.store.forEach(ListQuery(.salon), fields: ["date"]) { told.append($0) }
    #expect(Self.days(told) == Self.expected)
    let found = try desk.store.page(ListQuery(.salon, search: "会"), .first, count: 99)
    #expect(Self.days(found.cards).sorted() == Self.days.sorted())
    let narrowed = ListQuery(
      .salon, filters: [FieldFilter("status", .equals(.code("planned")))])
    #expect(Self.days(try desk.store.page(narrowed, .first, count: 99).cards) == Self.expected)
  }

  @Test func `is read along an index, in both of its parts`() throws {
    let desk = try Desk()
    let filters = [nil, FieldFilter("type", .equals(.code("salon")))]
    try desk.raw { db in
      for filter in filters {
        let query = ListQuery(.salon, filters: [filter].compactMap(\.self))
        let list = try ListStatement(
          query, for: .coordinator(RecordID(1)), today: Desk.today)
        #expect(list.halves.count == 2)
        for half in list.halves {
          for direction in [ListStatement.Direction.forward, .backward] {
            let sql = half.sql(["t.id"], direction, limit: 9)
            let plan = try Row.fetchAll(
              db, sql: "EXPLAIN QUERY PLAN " + sql.sql,
              arguments: StatementArguments(sql.arguments))
            let steps = plan.map { $0["detail"] as String }
            #expect(steps.count == 1, "\(steps)")
            // It is entered at today.
            #expect(
              steps[0].contains("SEARCH")
                && (steps[0].contains("date>") || steps[0].contains("date<")),
              "\(steps)")
          }
        }
      }
    }
  }
}
