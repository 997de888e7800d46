@testable import CaseStore
import Casework
import Testing

/// Lists of the records of several owners, and who stands in for whom.
@Suite struct `Owners` {
  private func staff(_ desk: Desk, _ name: String) throws -> RecordID {
    try desk.add(.staff, ["name": .text(name), "isActive": .flag(true)])
  }

  private func link(_ id: RecordID) -> Link { Link(RecordAddress(.staff, id)) }

  /// Pages of one list over two owners are those of one list in order, forwards and backwards.
  @Test func `of a list are merged in its order`() throws {
    let desk = try Desk()
    let (one, two, three) = (RecordID(1), try staff(desk, "B"), try staff(desk, "C"))
    let id = try desk.addCase("A")
    for (index, days) in [5, 1, 3, 3, 2, 9, 3, 4].enumerated() {
      try desk.add(
        .followUp,
        [
          "case": .to(.case, id), "action": .text("\(index)"),
          "due": .date(Desk.today.adding(days: days)),
          "assignee": .to(.staff, [one, two, three][index % 3]),
        ])
    }
    let query = ListQuery(.followUp, filters: [.open]).owned(by: [link(one), link(two)])
    let expected = ["1", "4", "3", "6", "7", "0"]
    var seen: [String] = []
    var anchor = ListAnchor.first
    while true {
      let page = try desk.store.page(query, anchor, count: 2)
      seen += page.texts("action")
      guard page.hasMoreAfter, let last = page.cards.last else { break }
      anchor = .after(last.address.id)
    }
    #expect(seen == expected)
    let last = try desk.store.page(query, .last, count: 3)
    #expect(last.texts("action") == ["6", "7", "0"] && last.hasMoreBefore)
    var down = query
    down.sort = SortOrder("due", descending: true)
    #expect(try desk.store.page(down, .first, count: 9).texts("action") == expected.reversed())
    #expect(try desk.store.count(query) == ListCount(6))
    #expect(try desk.store.count(ListQuery(.followUp).owned(by: [link(three)])) == ListCount(2))
    var found: [String] = []
    try desk.store.forEach(query, fields: ["action"]) { card in
      if case .text(let text) = card["action"] { found.append(text) }
    }
    #expect(found == expected)
  }

  @Test func `stand in for others from a day to a day, and never for themselves`() throws {
    let desk = try Desk()
    let away = try staff(desk, "B")
    func cover(_ staff: RecordID, _ from: Int, _ to: Int) throws {
      try desk.add(
        .cover,
        [
          "staff": .to(.staff, staff), "coveredBy": .to(.staff, RecordID(1)),
          "from": .date(Desk.today.adding(days: from)), "to": .date(Desk.today.adding(days: to)),
        ])
    }
    try cover(away, -2, 3)
    try cover(try staff(desk, "C"), 1, 3)
    try cover(try staff(desk, "D"), -9, -1)
    func covered(_ days: Int) throws -> [FieldValue] {
      let query = ListQuery.covers(
        by: RecordAddress(.staff, RecordID(1)), on: Desk.today.adding(days: days))
      return try desk.store.page(query, .first, count: 9).cards.map { $0["staff"] }
    }
    #expect(try covered(-3).count == 1)
    #expect(try covered(0) == [.to(.staff, away)])
    #expect(try covered(3).count == 2)
    #expect(try covered(4) == [])
    #expect(problems { try cover(RecordID(1), 0, 1) } == ["coveredBy": .sameStaff])
    #expect(problems { try cover(away, 2, 1) } == ["to": .endBeforeStart])
    _ = try desk.store.undo()
    #expect(try covered(-3) == [])
  }

  /// The day on which a case is without contact is that of the rule, as the rule's deadline goes.
  @Test func `of silent cases are found by the one rule of contact`() throws {
    let desk = try Desk()
    func opened(_ days: Int) throws -> RecordID {
      try desk.addCase("A", ["opened": .date(Desk.today.adding(days: days))])
    }
    let (silent, fresh) = (try opened(-14), try opened(-13))
    func found(_ day: Int = 0) throws -> [RecordID] {
      let query = Indicator.noContact.query(Desk.today.adding(days: day))
      return try desk.store.page(query, .first, count: 9).cards.map(\.address.id)
    }
    #expect(try found() == [silent])
    #expect(try found(1) == [silent, fresh])
    try desk.add(
      .contact,
      ["case": .to(.case, silent), "on": .date(Desk.today), "contactMade": .flag(true)])
    #expect(try found(1) == [fresh])
    #expect(try desk.card(.case, silent)["contactDue"] == .date(Desk.today.adding(days: 14)))
    _ = try desk.store.undo()
    #expect(try found() == [silent])
    // Staff's own word about the deadline counts here too.
    try desk.add(
      .ownDeadline,
      [
        "case": .to(.case, silent), "rule": .code("contact_overdue"), "on": .date(Desk.today),
        "due": .date(Desk.today.adding(days: 5)),
      ])
    #expect(try found() == [])
    try desk.change(
      .case, fresh, ["status": .code("not_eligible"), "receivingBody": .text("x")], reason: "x")
    #expect(try desk.card(.case, fresh)["contactDue"] == .absent)
  }
}
