import CaseStore
import Casework
import CustomDump
import Testing

@Suite struct `Importing` {
  private static func row(
    _ number: Int, _ values: [String: FieldValue], _ remainder: String = "",
    problems: [FieldProblem] = []
  ) -> ImportRow {
    ImportRow(number: number, values: values, remainder: remainder, problems: problems)
  }

  /// Rows as the sheets of two sources hold them about overlapping people.
  private static let kintone = [
    row(
      2,
      [
        "sourceNumber": .text("1"), "nameRoman": .text("ANDREA HERRERA"),
        "nameKana": .text("アンドレア"), "birthDate": .day("1966-07-03"),
        "nationality": .code("LKA"), "status": .code("intake"), "owner": .text("林 桃子"),
        "opened": .day("2026-04-02"),
      ], "在留資格: 留学\n備考: 通訳が必要"),
    row(
      3,
      [
        "sourceNumber": .text("2"), "nameRoman": .text("JUAN BROWN"),
        "birthDate": .day("1997-07-07"), "status": .code("closed"), "owner": .text("太田 充"),
        "opened": .day("2023-08-22"),
      ]),
    row(4, ["sourceNumber": .text("3"), "nameKana": .text("ダミー"), "owner": .text("太田　充")]),
  ]
  private static let excel = [
    row(
      2,
      [
        "nameRoman": .text("Andrea  Herrera"), "birthDate": .day("1966-07-03"),
        "gender": .code("female"), "status": .code("active"), "nationality": .code("LKA"),
      ]),
    row(3, ["nameRoman": .text("JUAN BROWN"), "birthDate": .day("1997-07-08")]),
    row(4, ["nameRoman": .text("JUAN BROWN")], "メモ: x"),
  ]

  private func fates(_ report: ImportReport) -> [ImportReport.Fate] { report.rows.map(\.fate) }

  @Test func `adds what is new with the sheet's status, and staff without access`() throws {
    let desk = try Desk()
    let report = try desk.store.importRows(.case, Self.kintone, options: ImportOptions())
    #expect(fates(report) == [.added, .added, .added])
    #expect(report.isWritten && report.newStaff == ["太田 充"])
    #expect(report.rows.map { $0.link?.number } == ["2026-0001", "2023-0001", "2026-0002"])
    #expect(report.rows[0].link?.title == "ANDREA HERRERA")
    let cards = try report.rows.map { try desk.card(.case, try #require($0.link).address.id) }
    #expect(cards.map { $0["status"] } == [.code("intake"), .code("closed"), .code("inquiry")])
    #expect(cards[2]["opened"] == .date(Desk.today))
    #expect(cards[0]["owner"] == .to(.staff, RecordID(1)))
    #expect(cards[1]["owner"] == cards[2]["owner"] && cards[1]["owner"] != .absent)
    #expect(try desk.card(.staff, RecordID(2))["account"] == .absent)
    let notes = try desk.store.page(ListQuery(.note), .first, count: 9).cards
    #expect(notes.map { $0["body"] } == [.text("在留資格: 留学\n備考: 通訳が必要")])
    #expect(notes[0]["on"] == .day("2026-04-02"))
    let commands = try desk.store.journal(JournalFilter(after: 1), limit: 99)
    #expect(Set(commands.map(\.command)) == ["import"] && Set(commands.map(\.step)).count == 1)
    _ = try desk.store.undo()
    #expect(try desk.store.count(ListQuery(.case)) == ListCount(0))
    #expect(try desk.store.count(ListQuery(.staff)) == ListCount(1))
  }

  @Test func `changes nothing the second time`() throws {
    let desk = try Desk()
    for rows in [Self.kintone, Self.excel] {
      _ = try desk.store.importRows(.case, rows, options: ImportOptions())
    }
    let before = try desk.store.verifyJournal()
    for rows in [Self.kintone, Self.excel, Self.kintone] {
      let report = try desk.store.importRows(.case, rows, options: ImportOptions())
      #expect(fates(report) == [.unchanged, .unchanged, .unchanged])
      #expect(!report.isWritten && report.newStaff.isEmpty)
    }
    #expect(try desk.store.verifyJournal() == before)
  }

  @Test func `fills a known case, lists differences, moves no status, merges no name`() throws {
    let desk = try Desk()
    let first = try desk.store.importRows(.case, Self.kintone, options: ImportOptions())
    let report = try desk.store.importRows(.case, Self.excel, options: ImportOptions())
    #expect(fates(report) == [.changed, .added, .added])
    #expect(report.rows[0].link == first.rows[0].link)
    expectNoDifference(
      report.rows[0].differences,
      [
        FieldConflict("status", yours: .code("active"), theirs: .code("intake"))
      ])
    let id = try #require(first.rows[0].link).address.id
    let card = try desk.card(.case, id)
    #expect(card["gender"] == .code("female") && card["status"] == .code("intake"))
    // Another day of the same month may be a slip; no day of birth proves nothing.
    #expect(report.rows[1].possible == [first.rows[1].link])
    #expect(report.rows[2].possible == [first.rows[1].link, report.rows[1].link])
  }

  @Test func `takes fields that are to be overwritten, but never a status`() throws {
    let desk = try Desk()
    _ = try desk.store.importRows(.case, Self.kintone, options: ImportOptions())
    var options = ImportOptions()
    options.overwrite = ["nationality", "status"]
    var row = Self.excel[0]
    row.values["nationality"] = .code("SYR")
    // Alone, another nationality is somebody else's; with the number it is a correction.
    row.values["sourceNumber"] = .text("1")
    let report = try desk.store.importRows(.case, [row], options: options)
    #expect(report.rows[0].differences.map(\.field) == ["status"])
    let card = try desk.card(.case, try #require(report.rows[0].link).address.id)
    #expect(card["nationality"] == .code("SYR") && card["status"] == .code("intake"))
  }

  @Test func `trusts the source's number before the name`() throws {
    let desk = try Desk()
    let first = try desk.store.importRows(.case, Self.kintone, options: ImportOptions())
    let renamed = Self.row(
      2,
      [
        "sourceNumber": .text("2"), "nameRoman": .text("JUAN BROWNE"),
        "birthDate": .day("1997-07-07"), "phone": .text("090-1111-2222"),
      ])
    // A second case of the same person in the same source.
    let again = Self.row(
      3,
      [
        "sourceNumber": .text("9"), "nameRoman": .text("ANDREA HERRERA"),
        "birthDate": .day("1966-07-03"),
      ])
    let report = try desk.store.importRows(.case, [renamed, again], options: ImportOptions())
    #expect(report.rows[0].link == first.rows[1].link)
    #expect(report.rows[0].differences.map(\.field) == ["nameRoman"])
    #expect(report.rows[1].fate == .added && report.rows[1].possible == [first.rows[0].link])
    let cards = try [first.rows[0], report.rows[1]].map {
      try desk.card(.case, try #require($0.link).address.id)
    }
    #expect(cards[0]["person"] == cards[1]["person"])
  }

  @Test func `takes two rows of one sheet for two, unless they say the same`() throws {
    let desk = try Desk()
    let rows = [
      Self.row(2, ["nameRoman": .text("A B"), "birthDate": .day("1990-02-03")]),
      Self.row(
        3,
        [
          "nameRoman": .text("a b"), "birthDate": .day("1990-02-03"), "phone": .text("090"),
        ]),
      Self.row(4, ["nameRoman": .text("A B"), "birthDate": .day("1990-02-03")]),
    ]
    let report = try desk.store.importRows(.case, rows, options: ImportOptions())
    #expect(fates(report) == [.added, .added, .unchanged])
    #expect(report.rows[1].doubts.map(\.reason) == [.rowOfSheet(2)])
    #expect(report.rows[2].link == report.rows[0].link)
    #expect(try desk.store.count(ListQuery(.case)) == ListCount(2))
    let again = try desk.store.importRows(.case, rows, options: ImportOptions())
    #expect(fates(again) == [.unchanged, .unchanged, .unchanged])
    #expect(again.rows.map(\.link) == report.rows.map(\.link))
  }

  @Test func `does not take half a date of birth for proof`() throws {
    let desk = try Desk()
    _ = try desk.addCase("A B", ["birthDate": .day("1990-01-01")])
    let rows = [
      Self.row(
        2,
        [
          "nameRoman": .text("A B"), "birthDate": .day("1990-01-01"),
          "birthDatePrecision": .code("year"),
        ])
    ]
    let report = try desk.store.importRows(.case, rows, options: ImportOptions())
    #expect(fates(report) == [.added] && report.rows[0].possible.count == 1)
  }

  @Test func `writes nothing where a row is refused, or skips it when told to`() throws {
    let desk = try Desk()
    let rows =
      Self.kintone + [
        Self.row(5, ["birthDate": .day("1990-01-01")]),
        Self.row(6, ["nameRoman": .text("X"), "owner": .text("新人"), "gender": .code("robot")]),
        Self.row(
          7, ["nameRoman": .text("Y")], problems: [FieldProblem("birthDate", .ambiguousDate)]),
        Self.row(8, ["nameRoman": .text("Z"), "survivingCase": .text("2020-0001")]),
      ]
    let before = try desk.store.verifyJournal()
    var options = ImportOptions()
    let report = try desk.store.importRows(.case, rows, options: options)
    #expect(!report.isWritten && report.hasRefusedRows)
    #expect(try desk.store.verifyJournal() == before)
    #expect(try desk.store.count(ListQuery(.staff)) == ListCount(1))
    let refused = report.rows.compactMap { row -> String? in
      guard case .refused(let problems) = row.fate else { return nil }
      return "\(row.number) " + problems.map { "\($0.field) \($0.code)" }.joined(separator: ", ")
    }
    expectNoDifference(
      refused,
      [
        "5 nameRoman nameRequired", "6 gender notAChoice", "7 birthDate ambiguousDate",
        "8 survivingCase notFound",
      ])
    options.skipBad = true
    let skipped = try desk.store.importRows(.case, rows, options: options)
    #expect(skipped.isWritten && fates(skipped) == fates(report))
    #expect(skipped.newStaff == ["太田 充"])
    #expect(try desk.store.count(ListQuery(.case)) == ListCount(3))
    #expect(try desk.store.verifyJournal().isWhole)
  }

  @Test func `a dry run says the same and writes nothing`() throws {
    let desk = try Desk()
    let before = try desk.store.verifyJournal()
    var options = ImportOptions()
    options.dryRun = true
    let dry = try desk.store.importRows(.case, Self.kintone, options: options)
    #expect(!dry.isWritten && dry.newStaff == ["太田 充"])
    #expect(try desk.store.verifyJournal() == before)
    #expect(try desk.store.count(ListQuery(.case)) == ListCount(0))
    let real = try desk.store.importRows(.case, Self.kintone, options: ImportOptions())
    #expect(real.rows.map(\.fate) == dry.rows.map(\.fate))
    #expect(real.rows.map { $0.link?.number } == dry.rows.map { $0.link?.number })
  }

  @Test func `tells two families of one name apart by who represents them`() throws {
    let desk = try Desk()
    let rows = [
      Self.row(2, ["name": .text("清水家"), "representative": .text("松本 翔太")], "ペット: 猫"),
      Self.row(3, ["name": .text("清水家"), "representative": .text("山本 直人")]),
      Self.row(4, ["name": .text("佐藤家"), "capacity": .number(2)]),
    ]
    for expected: ImportReport.Fate in [.added, .unchanged] {
      let report = try desk.store.importRows(.host, rows, options: ImportOptions())
      #expect(fates(report) == [expected, expected, expected])
    }
    #expect(try desk.card(.host, RecordID(1))["conditions"] == .text("ペット: 猫"))
  }

  @Test func `finds the case and the company that a placement names`() throws {
    let desk = try Desk()
    let cases = try desk.store.importRows(.case, Self.kintone, options: ImportOptions())
    _ = try desk.add(.company, ["name": .text("合同会社佐々木ガス")])
    func row(_ number: Int, _ person: String, _ company: String) -> ImportRow {
      Self.row(
        number,
        [
          "case": .text(person), "company": .text(company), "occupation": .text("Cook"),
          "stage": .code("started"), "startedOn": .day("2026-04-02"),
        ])
    }
    let rows = [
      row(2, "Andrea Herrera", "合同会社佐々木ガス"), row(3, "２０２３－０００１", "新しい会社"),
      row(4, "ダミー", "新しい会社"), row(5, "NOBODY", "合同会社佐々木ガス"),
    ]
    let report = try desk.store.importRows(.placement, rows, options: ImportOptions())
    let refused = report.rows.map { row -> [String] in
      guard case .refused(let problems) = row.fate else { return [] }
      return problems.map { "\($0.field) \($0.code)" }
    }
    #expect(refused == [[], ["company notFound"], ["company notFound"], ["case notFound"]])
    var options = ImportOptions()
    options.create = true
    for expected: ImportReport.Fate in [.added, .unchanged] {
      let made = try desk.store.importRows(.placement, Array(rows.prefix(3)), options: options)
      #expect(fates(made) == [expected, expected, expected])
    }
    #expect(try desk.store.count(ListQuery(.company)) == ListCount(2))
    let placed = try desk.store.page(
      ListQuery(.placement, sort: SortOrder("on")), .first, count: 9
    ).cards
    #expect(placed.map { $0["case"] } == cases.rows.map { $0.link.map(FieldValue.link) ?? .absent })
    #expect(placed[0]["on"] == .day("2026-04-02"))
  }

  @Test func `asks who is meant where several are called the same`() throws {
    let desk = try Desk()
    _ = try desk.addCase("A B", ["birthDate": .day("1990-01-01")])
    _ = try desk.addCase("A B", ["birthDate": .day("1991-01-01")])
    let rows = [Self.row(2, ["case": .text("A B"), "body": .text("x")])]
    let report = try desk.store.importRows(.note, rows, options: ImportOptions())
    #expect(fates(report) == [.refused([FieldProblem("case", .severalFound, .text("A B"))])])
    // Of two cases of one person the open one is meant.
    let person = try desk.card(.case, RecordID(1))["person"]
    let second = try desk.add(.case, ["person": person, "opened": .date(Desk.today)])
    try desk.execute("UPDATE \"case\" SET status = 'closed' WHERE id = 1")
    try desk.change(.case, RecordID(2), ["nameRoman": .text("other")])
    let again = try desk.store.importRows(.note, rows, options: ImportOptions())
    #expect(fates(again) == [.added])
    let note = try desk.store.page(ListQuery(.note), .first, count: 1).cards[0]
    #expect(note["case"] == .to(.case, second))
  }

  @Test func `other records are the same where all the row tells is the same`() throws {
    let desk = try Desk()
    _ = try desk.addCase("A")
    let rows = [
      Self.row(
        2, ["case": .text("A"), "on": .day("2026-09-01"), "medium": .code("phone")], "天気: 晴"),
      Self.row(3, ["case": .text("A"), "on": .day("2026-09-02"), "medium": .code("phone")]),
    ]
    for expected: ImportReport.Fate in [.added, .unchanged] {
      let report = try desk.store.importRows(.contact, rows, options: ImportOptions())
      #expect(fates(report) == [expected, expected])
    }
    #expect(try desk.store.count(ListQuery(.note)) == ListCount(1))
  }

  /// A sheet may bring what is new; what is here goes its way by its own moves.
  @Test func `moves no stage of what is here, and fills it by the rules`() throws {
    let desk = try Desk()
    let host = try desk.add(.host, ["name": .text("青木家"), "stage": .code("training_done")])
    var options = ImportOptions()
    options.overwrite = ["stage", "capacity"]
    let row = Self.row(
      2, ["name": .text("青木家"), "stage": .code("approved"), "capacity": .number(2)])
    let report = try desk.store.importRows(.host, [row], options: options)
    #expect(report.rows[0].differences.map(\.field) == ["stage"])
    let card = try desk.card(.host, host)
    #expect(card["stage"] == .code("training_done") && card["capacity"] == .number(2))
    // Another first day of work asks for the permission as at the desk.
    let guest = try desk.addCase("A")
    let company = try desk.add(.company, ["name": .text("清水食品")])
    try desk.add(
      .placement,
      [
        "case": .to(.case, guest), "company": .to(.company, company), "on": .date(Desk.today),
      ])
    try desk.execute("UPDATE placement SET stage = 'started', startedOn = '2026-09-01'")
    options.overwrite = ["startedOn"]
    let number = try desk.card(.case, guest).number
    var sheet = Self.row(
      2,
      [
        "case": .text(number), "company": .text("清水食品"), "startedOn": .day("2026-09-02"),
      ])
    // On another day it would be another placement, but for its number.
    sheet.record = "PL-0001"
    let refused = try desk.store.importRows(.placement, [sheet], options: options)
    guard case .refused(let problems) = refused.rows[0].fate else {
      Issue.record("\(refused)")
      return
    }
    #expect(problems.map(\.code) == [.permissionMissing])
  }
}
