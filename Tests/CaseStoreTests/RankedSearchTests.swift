@testable import CaseStore
import Casework
import CustomDump
import Fold
import GRDB
import TestSupport
import Testing

/// What was meant most likely comes first, and everything that was meant comes once.
@Suite struct `A search that ranks` {
  private func names(_ desk: Desk, _ text: String, _ filters: [FieldFilter] = []) throws -> [String]
  {
    try desk.store.page(
      ListQuery(.case, search: text, filters: filters), .first, count: 50, fields: ["nameRoman"]
    ).cards.map { card in
      if case .text(let name) = card[\Person.nameRoman] { name } else { "" }
    }
  }

  private func note(_ desk: Desk, _ id: RecordID, _ text: String) throws {
    try desk.add(
      .note, ["case": .to(.case, id), "on": .date(Desk.today), "body": .text(text)])
  }

  @Test func `names first that are the word, then that begin with it, that hold it, then notes`()
    throws
  {
    let desk = try Desk()
    let told = try desk.addCase("Told Around")
    try note(desk, told, "cousin of Mina")
    _ = try desk.addCase("Amina Osman")
    _ = try desk.addCase("Minako Ito")
    _ = try desk.addCase("Mina Park")
    _ = try desk.addCase("Somebody Else")
    #expect(try names(desk, "mina") == ["Mina Park", "Minako Ito", "Amina Osman", "Told Around"])
    #expect(try names(desk, "it mina") == ["Minako Ito"])
  }

  @Test func `the newest first in each rank`() throws {
    let desk = try Desk()
    for number in 1...5 { _ = try desk.addCase("Mina \(number)") }
    #expect(try names(desk, "mina") == (1...5).reversed().map { "Mina \($0)" })
  }

  @Test func `a case by its number, its telephone's end, its contacts and documents`() throws {
    let desk = try Desk()
    let id = try desk.addCase(
      "Salma Haddad",
      ["phone": .text("090-1234-5678"), "nameKana": .text("サルマ・ハダド"), "nameNative": .text("田中 花子")])
    _ = try desk.addCase("Another")
    let about = ["case": FieldValue.to(.case, id)]
    try desk.add(
      .contact,
      about.merging([
        "on": .date(Desk.today), "medium": .code("phone"), "contactMade": .flag(true),
        "summary": .text("violet lantern festival"),
      ]) { $1 })
    try desk.add(
      .document,
      about.merging(["type": .code("passport"), "keptAt": .text("灰色の棚"), "on": .date(Desk.today)]) {
        $1
      })
    for text in [
      "5678", "2345", "0901234", "6-0001", "ハダド", "はだど", "haddad salma", "violet", "antern", "灰色",
      "salma lantern", "灰色 violet 5678", "田中花子", "花子 田中", "田", "中花", "花",
    ] {
      #expect(try names(desk, text) == ["Salma Haddad"], "\(text)")
    }
    for text in ["violet nobody", "灰色の机", "45679"] {
      #expect(try names(desk, text) == [], "\(text)")
    }
  }

  @Test func `a single character as the beginning of a word`() throws {
    let desk = try Desk()
    // No random code of a case has an L in it.
    _ = try desk.addCase("Lina", ["nameNative": .text("小林")])
    _ = try desk.addCase("Alina", ["nameNative": .text("林")])
    #expect(try names(desk, "l") == ["Lina"])
    #expect(try names(desk, "林") == ["Alina"])
    #expect(try names(desk, "小林") == ["Lina"])
    #expect(try names(desk, "小") == ["Lina"])
  }

  @Test func `asks nothing of what was typed as a query of the index`() throws {
    let desk = try Desk()
    _ = try desk.addCase("OR NOT")
    for text in [
      "\"", "*", "a OR b", "NOT", "names:", "^x", "NEAR(a b)", "{", "-", "'", "\u{0}", "🙂",
    ] {
      _ = try names(desk, text)
      _ = try desk.store.count(ListQuery(.case, search: text))
    }
    #expect(try names(desk, "not or") == ["OR NOT"])
    let long = (0..<600).map { "w\($0)" }.joined(separator: " ")
    #expect(try names(desk, long) == [])
    #expect(try names(desk, String(repeating: "長い", count: 3000)) == [])
    // As many words of which each is held, in a list that somebody sorted.
    let id = try desk.addCase("Longest")
    try note(desk, id, long)
    for many in [0, 1, 4, 1000] {
      desk.store.manyHits = many
      let query = ListQuery(.case, search: long, sort: SortOrder("opened"))
      #expect(try desk.store.page(query, .first, count: 9).cards.map(\.address.id) == [id])
      #expect(try desk.store.count(query).value == 1)
    }
  }

  /// Every way of reading a list gives the same records as looking through all of them.
  @Test(arguments: 1...2 as ClosedRange<UInt64>, [0, 4, 14, 1000])
  func `finds what looking through everything finds, once, on every page`(
    seed: UInt64, many: Int
  ) throws {
    var random = SplitMix(seed: seed)
    let desk = try Desk()
    desk.store.manyHits = many
    let words = ["mina", "mi", "osman", "ito", "in", "家主", "主", "kobe"]
    func text(_ most: Int) -> String {
      (0..<Int.random(in: 1...most, using: &random)).map { _ in
        words.randomElement(using: &random) ?? ""
      }.joined(separator: Bool.random(using: &random) ? " " : "")
    }
    var cases: [(id: RecordID, own: String, told: [String])] = []
    for _ in 0..<24 {
      let name = text(2)
      let id = try desk.addCase(name, ["risk": .code(Bool.random(using: &random) ? "low" : "high")])
      var told: [String] = []
      for _ in 0..<Int.random(in: 0...2, using: &random) {
        told.append(text(3))
        try note(desk, id, told.last ?? "")
      }
      cases.append((id, name, told))
    }
    let keys = try desk.raw { db in
      try Row.fetchAll(
        db, sql: "SELECT id, about, names || char(10) || notes AS text FROM searchText")
    }
    func holds(_ id: RecordID, _ word: SearchWord) -> Bool {
      keys.contains { row in
        let key: Int64 = row["id"]
        let isMeant =
          SearchKey.of(RecordAddress(.case, id)) == key || (row["about"] as Int64?) == id.rawValue
        return isMeant && (row["text"] as String).contains(word.pattern(.inside))
      }
    }
    for _ in 0..<25 {
      let typed = text(3)
      let found = SearchWord.all(of: typed)
      let expected = cases.map(\.id).filter { id in found.allSatisfy { holds(id, $0) } }
      for sort in [nil, SortOrder("opened")] {
        let query = ListQuery(.case, search: typed, sort: sort).literal
        let all = try desk.store.page(query, .first, count: 100).cards.map(\.address.id)
        #expect(Set(all) == Set(expected), "\(typed)")
        #expect(all.count == expected.count, "\(typed)")
        #expect(try desk.store.count(query).value == expected.count, "\(typed)")
        try expectPages(desk, query, all)
      }
      let risk = FieldFilter("risk", .equals(.code("low")))
      let low = try desk.store.page(
        ListQuery(.case, search: typed, filters: [risk]).literal, .first, count: 100)
      let plain = try Set(
        desk.store.page(ListQuery(.case, filters: [risk]), .first, count: 100).cards.map(
          \.address.id))
      #expect(Set(low.cards.map(\.address.id)) == plain.intersection(expected), "\(typed)")
      let notes = try desk.store.page(ListQuery(.note, search: typed).literal, .first, count: 100)
        .cards
      let told = try desk.raw { db in
        try Row.fetchAll(db, sql: "SELECT id, \"case\" AS about FROM note")
      }.filter { row in
        let own = SearchKey.of(RecordAddress(.note, RecordID(row["id"])))
        let about = SearchKey.of(RecordAddress(.case, RecordID(row["about"])))
        return found.allSatisfy { word in
          keys.contains { key in
            ((key["id"] as Int64?) == own || (key["id"] as Int64?) == about)
              && (key["text"] as String).contains(word.pattern(.inside))
          }
        }
      }
      #expect(
        Set(notes.map(\.address.id.rawValue)) == Set(told.map { $0["id"] as Int64 }), "\(typed)")
    }
  }

  private func expectPages(_ desk: Desk, _ query: ListQuery, _ all: [RecordID]) throws {
    var there: [RecordID] = []
    var page = try desk.store.page(query, .first, count: 3)
    while !page.cards.isEmpty {
      there += page.cards.map(\.address.id)
      #expect(page.hasMoreAfter == (there.count < all.count), "\(query.search)")
      guard page.hasMoreAfter, let last = there.last else { break }
      page = try desk.store.page(query, .after(last), count: 3)
      #expect(page.hasMoreBefore)
    }
    #expect(there == all, "\(query.search)")
    var back: [RecordID] = []
    page = try desk.store.page(query, .last, count: 3)
    while !page.cards.isEmpty {
      back = page.cards.map(\.address.id) + back
      #expect(page.hasMoreBefore == (back.count < all.count), "\(query.search)")
      guard page.hasMoreBefore, let first = back.first else { break }
      page = try desk.store.page(query, .before(first), count: 3)
    }
    #expect(back == all, "\(query.search)")
    for (index, id) in all.enumerated() {
      let from = try desk.store.page(query, .from(id), count: 2).cards.map(\.address.id)
      #expect(from == Array(all[index...].prefix(2)), "\(query.search)")
    }
  }

  @Test func `is read along the index alone`() throws {
    let desk = try Desk()
    let id = try desk.addCase("Mina Osman")
    try note(desk, id, "家主")
    let store = try desk.open()
    var statements: [String] = []
    try store.trace { statements.append($0) }
    for (text, many) in [
      ("mina", 1000), ("家主", 0), ("mina 家主", 0), ("mina 家主", 1000), ("m", 0), ("林", 0),
    ] {
      store.manyHits = many
      _ = try store.page(ListQuery(.case, search: text, filters: [.open]), .first, count: 30)
      _ = try store.page(ListQuery(.case, search: text), .from(id), count: 30)
      _ = try store.count(ListQuery(.case, search: text, filters: [.open]))
      _ = try store.suggestions(.host, matching: text, limit: 10)
      _ = try store.page(ListQuery(.note, search: text), .first, count: 30)
    }
    #expect(statements.count > 40)
    try desk.raw { db in
      for sql in Set(statements) where sql.hasPrefix("SELECT") && !sql.contains("searchIndex_") {
        let count = sql.filter { $0 == "?" }.count
        let steps = try Row.fetchAll(
          db, sql: "EXPLAIN QUERY PLAN " + sql,
          arguments: StatementArguments([DatabaseValue](repeating: .null, count: count))
        ).map { $0["detail"] as String }
        // What is found first may be put into the order of the list, and once for each record.
        let scans = steps.filter {
          $0.hasPrefix("SCAN") && !$0.contains("VIRTUAL TABLE") && !$0.contains("USING")
            && !["SCAN CONSTANT ROW", "SCAN found", "SCAN hit"].contains($0)
            && !$0.contains("subquery")
        }
        #expect(scans == [], "\(sql)")
      }
    }
  }
}
