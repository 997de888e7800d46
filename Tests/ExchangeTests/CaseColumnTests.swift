import Casework
import CustomDump
import Exchange
import Labels
import Testing
import Wording

/// Columns of a sheet of cases that belong in records of their own about the case.
struct CaseColumnTests {
  private func row(_ header: String, _ cells: String) throws -> ImportRow {
    let sheet = try SheetReader.read(Array("氏名,\(header)\nA,\(cells)\n".utf8))
    let map = try ColumnMap(header: sheet.header, description: .of(.case))
    return try #require(sheet.rows.map(RowReader(map).row).first)
  }

  /// Every name that leads to a column, with the language's own writing of it.
  private static let names = LabelLanguage.allCases.map(Words.init).flatMap { words in
    CaseColumn.all.flatMap { column in
      let alias = words.text(ifAny: "\(column.labelKey).alias") ?? ""
      return ([words(column.labelKey)] + alias.split(separator: "|").map(String.init))
        .map { (name: $0, column: column) }
    }
  }

  @Test func `every name of a column leads to it`() throws {
    #expect(Self.names.count > 200)
    for (name, column) in Self.names {
      let map = try ColumnMap(header: ["氏名", name], description: .of(.case))
      #expect(map.targets.last == .part(column), "\(name)")
    }
  }

  @Test func `reads the axes and papers of a row in either language`() throws {
    let japanese = try row(
      "在留資格,特定活動の種類,在留期限,手続段階,申請日,支援区分,在留カード番号,在留カード有効期限,旅券番号",
      "特定活動,難民申請・3月(就労不可),R9.1.31,難民認定申請中,2026/9/1,難民認定申請者,AB12345678CD,2027-01-31,TR 998877"
    )
    let english = try row(
      "Visa,Designated activities,Visa expiry,Asylum procedure,Application date,Support category,"
        + "Residence card no.,Residence card expiry,Passport no.",
      "Designated activities,\"Refugee applicant, 3 months (no work)\",2027-01-31,app_refugee,"
        + "2026-09-01,Asylum seeker,AB12345678CD,2027-01-31,TR 998877")
    func values(_ row: ImportRow) -> [[String: FieldValue]] { row.parts.map(\.values) }
    #expect(japanese.problems == [] && english.problems == [])
    expectNoDifference(
      values(japanese),
      [
        ["supportCategory": .code("asylum_seeker")],
        ["procedureStage": .code("app_refugee"), "on": .date(try date("2026-09-01"))],
        [
          "statusOfResidence": .code("designated_activities"),
          "designatedActivityKind": .code("ra_3m"), "expires": .date(try date("2027-01-31")),
        ],
        ["numberEnding": .text("AB12345678CD"), "expiresOn": .date(try date("2027-01-31"))],
        ["numberEnding": .text("TR 998877")],
      ])
    expectNoDifference(values(english), values(japanese))
    expectNoDifference(japanese.parts.map(\.paper), [nil, nil, nil, .residenceCard, .passport])
    #expect(japanese.remainder == "")
  }

  @Test(
    arguments: [
      ("仮放免", ["none", "provisional_release"], nil),
      ("特定活動(6月・就労可)", ["designated_activities"], "在留資格: 特定活動(6月・就労可)"),
      ("特定活動　6ヶ月", ["designated_activities"], "在留資格: 特定活動　6ヶ月"),
      ("技人国", ["engineer_specialist_in_humanities_international_services"], nil),
    ] as [(String, [String], String?)])
  func `reads a status of residence as people write it`(
    _ text: String, _ codes: [String], _ said: String?
  ) throws {
    let part = try #require(try row("在留資格", text).parts.first)
    let found = ["statusOfResidence", "stayBasis"].compactMap { part.values[$0] }
    #expect(found == codes.map(FieldValue.code))
    #expect(part.quoted["statusOfResidence"] == said)
  }

  @Test func `refuses what is no status and no date, and keeps other words`() throws {
    let bad = try row("在留資格,在留期限", "宇宙人,2026年2月30日")
    expectNoDifference(
      bad.problems,
      [
        FieldProblem("statusOfResidence", .notAChoice, .text("宇宙人")),
        FieldProblem("stayExpires", .notADate, .text("2026年2月30日")),
      ])
    let words = try row("就労許可,特定活動,旅券番号,申請日,在留期間", "週28時間まで,指定書どおり,なし,2020-01-01,1年")
    #expect(words.problems == [])
    #expect(words.remainder == "申請日: 2020-01-01\n旅券番号: なし")
    expectNoDifference(
      words.parts,
      [
        ImportPart(
          .residence, values: ["periodMonths": .number(12)],
          quoted: ["designatedActivityKind": "特定活動: 指定書どおり"]),
        ImportPart(.workPermission, quoted: ["workPermission": "就労許可: 週28時間まで"]),
      ])
  }

  private func date(_ iso: String) throws -> CivilDate { try #require(CivilDate(iso: iso)) }
}
