import Casework
import CustomDump
import Exchange
import Testing

/// The spreadsheets people really have.
struct SampleSheetTests {
  private func rows(
    _ name: String, _ kind: RecordKind
  ) throws -> (sheet: Sheet, map: ColumnMap, rows: [ImportRow]) {
    let sheet = try SheetReader.read(SampleFiles.bytes(name))
    let description = RecordDescription.of(kind)
    let map = try ColumnMap(header: sheet.header, description: description)
    let reader = RowReader(map)
    return (sheet, map, sheet.rows.map(reader.row))
  }

  private func problems(_ rows: [ImportRow]) -> [Int: [FieldProblem]] {
    Dictionary(
      uniqueKeysWithValues: rows.filter { !$0.problems.isEmpty }.map { ($0.number, $0.problems) })
  }

  @Test func `reads an export of kintone`() throws {
    let (sheet, map, rows) = try rows("cases-kintone.csv", .case)
    #expect(sheet.source == .text(.utf8))
    expectNoDifference(map.unknown, ["備考"])
    expectNoDifference(problems(rows), [:])
    #expect(rows.map(\.number) == Array(2...41))
    expectNoDifference(
      rows.first,
      ImportRow(
        number: 2,
        values: [
          "sourceNumber": .text("1"), "nameRoman": .text("ANDREA HERRERA"),
          "nameKana": .text("ファティマ・ナディア"), "nameNative": .text("කෙත්මිණි රාජපක්ෂ"),
          "gender": .code("female"), "birthDate": .date(try date("1966-07-01")),
          "nationality": .code("LKA"), "status": .code("intake"), "owner": .text("林 桃子"),
          "opened": .date(try date("2026-04-02")),
        ],
        parts: [
          ImportPart(
            .residence,
            values: [
              "statusOfResidence": .code("student"), "expires": .date(try date("2028-01-18")),
            ]),
          ImportPart(
            .workPermission, values: ["workPermission": .code("permitted_unrestricted")],
            quoted: ["workPermission": "就労許可: 就労可(制限なし)"]),
        ],
        remainder: """
          備考: 通訳が必要。
          「夜は電話不可」とのこと, 要注意
          """))
  }

  @Test func `reads a sheet of Excel and names its bad rows`() throws {
    let (sheet, map, rows) = try rows("cases-excel.csv", .case)
    #expect(sheet.source == .text(.cp932))
    #expect(map.unknown == ["メモ欄"])
    #expect(rows.map(\.number) == Array(2...24))
    expectNoDifference(
      problems(rows),
      [
        22: [FieldProblem("birthDate", .notADate, .text("令和８年２月３０日"))],
        23: [FieldProblem("status", .notAChoice, .text("たぶん終わり"))],
      ])
    expectNoDifference(
      rows.first,
      ImportRow(
        number: 2,
        values: [
          "nameKana": .text("ファティマ・ナディア"), "nameRoman": .text("ANDREA HERRERA"),
          "birthDate": .date(try date("1966-07-01")), "nationality": .code("LKA"),
          "opened": .date(try date("2026-04-02")), "status": .code("intake"),
        ], remainder: "メモ欄: ＝確認済"))
    #expect(rows.last?.values["nameRoman"] == nil)
    #expect(rows.last?.remainder == "メモ欄: 氏名なし")
  }

  @Test func `reads an English sheet and asks about the ambiguous date`() throws {
    let (_, map, rows) = try rows("cases-en.csv", .case)
    #expect(map.unknown == ["Unknown column"])
    expectNoDifference(
      problems(rows), [2: [FieldProblem("birthDate", .ambiguousDate, .text("1/7/1966"))]])
    expectNoDifference(
      rows.last?.values,
      [
        "nameRoman": .text("JOHN LAWRENCE"), "birthDate": .date(try date("1973-07-16")),
        "nationality": .code("NPL"), "status": .code("active"),
        "opened": .date(try date("2023-09-17")),
      ])
  }

  @Test func `reads hosts`() throws {
    let (_, map, rows) = try rows("hosts.csv", .host)
    #expect(map.unknown == [])
    expectNoDifference(problems(rows), [:])
    expectNoDifference(
      rows.first?.values,
      [
        "name": .text("佐藤家"), "representative": .text("渡辺 京助"), "prefecture": .code("13"),
        "city": .text("横浜市南区"), "nearestStation": .text("箪笥町駅"), "capacity": .number(2),
        "hasPets": .flag(false), "hasSmokers": .flag(false), "diets": .codes(["no_restriction"]),
        "languages": .codes(["ja", "en"]), "availableFrom": .date(try date("2026-09-06")),
        "approvedOn": .date(try date("2026-08-27")), "stage": .code("hosting"),
      ])
  }

  @Test func `reads placements that name the person and the company by words`() throws {
    let (_, map, rows) = try rows("placements.csv", .placement)
    #expect(map.unknown == [])
    expectNoDifference(problems(rows), [:])
    expectNoDifference(
      rows.first?.values,
      [
        "case": .text("ANDREA HERRERA"), "company": .text("合同会社佐々木ガス"),
        "occupation": .text("Cook"), "stage": .code("offer"),
        "offerAcceptedOn": .date(try date("2026-04-02")), "annualPay": .number(2_900_000),
        "colleagues": .number(248),
      ])
  }

  private func date(_ iso: String) throws -> CivilDate { try #require(CivilDate(iso: iso)) }
}
