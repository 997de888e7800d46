import CaseStore
import Casework
import CustomDump
import GRDB
import Testing

@Suite struct `Saving` {
  @Test func `gives a new case a number, a code and a person`() throws {
    let desk = try Desk()
    let id = try desk.addCase("FATIMA NADIA", ["birthDate": .day("1990-05-01")])
    let card = try desk.card(.case, id)
    #expect(card.number == "2026-0001")
    #expect(card["number"] == .text("2026-0001"))
    #expect(card["nameRoman"] == .text("FATIMA NADIA"))
    #expect(card["birthDate"] == .day("1990-05-01"))
    #expect(card["status"] == .code("inquiry"))
    guard case .text(let code) = card["code"], case .link(let person) = card["person"] else {
      Issue.record("no code or no person")
      return
    }
    #expect(code.count == 8)
    #expect(person.title == "FATIMA NADIA")
    #expect(try desk.card(.person, person.address.id)["birthDate"] == .day("1990-05-01"))
  }

  @Test func `numbers cases by the year they were opened in and never twice`() throws {
    let desk = try Desk()
    func number(_ id: RecordID) throws -> String { try desk.card(.case, id).number }
    #expect(try number(desk.addCase("A", ["opened": .day("2025-12-31")])) == "2025-0001")
    #expect(try number(desk.addCase("B")) == "2026-0001")
    _ = try desk.store.undo()
    #expect(try number(desk.addCase("C")) == "2026-0002")
    try desk.execute("UPDATE caseSerial SET last = 9999 WHERE year = 2026")
    #expect(try number(desk.addCase("D")) == "2026-10000")
  }

  @Test func `makes a second case for a person it is given`() throws {
    let desk = try Desk()
    let first = try desk.card(.case, desk.addCase("A"))
    let second = try desk.add(
      .case, ["person": first["person"], "opened": .date(Desk.today), "phone": .text("090-1")])
    #expect(try desk.card(.case, second)["nameRoman"] == .text("A"))
    #expect(try desk.card(.case, first.address.id)["phone"] == .text("090-1"))
  }

  @Test(arguments: [
    (["opened": FieldValue.absent], ["opened": FieldProblem.Code.required]),
    (["nameRoman": .absent], ["nameRoman": .nameRequired]),
    (["gender": .code("robot")], ["gender": .notAChoice]),
    (["gender": .text("female")], ["gender": .wrongType]),
    (["nationality": .code("QQQ")], ["nationality": .notAChoice]),
    (["number": .text("2026-0007")], ["number": .readOnly]),
    (["nextAction": .text("x")], ["nextAction": .readOnly]),
    (["colour": .text("x")], ["colour": .notFound]),
    (["owner": .to(.staff, RecordID(99))], ["owner": .notFound]),
    (["owner": .to(.host, RecordID(1))], ["owner": .wrongType]),
    (["birthDate": .day("2027-01-01")], ["birthDate": .birthImpossible]),
    (["sourceNumber": .text(String(repeating: "1", count: 201))], ["sourceNumber": .tooLong]),
  ])
  func `refuses what the rules stand against`(
    values: [String: FieldValue], expected: [String: FieldProblem.Code]
  ) throws {
    let desk = try Desk()
    #expect(problems { try desk.addCase("A", values) } == expected)
    #expect(try desk.store.count(ListQuery(.person)) == ListCount(0))
    #expect(try desk.store.journal(JournalFilter(), limit: 9).count == 1)
  }

  @Test func `tells of all that is wrong with a case and its person at once`() throws {
    let desk = try Desk()
    let found = problems { try desk.add(.case, ["gender": .code("robot")]) }
    #expect(found == ["opened": .required, "gender": .notAChoice])
  }

  @Test func `keeps text composed, without blanks around it, and empty text as none`() throws {
    let desk = try Desk()
    let id = try desk.addCase("A", ["nameKana": .text("　カ\u{3099}ン \n"), "city": .text("  ")])
    let card = try desk.card(.case, id)
    #expect(card["nameKana"] == .text("ガン"))
    #expect(card["city"] == .absent)
  }

  @Test func `writes nothing where nothing changes`() throws {
    let desk = try Desk()
    let id = try desk.addCase("A", ["city": .text("横浜市")])
    let before = try desk.store.journal(JournalFilter(), limit: 99).count
    let saved = try desk.change(.case, id, ["city": .text(" 横浜市"), "email": .text("")])
    #expect(saved.entries.isEmpty && saved.version == 1)
    #expect(try desk.store.journal(JournalFilter(), limit: 99).count == before)
  }

  @Test func `writes a borrowed field to the person and counts the case's version on`() throws {
    let desk = try Desk()
    let id = try desk.addCase("A")
    let saved = try desk.change(.case, id, ["city": .text("川崎市"), "risk": .code("high")])
    #expect(saved.version == 3)
    #expect(saved.entries.map(\.record?.address.kind) == [.person, .case])
    #expect(Set(saved.entries.map(\.step)).count == 1)
    expectNoDifference(saved.entries[0].before, ["city": .absent])
    expectNoDifference(saved.entries[1].after, ["risk": .code("high")])
  }

  @Test func `merges what two people changed in different fields`() throws {
    let desk = try Desk()
    let id = try desk.addCase("A")
    let seen = try desk.card(.case, id).version
    try desk.change(.case, id, ["risk": .code("high")])
    try desk.change(.case, id, ["phone": .text("090")])
    let colleague = try desk.add(.staff, ["name": .text("岡田 浩")])
    let other = try desk.open(as: .coordinator(colleague))
    let saved = try other.save(
      Change(
        .case, id: id, version: seen,
        values: ["city": .text("横浜市"), "source": .code("rhq"), "risk": .code("high")],
        command: "case.edit"))
    // They are told whose changes beside theirs they did not look at; nobody is told of their own.
    #expect(saved.touched.map(\.cause) == [.beside])
    #expect(saved.touched.first?.whom.map(\.address) == [RecordAddress(.staff, RecordID(1))])
    let own = try other.save(
      Change(
        .case, id: id, version: saved.version - 1, values: ["address": .text("1-2")],
        command: "case.edit"))
    #expect(own.touched.isEmpty)
    let card = try desk.card(.case, id)
    #expect(card["risk"] == .code("high"))
    #expect(card["phone"] == .text("090"))
    #expect(card["city"] == .text("横浜市"))
    #expect(card["source"] == .code("rhq"))
  }

  @Test(arguments: [
    ("risk", FieldValue.code("high"), FieldValue.code("low")),
    ("city", .text("横浜市"), .text("川崎市")),
    ("nameRoman", .text("B"), .text("C")),
  ])
  func `refuses to overwrite what somebody changed since`(
    field: String, theirs: FieldValue, yours: FieldValue
  ) throws {
    let desk = try Desk()
    let id = try desk.addCase("A")
    let seen = try desk.card(.case, id).version
    try desk.change(.case, id, ["source": .code("rhq")])
    try desk.change(.case, id, [field: theirs])
    try desk.change(.case, id, ["email": .text("a@example.org")])
    let found = refusal {
      try desk.store.save(
        Change(
          .case, id: id, version: seen, values: [field: yours, "phone": .text("1")],
          command: "case.edit"))
    }
    expectNoDifference(
      found, .conflict([FieldConflict(field, yours: yours, theirs: theirs)], currentVersion: 4))
    #expect(try desk.card(.case, id)["phone"] == .absent)
  }

  @Test func `notices a conflict through the person's own page`() throws {
    let desk = try Desk()
    let id = try desk.addCase("A")
    let card = try desk.card(.case, id)
    let person = try #require(card["person"].asLink)
    try desk.change(.person, person.address.id, ["city": .text("横浜市")])
    #expect(try desk.card(.case, id).version == 2)
    let found = refusal {
      try desk.store.save(
        Change(.case, id: id, version: 1, values: ["city": .text("x")], command: "case.edit"))
    }
    #expect(
      found
        == .conflict(
          [FieldConflict("city", yours: .text("x"), theirs: .text("横浜市"))], currentVersion: 2))
  }

  @Test func `asks for a version and for a record that is there`() throws {
    let desk = try Desk()
    let id = try desk.addCase("A")
    let change = Change(.case, id: id, values: ["risk": .code("low")], command: "case.edit")
    #expect(problems { try desk.store.save(change) } == ["": .required])
    let gone = Change(.case, id: RecordID(99), version: 1, command: "case.edit")
    #expect(refusal { try desk.store.save(gone) } == .notFound)
  }

  @Test func `saves several changes as one step, or none of them`() throws {
    let desk = try Desk()
    let id = try desk.addCase("A")
    let note = Change(
      .note, values: ["case": .to(.case, id), "on": .date(Desk.today), "body": .text("x")],
      command: "note.add")
    let saved = try desk.store.save([note, note])
    #expect(saved[0].step == saved[1].step && saved[0].link != saved[1].link)
    let bad = Change(.note, values: ["case": .to(.case, id)], command: "note.add")
    #expect(problems { try desk.store.save([note, bad]) } == ["on": .required, "body": .required])
    #expect(try desk.store.count(ListQuery(.note)) == ListCount(2))
  }

  @Test func `refuses a second place of a case at a salon and a second owner of an account`() throws
  {
    let desk = try Desk()
    let id = try desk.addCase("A")
    let salon = try desk.add(.salon, ["theme": .text("茶話会"), "date": .date(Desk.today)])
    let place: [String: FieldValue] = ["salon": .to(.salon, salon), "case": .to(.case, id)]
    try desk.add(.attendance, place)
    #expect(problems { try desk.add(.attendance, place) } == ["case": .alreadyThere])
    let guest: [String: FieldValue] = ["salon": .to(.salon, salon), "guestName": .text("田中")]
    try desk.add(.attendance, guest)
    try desk.add(.attendance, guest)
    let staff: [String: FieldValue] = ["name": .text("x"), "account": .text("hayashi")]
    #expect(problems { try desk.add(.staff, staff) } == ["account": .alreadyThere])
    try desk.add(.staff, staff.merging(["isActive": .flag(false)]) { $1 })
  }
}
