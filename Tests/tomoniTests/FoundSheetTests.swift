import Foundation
import TestSupport
import Testing

/// Ten small sheets in which somebody's data went to somebody else, or was lost, or became nonsense.
struct FoundSheetTests {
  private struct Report {
    var added = 0
    var changed = 0
    var unchanged = 0
    var refused: [Int] = []
    var exit: PseudoTerminal.Exit
    var text: String

    init(_ run: ProgramRun) throws {
      let json = try JSONSerialization.jsonObject(with: Data(run.output.utf8)) as? [String: Any]
      (added, changed) = (json?["added"] as? Int ?? -1, json?["changed"] as? Int ?? -1)
      unchanged = json?["unchanged"] as? Int ?? -1
      refused = (json?["refused"] as? [[String: Any]] ?? []).compactMap { $0["row"] as? Int }
      exit = run.exit
      text = run.output + run.errors
    }
  }

  private func take(
    _ kind: String, _ bytes: [UInt8], into store: CommandStore, _ options: String...
  ) throws -> Report {
    let path = store.folder.path("sheet.csv")
    try Data(bytes).write(to: URL(fileURLWithPath: path))
    return try Report(store.run(["import", kind, path, "--format", "json"] + options))
  }

  private func take(
    _ kind: String, _ text: String, into store: CommandStore, _ options: String...
  ) throws -> Report {
    let path = store.folder.path("sheet.csv")
    try Data(text.utf8).write(to: URL(fileURLWithPath: path))
    return try Report(store.run(["import", kind, path, "--format", "json"] + options))
  }

  @Test func `two lists that both count from 1`() throws {
    let store = try CommandStore(cases: false)
    _ = try take(
      "cases", "ID,氏名,生年月日,国籍\n1,AMINA TESTOVA,1990-04-01,シリア\n2,OMAR TESTOV,1986-02-03,シリア\n",
      into: store)
    let other = try take(
      "cases",
      "ID,氏名,生年月日,国籍,電話番号,住所,在留カード番号,メモ\n"
        + "1,JOHN SAMPLE,1985-07-13,エチオピア,090-0000-1111,東京都北区2-2,AB12345678CD,暴力から避難中\n",
      into: store)
    #expect(other.refused == [2] && other.text.contains("AMINA TESTOVA"))
    let cases = try store.objects("list", "cases", "--columns", "nameRoman,phone,address")
    #expect(
      cases.count == 2 && cases.allSatisfy { $0["phone"] == "null" && $0["address"] == "null" })
    #expect(try store.objects("list", "notes").isEmpty)
  }

  @Test func `1 January of two nationalities`() throws {
    let store = try CommandStore(cases: false)
    let report = try take(
      "cases",
      "氏名,生年月日,国籍,電話,住所\nMOHAMED ALI,1990-01-01,シリア,,\n"
        + "MOHAMED ALI,1990-01-01,スーダン,090-0000-2222,大阪府\n", into: store)
    #expect(report.added == 2 && report.text.contains("\"possible\": [{\"row\": 3"))
  }

  @Test func `an edited export without names`() throws {
    let store = try CommandStore(cases: false)
    _ = try take(
      "cases",
      "氏名,フリガナ,生年月日,国籍,電話\nAMINA TESTOVA,アミナ,1990-04-01,シリア,090-0000-1111\n"
        + "JOHN SAMPLE,ジョン,1985-07-13,エチオピア,090-0000-2222\n", into: store)
    let report = try take(
      "cases",
      "\"案件番号\",\"フリガナ\",\"電話\"\n\"2026-0002\",\"ジョン\",\"090-0000-9999\"\n"
        + "\"2026-0001\",\"アミナ\",\"090-0000-1111\"\n", into: store, "--overwrite", "phone")
    #expect(report.added == 0 && report.changed == 1 && report.unchanged == 1)
  }

  @Test func `a name of Western Europe`() throws {
    let store = try CommandStore(cases: false)
    let bytes =
      Array("Name,Date of birth,Nationality,Opened on\nH".utf8) + [0xE9, 0x6C, 0xE8]
      + Array("ne Benali,1990-04-01,Syria,2026-04-01\n".utf8)
    let report = try take("cases", bytes, into: store)
    #expect(report.added == 1 && report.text.contains("\"encoding\": \"windows-1252\""))
    #expect(try store.objects("list", "cases").first?["nameRoman"] == "Hélène Benali")
  }

  @Test func `tags, totals, footers and the end of a file of DOS`() throws {
    let store = try CommandStore(cases: false)
    let sheet =
      "Name,Phone,Notes\n#beneficiary+name,#contact+phone,#description\n"
      + "AMINA TESTOVA,090-0000-1111,x\n\n\"Refugee cases 2026\"\n"
      + "\"Copyright (c) 2000-2026 salesforce.com, inc. All rights reserved.\"\n合計,,\n\u{1A}\n"
    let refused = try take("cases", sheet, into: store)
    #expect(refused.refused == [2, 5, 6, 7] && refused.exit == .code(65))
    let report = try take("cases", sheet, into: store, "--skip-bad")
    #expect(report.added == 1)
    // The file of the refused rows makes nobody of them either.
    let again = try store.run([
      "import", "cases", store.folder.path("sheet.csv.refused.csv"), "--format", "json",
      "--skip-bad",
    ])
    #expect(try Report(again).added == 0)
    #expect(try store.objects("list", "cases").map { $0["nameRoman"] } == ["AMINA TESTOVA"])
  }

  @Test func `somebody placed at one employer twice`() throws {
    let store = try CommandStore(cases: false)
    _ = try take("cases", "氏名,生年月日,国籍\nAMINA TESTOVA,1990-04-01,シリア\n", into: store)
    _ = try take("companies", "企業名,業種\n株式会社テスト食品,食品製造\n", into: store)
    let sheet =
      "ケース,企業,職種,段階,日付,備考\nAMINA TESTOVA,株式会社テスト食品,調理,本人辞退,2025-10-01,一度目\n"
      + "AMINA TESTOVA,株式会社テスト食品,調理,入社,2026-05-01,二度目\n"
    #expect(try take("placements", sheet, into: store).added == 2)
    #expect(try take("placements", sheet, into: store).unchanged == 2)
  }

  @Test func `owners of several spellings, several in a cell and none`() throws {
    let store = try CommandStore(cases: false)
    let report = try take(
      "cases",
      "氏名,生年月日,担当\nA ONE,1990-04-01,\"山本 太郎\n鈴木 花\"\nB TWO,1991-04-01,未定\n"
        + "C THREE,1992-04-01,山本太郎\nD FOUR,1993-04-01,山本 太郎\n", into: store, "--skip-bad")
    #expect(report.refused == [2] && report.added == 3)
    let staff = try store.objects("list", "staff", "--columns", "name").map { $0["name"] }
    #expect(Set(staff) == ["Mori Aki", "山本太郎"])
  }

  @Test func `days that are known in part, and numbers of Excel`() throws {
    let store = try CommandStore(cases: false)
    let report = try take(
      "cases",
      "氏名,生年月日,国籍\nA ONE,1990-04-01 (推定),シリア\nB TWO,1990年頃,シリア\nC THREE,1990/07,シリア\n"
        + "D FOUR,33000,シリア\nE FIVE,01-Apr-1990,シリア\n", into: store, "--skip-bad")
    #expect(report.refused == [5] && report.text.contains("1990-05-07"))
    let cases = try store.objects(
      "list", "cases", "--columns", "nameRoman,birthDate,birthDatePrecision")
    let births = Dictionary(
      uniqueKeysWithValues: cases.map { ($0["nameRoman"] ?? "", $0["birthDate"]) })
    #expect(
      births == ["A ONE": "1990", "B TWO": "1990", "C THREE": "1990-07", "E FIVE": "1990-04-01"])
  }

  /// What was corrected in the file of the refused rows stays, whatever is imported again.
  @Test func `corrections that are not imported yet`() throws {
    let store = try CommandStore(cases: false)
    let sheet = "氏名,国籍\nA ONE,シリ\nB TWO,シリア\n"
    _ = try take("cases", sheet, into: store, "--skip-bad")
    let corrected = try store.folder.text(of: "sheet.csv.refused.csv")
      .replacing("\"シリ\"", with: "\"シリア\"")
    try store.folder.write(corrected, to: "sheet.csv.refused.csv")
    _ = try take("cases", sheet, into: store, "--skip-bad")
    #expect(try store.folder.text(of: "sheet.csv.refused.csv") == corrected)
    let report = try Report(
      store.run([
        "import", "cases", store.folder.path("sheet.csv.refused.csv"), "--format", "json",
      ]))
    #expect(report.added == 1)
  }

  @Test func `a list of households`() throws {
    let store = try CommandStore(cases: false)
    let sheet =
      "世帯番号,続柄,氏名,生年月日,国籍\nF-01,本人,OMAR TESTOV,1986-02-03,シリア\n"
      + "F-01,妻,AMINA TESTOVA,1990-04-01,シリア\nF-01,長女,LINA TESTOVA,2015-06-07,シリア\n"
    #expect(try take("cases", sheet, into: store).added == 3)
    #expect(try take("cases", sheet, into: store).unchanged == 3)
    let cases = try store.objects(
      "list", "cases", "--columns", "nameRoman,household,householdRole")
    #expect(Set(cases.map { $0["household"] }).count == 1 && cases.first?["household"] != "null")
    #expect(
      Dictionary(uniqueKeysWithValues: cases.map { ($0["nameRoman"] ?? "", $0["householdRole"]) })
        == ["OMAR TESTOV": "head", "AMINA TESTOVA": "spouse", "LINA TESTOVA": "child"])
    // Also where the name is all that tells who it is.
    let unborn = "世帯番号,氏名\nG-02,SARA ONE\nG-02,SAMI ONE\n"
    #expect(try take("cases", unborn, into: store).added == 2)
    #expect(try take("cases", unborn, into: store).unchanged == 2)
    // Another list's F-01 is another family.
    let other = try take(
      "cases", "世帯番号,続柄,氏名,生年月日,国籍\nF-01,本人,JOHN SAMPLE,1985-07-13,エチオピア\n",
      into: store)
    #expect(other.added == 1)
    #expect(try store.objects("list", "households").count == 3)
  }
}
