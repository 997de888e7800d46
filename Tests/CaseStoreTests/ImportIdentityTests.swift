import CaseStore
import Casework
import CustomDump
import Testing

/// Two people stay two people, whatever is equal between them.
struct ImportIdentityTests {
  private typealias Values = [String: FieldValue]

  private func row(_ number: Int, _ values: Values) -> ImportRow {
    ImportRow(number: number, values: values)
  }

  /// Imports the rows twice, and says what became of them the first time.
  private func take(
    _ kind: RecordKind, _ rows: [ImportRow], into desk: Desk,
    sourceLocation: SourceLocation = #_sourceLocation
  ) throws -> ImportReport {
    var options = ImportOptions()
    options.skipBad = true
    let first = try desk.store.importRows(kind, rows, options: options)
    let before = try desk.store.verifyJournal()
    let second = try desk.store.importRows(kind, rows, options: options)
    #expect(try desk.store.verifyJournal() == before, sourceLocation: sourceLocation)
    for (one, two) in zip(first.rows, second.rows) {
      if case .refused = one.fate {
        #expect(two.fate == one.fate, sourceLocation: sourceLocation)
      } else {
        #expect(two.fate == .unchanged && two.link == one.link, sourceLocation: sourceLocation)
      }
    }
    return first
  }

  private func problems(_ outcome: ImportReport.Outcome) -> [FieldProblem] {
    if case .refused(let problems) = outcome.fate { problems } else { [] }
  }

  @Test(
    arguments: ["1990-01-01", "1990-07-01", "1990-03-04"],
    [
      ("nationality", FieldValue.code("SYR"), FieldValue.code("SDN")),
      ("gender", .code("male"), .code("female")),
      ("phone", .text("090-0000-0001"), .text("090-0000-0002")),
    ])
  func `of one name and one birthday`(
    birth: String, field: (name: String, one: FieldValue, other: FieldValue)
  ) throws {
    let desk = try Desk()
    func person(_ value: FieldValue) -> Values {
      ["nameRoman": .text("MOHAMED ALI"), "birthDate": .day(birth), field.name: value]
    }
    let report = try take(
      .case, [row(2, person(field.one)), row(3, person(field.other))], into: desk)
    #expect(report.rows.map(\.fate) == [.added, .added])
    #expect(report.rows[1].doubts.map(\.reason) == [.differs([field.name])])
    // Also where they come in two sheets, and the second fills more.
    let other = Values(uniqueKeysWithValues: [("city", .text("大阪市")), ("email", .text("x@y.jp"))])
    let sheet = [row(2, person(field.other).merging(other) { $1 })]
    let later = try desk.store.importRows(.case, sheet, options: ImportOptions())
    let first = try desk.card(.case, try #require(report.rows[0].link).address.id)
    #expect(first["city"] == .absent && first["email"] == .absent)
    #expect(later.rows[0].link != report.rows[0].link)
  }

  @Test(
    arguments: [
      ("nameNative", "محمد علي", "1990-03-04"), ("nameRoman", "Muhamad Aly", "1990-03-04"),
      ("nameKana", "アリ・ムハンマド", "1990-04-03"),
    ])
  func `whose names sound alike and who may be born on one day, of which it is told`(
    field: String, name: String, birth: String
  ) throws {
    let desk = try Desk()
    let known = try desk.addCase("MOHAMED ALI", ["birthDate": .day("1990-03-04")])
    let rows = [row(2, [field: .text(name), "birthDate": .day(birth)])]
    let report = try desk.store.importRows(.case, rows, options: ImportOptions())
    #expect(report.rows.map(\.fate) == [.added])
    #expect(report.rows[0].possible.map(\.address.id) == [known])
  }

  @Test func `with the same number in two lists`() throws {
    let desk = try Desk()
    let first: Values = [
      "sourceNumber": .text("1"), "nameRoman": .text("AMINA TESTOVA"),
      "birthDate": .day("1990-04-01"), "nationality": .code("SYR"),
    ]
    let other: Values = [
      "sourceNumber": .text("1"), "nameRoman": .text("JOHN SAMPLE"),
      "birthDate": .day("1985-07-13"), "phone": .text("090-0000-1111"),
    ]
    let report = try take(.case, [row(2, first), row(3, other)], into: desk)
    expectNoDifference(
      problems(report.rows[1]),
      [
        FieldProblem(
          "nameRoman", .numberOfAnother, .text("1"),
          .record(Link(RecordAddress(.case, RecordID(1)))))
      ])
    let card = try desk.card(.case, RecordID(1))
    #expect(card["phone"] == .absent && card["nameRoman"] == .text("AMINA TESTOVA"))
  }

  @Test func `with numbers of their own list, which this store does not give`() throws {
    let desk = try Desk()
    let rows = ["C015", "C016"].enumerated().map { index, number in
      row(
        index + 2,
        [
          "number": .text(number), "nameRoman": .text("AMINA TESTOVA"),
          "nationality": .code("SYR"),
        ])
    }
    let report = try take(.case, rows, into: desk)
    #expect(report.rows.map(\.fate) == [.added, .added])
    let numbers = try [1, 2].map { try desk.card(.case, RecordID($0))["sourceNumber"] }
    #expect(Set(numbers) == [.text("C015"), .text("C016")])
  }

  @Test func `where the number is this store's own`() throws {
    let desk = try Desk()
    for (name, birth) in [("AMINA TESTOVA", "1990-04-01"), ("JOHN SAMPLE", "1985-07-13")] {
      _ = try desk.addCase(name, ["birthDate": .day(birth), "phone": .text("090-0000-1111")])
    }
    var options = ImportOptions()
    options.overwrite = ["phone", "nameRoman"]
    options.skipBad = true
    let sheet = [
      // A letter and a telephone number corrected.
      row(
        2,
        [
          "number": .text("２０２６－０００１"), "nameRoman": .text("AMINAH TESTOVA"),
          "phone": .text("090-9999-9999"),
        ]),
      row(3, ["number": .text("2026-0009"), "nameRoman": .text("AMINA TESTOVA")]),
    ]
    let report = try desk.store.importRows(.case, sheet, options: options)
    #expect(report.rows.map(\.link?.number) == ["2026-0001", nil])
    #expect(report.rows[0].fate == .changed)
    #expect(problems(report.rows[1]).map(\.code) == [.numberUnknown])
    let card = try desk.card(.case, RecordID(1))
    #expect(card["phone"] == .text("090-9999-9999") && card["nameRoman"] == .text("AMINAH TESTOVA"))
    let swapped = row(
      2,
      [
        "number": .text("2026-0001"), "nameRoman": .text("JOHN SAMPLE"),
        "birthDate": .day("1985-07-13"),
      ])
    let refused = try desk.store.importRows(.case, [swapped], options: ImportOptions())
    #expect(problems(refused.rows[0]).map(\.code) == [.numberOfAnother])
  }

  @Test func `whose names are written with other characters`() throws {
    let desk = try Desk()
    let names = ["渡邉 健太", "渡辺 健太"]
    for kind in [RecordKind.volunteer, .staff, .host, .company] {
      let rows = names.enumerated().map { row($0.offset + 2, ["name": .text($0.element)]) }
      let report = try take(kind, rows, into: desk)
      #expect(report.rows.map(\.fate) == [.added, .added], "\(kind)")
      #expect(report.rows[1].doubts.map(\.reason) == [.written], "\(kind)")
    }
  }

  @Test func `as the staff and the hosts that other sheets name`() throws {
    let desk = try Desk()
    try desk.add(.host, ["name": .text("渡辺家")])
    _ = try desk.addCase("A")
    let stay: Values = [
      "case": .text("A"), "host": .text("渡邉家"), "start": .day("2026-10-01"),
    ]
    let report = try desk.store.importRows(.homestay, [row(2, stay)], options: ImportOptions())
    #expect(problems(report.rows[0]).map(\.code) == [.writtenOtherwise])
    let rows = ["渡辺 花", "渡邉 花"].enumerated().map { index, name in
      row(index + 2, ["nameRoman": .text("P \(index)"), "owner": .text(name)])
    }
    #expect(try take(.case, rows, into: desk).newStaff == ["渡辺 花", "渡邉 花"])
  }

  @Test(arguments: [
    ("representative", FieldValue.text("佐藤 直樹"), FieldValue.text("伊藤 京助")),
    ("prefecture", .code("28"), .code("13")), ("city", .text("神戸市"), .text("北区")),
    ("nearestStation", .text("三宮駅"), .text("王子駅")),
    ("phone", .text("078-000-0001"), .text("03-0000-0002")),
  ])
  func `as families that live elsewhere`(
    field: String, one: FieldValue, other: FieldValue
  ) throws {
    let desk = try Desk()
    let rows = [one, other].enumerated().map { index, value in
      row(index + 2, ["name": .text("伊藤家"), field: value])
    }
    let report = try take(.host, rows, into: desk)
    #expect(report.rows.map(\.fate) == [.added, .added])
    #expect(report.rows[1].doubts.map(\.reason) == [.differs([field])])
    // Which of them a name alone means cannot be told.
    let name = [row(2, ["name": .text("伊藤家"), "capacity": .number(2)])]
    let asked = try desk.store.importRows(.host, name, options: ImportOptions())
    #expect(problems(asked.rows[0]).map(\.code) == [.severalAlike])
  }

  /// Two organisations that both count from 1.
  @Test func `whose number another sheet gives with another name`() throws {
    let desk = try Desk()
    _ = try desk.addCase("AMINA TESTOVA")
    try desk.add(.host, ["name": .text("上田家")])
    func note(_ name: String) -> ImportRow {
      var row = row(
        2, ["case": .text("2026-0001"), "on": .day("2026-10-01"), "body": .text("x")])
      row.called["case"] = name
      return row
    }
    let wrong = try desk.store.importRows(.note, [note("JOHN SAMPLE")], options: ImportOptions())
    expectNoDifference(
      problems(wrong.rows[0]),
      [
        FieldProblem(
          "case", .numberOfAnother, .text("2026-0001"),
          .record(Link(RecordAddress(.case, RecordID(1)))))
      ])
    for name in ["AMINA TESTOVA", "TESTOVA Amina", "AMINAH TESTOVA"] {
      let right = try desk.store.importRows(.note, [note(name)], options: ImportOptions())
      #expect(problems(right.rows[0]) == [])
    }
  }

  @Test func `who came to the same employer twice`() throws {
    let desk = try Desk()
    _ = try desk.addCase("A")
    try desk.add(.company, ["name": .text("清水食品")])
    let rows = [("2025-10-01", "offer_declined"), ("2026-05-01", "prospect")].enumerated().map {
      row(
        $0.offset + 2,
        [
          "case": .text("A"), "company": .text("清水食品"), "occupation": .text("調理"),
          "on": .day($0.element.0), "stage": .code($0.element.1),
        ])
    }
    let report = try take(.placement, rows, into: desk)
    #expect(problems(report.rows[0]) == [] && problems(report.rows[1]) == [])
    #expect(report.rows.map(\.fate) == [.added, .added])
  }

  @Test func `who live in a home or work in a company, once each`() throws {
    let desk = try Desk()
    try desk.add(.host, ["name": .text("青木家")])
    try desk.add(.company, ["name": .text("清水食品")])
    let adults = ["青木 一", "青木 二"].enumerated().map {
      row(
        $0.offset + 2,
        ["host": .text("青木家"), "name": .text($0.element), "on": .day("2026-09-01")])
    }
    #expect(try take(.hostAdult, adults, into: desk).rows.map(\.fate) == [.added, .added])
    let contacts = ["090-0000-0001", "090-0000-0002"].enumerated().map {
      row(
        $0.offset + 2,
        ["company": .text("清水食品"), "name": .text("林 一"), "phone": .text($0.element)])
    }
    #expect(try take(.companyContact, contacts, into: desk).rows.map(\.fate) == [.added, .added])
  }
}
