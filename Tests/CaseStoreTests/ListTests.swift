import CaseStore
import Casework
import CustomDump
import Testing

@Suite struct `Lists` {
  /// Cases in an order of their own, some without a follow-up, many opened on one day.
  private static func fill(_ desk: Desk, _ count: Int = 23) throws -> [RecordID] {
    try (0..<count).map { number in
      let id = try desk.addCase(
        "Name \(number * 7 % count)",
        ["opened": .date(Desk.today.adding(days: -(number % 4)))])
      if number % 3 == 0 { _ = try desk.addFollowUp(id, "act", due: number % 5) }
      return id
    }
  }

  private static func walk(
    _ store: CaseStore, _ query: ListQuery, back: Bool
  ) throws -> [RecordID] {
    var ids: [RecordID] = []
    var anchor = back ? ListAnchor.last : .first
    while true {
      let page = try store.page(query, anchor, count: 5)
      let found = page.cards.map(\.address.id)
      ids = back ? found + ids : ids + found
      guard back ? page.hasMoreBefore : page.hasMoreAfter else { return ids }
      guard let edge = back ? found.first : found.last else { return ids }
      anchor = back ? .before(edge) : .after(edge)
    }
  }

  @Test(arguments: ["number", "sortName", "nextActionDue", "opened"], [false, true])
  func `are the same read forward and backward, absent values last`(
    field: String, descending: Bool
  ) throws {
    let desk = try Desk()
    let all = try Self.fill(desk)
    let query = ListQuery(.case, sort: SortOrder(field, descending: descending))
    let ids = try Self.walk(desk.store, query, back: false)
    #expect(try Self.walk(desk.store, query, back: true) == ids)
    let keys = try all.map { id in
      let card = try desk.card(.case, id)
      // Greater than every date and every name.
      return (card[field] == .absent ? "\u{10FFFF}" : "\(card[field])", id)
    }
    let expected = keys.sorted { $0 < $1 }.map(\.1)
    #expect(ids == (descending ? expected.reversed() : expected))
  }

  @Test func `say whether they go on`() throws {
    let desk = try Desk()
    let ids = try Self.fill(desk, 6)
    let query = ListQuery(.case, sort: SortOrder("number"))
    func ends(_ anchor: ListAnchor, _ count: Int) throws -> [Bool] {
      let page = try desk.store.page(query, anchor, count: count)
      return [page.hasMoreBefore, page.hasMoreAfter]
    }
    #expect(try ends(.first, 6) == [false, false])
    #expect(try ends(.first, 5) == [false, true])
    #expect(try ends(.last, 5) == [true, false])
    #expect(try ends(.after(ids[0]), 5) == [true, false])
    #expect(try ends(.after(ids[1]), 2) == [true, true])
    #expect(try ends(.after(ids[5]), 2) == [true, false])
    #expect(try ends(.before(ids[0]), 2) == [false, true])
    #expect(try ends(.before(ids[3]), 3) == [false, true])
    #expect(try ends(.before(ids[3]), 2) == [true, true])
    #expect(try ends(.from(ids[0]), 2) == [false, true])
    #expect(try ends(.from(ids[4]), 2) == [true, false])
  }

  @Test func `keep their place where a record left them`() throws {
    let desk = try Desk()
    let ids = try Self.fill(desk, 6)
    let open = ListQuery(.case, filters: [.open], sort: SortOrder("number"))
    try desk.change(
      .case, ids[2], ["status": .code("not_eligible"), "receivingBody": .text("x")], reason: "x")
    func found(_ anchor: ListAnchor) throws -> [RecordID] {
      try desk.store.page(open, anchor, count: 2).cards.map(\.address.id)
    }
    #expect(try found(.from(ids[2])) == [ids[3], ids[4]])
    #expect(try found(.from(RecordID(99))) == [ids[0], ids[1]])
  }

  @Test func `are narrowed by each kind of test`() throws {
    let desk = try Desk()
    let owner = try desk.add(.staff, ["name": .text("太田 充")])
    let a = try desk.addCase(
      "A",
      [
        "owner": .to(.staff, owner), "programmes": .codes(["salon", "legal"]),
        "nationality": .code("SYR"),
      ])
    let b = try desk.addCase("B", ["opened": .day("2024-05-01")])
    let c = try desk.addCase("C", ["interpreterNeeded": .flag(true)])
    try desk.change(
      .case, c, ["status": .code("not_eligible"), "receivingBody": .text("x")], reason: "x")
    func found(_ filters: FieldFilter...) throws -> [RecordID] {
      let query = ListQuery(.case, filters: filters, sort: SortOrder("number"))
      let cards = try desk.store.page(query, .first, count: 9).cards
      #expect(try desk.store.count(query).value == cards.count)
      return cards.map(\.address.id).sorted()
    }
    #expect(try found(FieldFilter("status", .equals(.code("inquiry")))) == [a, b])
    #expect(try found(FieldFilter("status", .equals(.codes(["inquiry", "closed"])))) == [a, b])
    #expect(try found(.open) == [a, b])
    #expect(try found(FieldFilter("isOpen", .equals(.flag(false)))) == [c])
    #expect(try found(FieldFilter("owner", .equals(.to(.staff, owner)))) == [a])
    #expect(try found(FieldFilter("owner", .absent)) == [b, c])
    #expect(try found(FieldFilter("owner", .present)) == [a])
    #expect(try found(FieldFilter("programmes", .equals(.code("legal")))) == [a])
    #expect(try found(FieldFilter("programmes", .equals(.codes(["homestay"])))) == [])
    #expect(try found(FieldFilter("nationality", .equals(.code("SYR")))) == [a])
    #expect(try found(FieldFilter("interpreterNeeded", .equals(.flag(true)))) == [c])
    #expect(try found(FieldFilter("opened", .upTo(Desk.today.adding(days: -31)))) == [b])
    #expect(try found(FieldFilter("opened", .from(Desk.today.adding(days: -30)))) == [a, c])
    #expect(try found(.open, FieldFilter("owner", .absent)) == [b])
    #expect(
      problems { try found(FieldFilter("colour", .present)) } == ["colour": .notFound])
    #expect(
      problems { try found(FieldFilter("opened", .equals(.text("x")))) } == ["opened": .wrongType])
  }

  @Test(arguments: [
    ("田中", 1), ("たなか", 1), ("tanaka", 1), ("TANAKA 花", 1), ("花 田", 1), ("田中 太郎", 0),
    ("2026-0001", 1), ("4321", 1), ("090-1111-4321", 1), ("K-77", 1), ("ﾀﾅｶ", 1), ("田", 1),
    // A single character is the beginning of a word.
    ("中", 0),
    ("secret", 0), ("", 2), ("！", 2),
  ])
  func `find each word of a search`(text: String, count: Int) throws {
    let desk = try Desk()
    _ = try desk.addCase(
      "Tanaka Hana",
      [
        "nameNative": .text("田中 花"), "nameKana": .text("タナカ ハナ"),
        "phone": .text("090-1111-4321"), "sourceNumber": .text("K-77"),
        "outcome": .text("secret"),
      ])
    _ = try desk.addCase("Other")
    let page = try desk.store.page(ListQuery(.case, search: text), .first, count: 9)
    #expect(page.cards.count == count)
    #expect(try desk.store.count(ListQuery(.case, search: text)) == ListCount(count))
    #expect(try desk.store.suggestions(.case, matching: text, limit: 9).count == count)
  }

  @Test func `find a person by the new name and by the old until that is taken out`() throws {
    let desk = try Desk()
    let card = try desk.card(.case, desk.addCase("Before"))
    let person = try #require(card["person"].asLink)
    try desk.change(.person, person.address.id, ["nameRoman": .text("After")])
    func found(_ text: String) throws -> Int {
      try desk.store.page(ListQuery(.case, search: text), .first, count: 9).cards.count
    }
    #expect(try found("after") == 1)
    #expect(try found("before") == 1)
    try desk.change(.person, person.address.id, ["nameFormer": .absent])
    #expect(try found("before") == 0)
    _ = try desk.store.undo()
    _ = try desk.store.undo()
    #expect(try found("before") == 1)
    _ = try desk.store.undo()
    #expect(try found("before") == 0)
  }

  @Test func `name what a record refers to`() throws {
    let desk = try Desk()
    let id = try desk.addCase("Fatima", ["nameKana": .text("ファティマ")])
    let host = try desk.addHost("清水家")
    let stay = try desk.add(
      .homestay,
      ["case": .to(.case, id), "host": .to(.host, host), "start": .date(Desk.today)])
    let card = try desk.store.page(ListQuery(.homestay), .first, count: 1).cards[0]
    #expect(card.number == "HS-0001")
    guard case .link(let guest) = card["case"], case .link(let home) = card["host"] else {
      Issue.record("no links")
      return
    }
    expectNoDifference(
      [guest.number, guest.title, guest.reading, home.number, home.title, home.reading],
      ["2026-0001", "Fatima", "ファティマ", "H-0001", "清水家", "清水家"])
    let link = try desk.store.suggestions(.homestay, matching: "", limit: 1)[0]
    #expect(link.address.id == stay && link.title == "清水家" && link.number == "HS-0001")
  }

  @Test func `count up to their limit`() throws {
    let desk = try Desk()
    try desk.execute(
      """
      INSERT INTO host (name, stage) WITH RECURSIVE n (i) AS
      (SELECT 1 UNION ALL SELECT i + 1 FROM n WHERE i < 1001) SELECT i, 'left' FROM n
      """)
    #expect(try desk.store.count(ListQuery(.host)) == ListCount(1000, isExact: false))
    try desk.execute("DELETE FROM host WHERE id = 1")
    #expect(try desk.store.count(ListQuery(.host)) == ListCount(1000))
  }

  @Test func `are read whole, while the store is asked other things`() throws {
    let desk = try Desk()
    _ = try Self.fill(desk, 7)
    var names: [String] = []
    let query = ListQuery(.case, sort: SortOrder("number"))
    try desk.store.forEach(query, fields: ["number", "nameRoman", "city"]) { card in
      let same = try desk.store.detail(card.address, limit: 1).card
      #expect(Set(card.fieldNames) == ["number", "nameRoman", "city"])
      if case .text(let name) = same["nameRoman"] { names.append(name) }
    }
    #expect(names.count == 7 && names.first == "Name 0")
    struct Stop: Error {}
    #expect(throws: Stop.self) {
      try desk.store.forEach(query, fields: ["number"]) { _ in throw Stop() }
    }
    #expect(
      problems { try desk.store.page(query, .first, count: 1, fields: ["x"]) } == ["x": .notFound])
  }

  @Test(arguments: ["2026-0001", "２０２６－０００１", "code", "1", "C-0001"])
  func `a case is found by its number, its code or its id`(reference: String) throws {
    let desk = try Desk()
    let id = try desk.addCase("A")
    var text = reference
    if text == "code", case .text(let code) = try desk.card(.case, id)["code"] {
      text = code.lowercased().replacing("0", with: "o").replacing("1", with: "l")
    }
    #expect(try desk.store.find(.case, text) == RecordAddress(.case, id))
  }

  @Test func `other records are found by letter and number`() throws {
    let desk = try Desk()
    let id = try desk.add(.host, ["name": .text("x")])
    #expect(try desk.store.find(.host, "h-0001") == RecordAddress(.host, id))
    #expect(try desk.store.find(.host, "1") == RecordAddress(.host, id))
    for wrong in ["H-0002", "S-0001", "x", "", "-1", "2026-0001"] {
      #expect(refusal { try desk.store.find(.host, wrong) } == .notFound, "\(wrong)")
    }
  }
}
