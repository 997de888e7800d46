import Casework
import CustomDump
import Exchange
import Labels
import TestSupport
import Testing
import Wording

/// What somebody decides about a sheet, and what follows: the model of the wizard and the command line.
struct SheetPlanTests {
  private func plan(
    _ text: String, _ kind: RecordKind = .case, _ change: (inout SheetChoices) -> Void = { _ in }
  ) throws -> SheetPlan {
    var choices = SheetChoices()
    change(&choices)
    return try SheetPlan(SheetReader.read(Array(text.utf8)), kind, choices)
  }

  private func rows(_ plan: SheetPlan) -> [ImportRow] { Array(plan.rows()) }

  // MARK: Columns

  private func told(
    _ chosen: [String: String], _ header: [String] = ["氏名", "氏名", "国籍"]
  ) throws -> [String?] {
    try ColumnMap(header: header, description: .of(.case), chosen: chosen).targets.map { target in
      if case .field(let field) = target { field.name } else { nil }
    }
  }

  @Test func `of two headings alike names one by its place, in any words for the field`() throws {
    let wanted = [nil, "nameRoman", "nationality"]
    for map in [
      ["2": "nameRoman", "1": "-"], ["B": "nameRoman", "A": "-"], ["b": "ローマ字名", "A": "-"],
      ["２": "Roman name", "1": "-"], ["2": "nameRoman"], ["A": "-"],
    ] {
      #expect(try told(map) == wanted, "\(map)")
    }
    #expect(throws: SheetProblem.severalColumns("氏名", [0, 1])) { try told(["氏名": "nameRoman"]) }
    #expect(throws: SheetProblem.sameField("氏名", "氏名", [0, 1])) { try told([:]) }
    #expect(throws: SheetProblem.noSuchColumn("D")) { try told(["D": "city"]) }
    // A heading that looks like a place is a heading.
    #expect(
      try told(["2": "nameRoman"], ["氏名", "国籍", "2"]) == [nil, "nationality", "nameRoman"])
  }

  @Test func `of a mapping turned round says how it is written`() throws {
    #expect(throws: SheetProblem.turnedRound("国籍", field: "city")) {
      try told(["city": "国籍", "A": "-"])
    }
    let sentence = SheetProblem.turnedRound("国籍", field: "city").sentence(Words(.en))
    #expect(sentence.contains("国籍=city"), "\(sentence)")
  }

  @Test func `shows what each column becomes, with three of its texts`() throws {
    let columns = try plan("氏名,期限,氏名,姓,\nA,2027-01-01,x,,1\nB,,y,,\nB,,z,,\nC,,,,\nD,,,,\n").columns
    expectNoDifference(
      columns.map(\.use), [.field("nameRoman"), .note, .note, .note, .note])
    #expect(
      columns.map(\.examples) == [["A", "B", "C"], ["2027-01-01"], ["x", "y", "z"], [], ["1"]])
    #expect(columns.map(\.filled) == [5, 1, 3, 0, 1])
    #expect(columns.map(\.letters) == ["A", "B", "C", "D", "E"])
    // What is not clear is asked beside the column, and nothing is refused for it.
    #expect(columns.map(\.doubt) == [nil, nil, .twin(0), nil, nil])
    let residences = try plan("ケース,在留資格,申請日\nA,留学,2026-04-01\n", .residence).columns
    #expect(residences.map(\.doubt) == [nil, nil, .mayBe("renewalAppliedOn")])
    #expect(residences[2].use == .note)
    #expect(SheetColumn.letters(27) == "AB")
  }

  @Test func `takes a column for what somebody said, before what only looks so`() throws {
    let plan = try plan("氏名,別名,期限\nA,B,2027-01-01\n") {
      $0.columns = [1: "nameRoman", 2: "stayExpires"]
    }
    #expect(plan.columns.map(\.use) == [.note, .field("nameRoman"), .field("stayExpires")])
    #expect(plan.columns.map(\.isChosen) == [false, true, true])
    #expect(rows(plan).first?.values["nameRoman"] == .text("B"))
    #expect(rows(plan).first?.remainder == "氏名: A")
    // Two parts of a name, said one by one.
    let parts = try self.plan("x,y\nAMINA,TESTOVA\n") {
      $0.columns = [0: "name.given", 1: "name.family"]
    }
    #expect(rows(parts).first?.values["nameRoman"] == .text("AMINA TESTOVA"))
    // Of nothing that is known the person is asked, column by column.
    #expect(try self.plan("x,y\n1,2\n").columns.map(\.use) == [.note, .note])
  }

  // MARK: Mends

  private static let sheet = """
    氏名,国籍,生年月日,受付日,在留期限,言語,扶養確認
    A,シリヤ,昔,2026-04-01,2027-03-31,宇宙語,
    B,シリヤ,1990-04-01,きのう,来年,アラビア語,
    """

  @Test func `puts a choice in the place of a text, in every row with it`() throws {
    let plan = try plan(Self.sheet) {
      $0.mends["nationality", "シリヤ"] = .value("SYR")
      $0.mends["languages", "宇宙語"] = .value("ara")
      $0.mends.reasons[SheetReason("birthDate", .notADate)] = .note
    }
    let read = rows(plan)
    #expect(read.map { $0.values["nationality"] } == [.code("SYR"), .code("SYR")])
    #expect(read[0].values["languages"] == .codes(["ara"]))
    #expect(
      read[0].problems.isEmpty
        && read[0].remainder == "生年月日: 昔\n扶養確認: ".replacing("\n扶養確認: ", with: ""))
    #expect(read[1].problems.map(\.field) == ["opened", "stayExpires"])
    #expect(plan.kept.count == 1)
  }

  @Test func `keeps unreadable cells in the note, but no day of the law and nothing required`()
    throws
  {
    let plan = try plan(Self.sheet) { $0.mends.keepsUnreadable = true }
    let read = rows(plan)
    #expect(read[0].problems.isEmpty)
    #expect(read[0].remainder == "国籍: シリヤ\n生年月日: 昔\n言語: 宇宙語")
    #expect(read[0].values["nationality"] == nil && read[0].values["birthDate"] == nil)
    #expect(read[1].problems.map(\.field) == ["opened", "stayExpires"])
    // Each cell counts once, however often the sheet is read.
    _ = rows(plan)
    #expect(plan.kept.count == 4)
  }

  @Test func `of the cells of records about the case the same`() throws {
    let sheet = "氏名,在留資格,在留期限\nA,謎のビザ,2027-03-31\nB,同上,\n"
    let noted = rows(
      try plan(sheet) {
        $0.mends.reasons[SheetReason("statusOfResidence", .notAChoice)] = .note
        $0.mends.reasons[SheetReason("statusOfResidence", .ditto)] = .empty
      })
    #expect(noted.flatMap(\.problems).isEmpty, "\(noted)")
    #expect(noted[0].remainder.contains("在留資格: 謎のビザ"))
    #expect(noted[1].remainder == "")
    let said = rows(
      try plan(sheet) { $0.mends["statusOfResidence", "謎のビザ"] = .value("designated_activities") })
    #expect(said[0].parts.first?.values["statusOfResidence"] == .code("designated_activities"))
  }

  @Test(
    arguments: [
      ("nationality", .notAChoice, [.value, .note, .empty, .leaveOut]),
      ("birthDate", .notADate, [.note, .empty, .leaveOut]),
      ("arrivedOn", .notADate, [.note, .empty, .leaveOut]),
      ("opened", .notADate, [.leaveOut]), ("stayExpires", .notADate, [.leaveOut]),
      ("status", .notAChoice, [.value, .leaveOut]), ("nameRoman", .required, [.leaveOut]),
      ("", .notARow, [.leaveOut]), ("owner", .severalNames, [.note, .empty, .leaveOut]),
      ("nationality", .unreadableText, [.leaveOut]),
    ] as [(String, FieldProblem.Code, [Mend.Way])])
  func `offers what may be`(_ field: String, _ code: FieldProblem.Code, _ ways: [Mend.Way]) {
    #expect(SheetReason(field, code).ways(in: .case) == ways)
  }

  @Test func `makes a company only where that is said`() {
    let reason = SheetReason("company", .notFound)
    #expect(reason.ways(in: .placement).contains(.create))
    #expect(!SheetReason("case", .notFound).ways(in: .placement).contains(.create))
  }

  // MARK: Problems

  @Test func `says a reason once, with its texts and how many rows each stops`() throws {
    let lines = (0..<48).map { _ in "A,シリヤ,1990-04-01" } + ["B,月の国,昔", "C,シリア,1/7/1966"]
    let plan = try plan("氏名,国籍,生年月日\n" + lines.joined(separator: "\n"))
    let report = ImportReport(
      rows: plan.rows().map {
        .init(number: $0.number, fate: $0.problems.isEmpty ? .added : .refused($0.problems))
      })
    let check = plan.check(report)
    #expect(check.count(of: .refused) == 50)
    let first = try #require(check.problems.first)
    #expect(first.reason == SheetReason("nationality", .notAChoice) && first.rows == 49)
    #expect(first.first == [2, 3, 4, 5, 6])
    expectNoDifference(
      first.texts,
      [
        SheetProblemGroup.Text("シリヤ", rows: 48, near: "SYR"),
        SheetProblemGroup.Text("月の国", rows: 1),
      ])
    #expect(check.problems.map(\.rows) == [49, 1, 1])
    #expect(check.refused[50]?.count == 2)
  }

  @Test func `keeps no word of the sheet in what is decided`() throws {
    var choices = SheetChoices()
    choices.columns = [0: "nameRoman"]
    choices.mends["nationality", "AMINA TESTOVA"] = .value("SYR")
    var dumped = ""
    dump(choices, to: &dumped)
    #expect(dumped.contains("SYR") && !dumped.contains("AMINA"))
  }

  @Test func `leaves rows out by their numbers`() throws {
    let plan = try plan("氏名\nA\nB\n\nC\n")
    #expect(plan.rows(leavingOut: [3]).map(\.number) == [2, 5])
    #expect(plan.sheet.rows.row(numbered: 5)?.cells == ["C"])
    #expect(plan.sheet.rows.row(numbered: 4) == nil)
  }

  @Test(
    arguments: [
      ("シリヤ", "SYR"), ("ビルマー", "MMR"), ("Syriaa", "SYR"), ("月の国", nil), ("", nil),
    ] as [(String, String?)])
  func `guesses the choice that was meant`(_ text: String, _ code: String?) {
    #expect(ProblemText.near(text, in: Country.catalogue) == code)
  }

  // MARK: Grids

  private func grid(_ bytes: [UInt8]) throws -> SheetPlan {
    let sheet = try SheetReader.read(
      bytes, SheetOptions(known: KnownHeaders(of: .attendance).count))
    return try SheetPlan(sheet, .attendance, SheetChoices())
  }

  @Test func `of names and days is a row for each mark, with its place`() throws {
    let plan = try grid(
      Array("出席簿,,,\nNo,氏名,3/8(日),3/15\n1,A ONE,○,？\n2,B TWO,,謎\n3,C THREE,,\n".utf8))
    #expect(plan.columns.map(\.use) == [.counter, .field("case"), .occasion, .occasion])
    let rows = rows(plan)
    #expect(rows.map(\.number) == [3, 4] && rows.map(\.column) == ["3/8(日)", "3/15"])
    #expect(rows[0].values["salon"] == .text("3/8(日)"))
    #expect(rows[0].values["result"] == .code("attended"))
    #expect(rows[1].problems.map(\.code) == [.notAChoice])
    #expect(plan.unmarked == [5])
  }

  @Test func `of names and days comes from a workbook too`() throws {
    let book = WorkbookBytes(
      sheets: [
        (
          "出席簿",
          WorkbookBytes.row(1, "氏名", "2026-03-08", "2026-03-15")
            + WorkbookBytes.row(2, "A ONE", "○", "欠")
        )
      ])
    let rows = rows(try grid(book.xlsx))
    #expect(rows.map { $0.values["result"] } == [.code("attended"), .code("unexcused_absence")])
    #expect(rows.map(\.column) == ["2026-03-08", "2026-03-15"])
  }

  @Test func `that lists attendances one by one is no grid, and a column may be left out of one`()
    throws
  {
    let list = try grid(Array("催し,参加者,出欠,3/8\n日本語サロン,A ONE,○,○\n".utf8))
    #expect(rows(list).count == 1 && !list.columns.map(\.use).contains(.occasion))
    var choices = SheetChoices()
    choices.columns = [1: SheetChoices.noField]
    let sheet = try SheetReader.read(Array("氏名,3/8,3/15\nA ONE,○,○\n".utf8))
    #expect(try rows(SheetPlan(sheet, .attendance, choices)).map(\.column) == ["3/15"])
  }

  @Test func `of marks has what a mark means decided once for all`() throws {
    var choices = SheetChoices()
    choices.mends["result", "1"] = .value("attended")
    let sheet = try SheetReader.read(Array("氏名,3/8,3/15\nA ONE,1,1\n".utf8))
    let rows = rows(try SheetPlan(sheet, .attendance, choices))
    #expect(rows.map { $0.values["result"] } == [.code("attended"), .code("attended")])
  }
}
