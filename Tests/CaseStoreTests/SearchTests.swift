import CaseStore
import Casework
import CustomDump
import Labels
import Testing
import Wording

/// What is looked for is found.
@Suite struct `The search box` {
  private func day(_ days: Int) -> FieldValue { .date(Desk.today.adding(days: days)) }

  private func numbers(_ desk: Desk, _ kind: RecordKind, _ text: String) throws -> [String] {
    let query = ListQuery(kind).searching(text, languages: [Words(.ja), Words(.en)])
    return try desk.store.page(query, .first, count: 50).cards.map(\.number)
  }

  private func rules(_ desk: Desk, _ text: String) throws -> [FieldValue] {
    let query = ListQuery(.deadline).searching(text, languages: [Words(.ja), Words(.en)])
    return try desk.store.page(query, .first, count: 50, fields: ["rule", "case"]).cards
      .map { $0["rule"] }
  }

  @Test(arguments: [
    "ラヴィ", "ravi", "タンガラージャー ラヴィ", "2026-0001", "２０２６－０００１", "在留期限",
    "Period of stay", "ラヴィ 在留期限", "在留期限 ravi",
  ])
  func `finds a deadline by name, by number and by its rule`(text: String) throws {
    let desk = try Desk()
    let id = try desk.addCase(
      "RAVI THANGARAJAH", ["nameKana": .text("ラヴィ・タンガラージャー"), "opened": day(-3)])
    let other = try desk.addCase("OTHER PERSON", ["opened": day(-3)])
    try desk.add(
      .residence,
      [
        "case": .to(.case, id), "on": day(-100), "statusOfResidence": .code("student"),
        "expires": day(20),
      ])
    try #require(try rules(desk, "").contains(.code("period_of_stay")))
    #expect(try rules(desk, text).contains(.code("period_of_stay")), "\(text)")
    let about = try desk.store.page(
      ListQuery(.deadline).searching(text, languages: [Words(.ja), Words(.en)]), .first, count: 50
    ).cards.map { $0["case"] }
    #expect(about.allSatisfy { $0 != .to(.case, other) }, "\(text)")
  }

  @Test func `finds somebody by a name they had before`() throws {
    let desk = try Desk()
    let id = try desk.addCase("OLENA KOVAL", ["nameKana": .text("オレナ・コヴァリ")])
    let number = try desk.card(.case, id).number
    func former() throws -> FieldValue { try desk.card(.case, id)["nameFormer"] }
    try desk.change(.case, id, ["nameRoman": .text("OLENA TANAKA"), "phone": .text("090")])
    for text in ["koval", "tanaka", "コヴァリ"] {
      #expect(try numbers(desk, .case, text) == [number], "\(text)")
    }
    #expect(try former() == .text("OLENA KOVAL"))
    // Once is enough, and a name that has only grown is found as it is.
    try desk.change(.case, id, ["nameRoman": .text("OLENA MARIA TANAKA")])
    try desk.change(.case, id, ["nameRoman": .text("OLENA TANAKA")])
    try desk.change(.case, id, ["nameKana": .text("オレナ・コヴァリ・タナカ")])
    #expect(try former() == .text("OLENA KOVAL; OLENA TANAKA; OLENA MARIA TANAKA"))
    #expect(try numbers(desk, .case, "maria") == [number])
    // A spelling that never was right is taken out by hand.
    try desk.change(.case, id, ["nameFormer": .absent])
    #expect(try numbers(desk, .case, "maria").isEmpty)
    #expect(try desk.store.verifyJournal().isWhole)
  }

  @Test func `finds no deadline by a rule it is not of`() throws {
    let desk = try Desk()
    _ = try desk.addCase("A", ["opened": day(-3)])
    #expect(try rules(desk, "在留期限").isEmpty)
    #expect(try rules(desk, "連絡") == [.code("contact_overdue")])
  }

  @Test func `takes a whole number for that record and no other that mentions it`() throws {
    let desk = try Desk()
    let first = try desk.addCase("A")
    let second = try desk.addCase("B", ["sourceNumber": .text("2026-0001")])
    _ = try desk.addCase("C", ["sourceNumber": .text("2026-00010")])
    try desk.add(.note, ["case": .to(.case, first), "on": day(0), "body": .text("x")])
    try desk.add(
      .note, ["case": .to(.case, second), "on": day(0), "body": .text("2026-0001 と相談")])
    #expect(try numbers(desk, .case, "2026-0001") == ["2026-0001"])
    #expect(try numbers(desk, .note, "2026-0001") == ["N-0001"])
    #expect(try numbers(desk, .case, "2026-00010") == ["2026-0003"])
    #expect(Set(try numbers(desk, .case, "2026-000")).count == 3)
    #expect(try numbers(desk, .note, "n-0002") == ["N-0002"])
  }

  @Test func `leads from the number of a merged case to the one that survives`() throws {
    let desk = try Desk()
    let survivor = try desk.addCase("HASSAN AHMAD")
    let twin = try desk.addCase("AHMAD HASSAN")
    try desk.change(
      .case, twin,
      ["status": .code("duplicate"), "survivingCase": .to(.case, survivor)], reason: "同じ人")
    for number in ["2026-0001", "2026-0002"] {
      let found = try numbers(desk, .case, number)
      #expect(found == ["2026-0001"])
    }
    let suggested = try desk.store.suggestions(.case, matching: "2026-0002", limit: 5)
    #expect(suggested.map(\.number) == ["2026-0001"])
  }
}
