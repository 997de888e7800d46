import TestSupport
import Testing

/// The numbers that the makers of a sheet gave their cases, whatever the column is called.
struct OwnNumberTests {
  @Test(arguments: [
    "ケース番号", "管理番号", "番号", "No.", "NO", "№", "#", "ID", "ケースID", "ケースNo.", "管理No", "受付No．",
    "整理番号", "利用者番号", "相談者ID", "登録番号", "Case ID", "Case No.", "case_number", "Client ID",
    "Record ID", "_id", "通し番号", "元の番号", "受付番号", "Registration number", "UNHCR number",
  ])
  func `are kept and find the case again`(heading: String) throws {
    let store = try CommandStore(cases: false)
    let first = "\(heading),氏名\nC015,AMINA TESTOVA\nC016,AMINA TESTOVA\n"
    try store.importSheet("cases", first)
    let kept = try store.objects("list", "cases", "--columns", "sourceNumber", "--sort", "number")
    #expect(Set(kept.map { $0["sourceNumber"] }) == ["C015", "C016"])
    let again = try store.importSheet(
      "cases", "\(heading),氏名,電話\nC016,AMINA TESTOVA,090-0000-2222\n", "--format", "json")
    #expect(again.contains("\"changed\": 1") && again.contains("\"added\": 0"))
    let found = try store.objects("list", "cases", "--search", "C016", "--columns", "phone")
    #expect(found.map { $0["phone"] } == ["090-0000-2222"])
  }

  @Test func `of several columns are lost in none`() throws {
    for header in ["管理番号,受付番号", "No.,管理番号", "案件番号,元の番号", "番号,ID"] {
      let store = try CommandStore(cases: false)
      try store.importSheet("cases", "\(header),氏名\nK7,U8,AMINA TESTOVA\n")
      let shown = try store.succeed("show", "cases", "2026-0001", "--lang", "ja")
      #expect(shown.contains("K7") && shown.contains("U8"), "\(header): \(shown)")
    }
  }

  /// Another program counts by years too.
  @Test func `that look like this store's are not taken for them`() throws {
    let store = try CommandStore(cases: false)
    let sheet = """
      ケース番号,氏名,生年月日
      2026-0002,AMINA TESTOVA,1990-04-01
      2026-0001,OMAR TESTOV,1986-02-03
      2019-0031,LINA TESTOVA,2001-05-06

      """
    let first = try store.importSheet("cases", sheet, "--format", "json")
    #expect(first.contains("\"added\": 3"))
    let again = try store.importSheet("cases", sheet, "--format", "json")
    #expect(again.contains("\"unchanged\": 3"))
    let cases = try store.objects("list", "cases", "--columns", "nameRoman,sourceNumber")
    #expect(
      Dictionary(uniqueKeysWithValues: cases.map { ($0["nameRoman"], $0["sourceNumber"]) }) == [
        "AMINA TESTOVA": "2026-0002", "OMAR TESTOV": "2026-0001", "LINA TESTOVA": "2019-0031",
      ])
  }

  /// 番号 may be the number of this store, and a number is no proof.
  @Test func `under a heading of any list find the case where nothing contradicts`() throws {
    let store = try CommandStore()
    let number = try store.objects("list", "cases", "--search", "SALMA").first?["number"] ?? ""
    let found = try store.importSheet(
      "cases", "番号,氏名,電話\n\(number),SALMA HADDAD,090-0000-1111\n", "--format", "json")
    #expect(found.contains("\"changed\": 1"))
    let other = try store.importSheet(
      "cases", "番号,氏名,生年月日,電話\n\(number),JOHN SAMPLE,1985-07-13,090-0000-9999\n",
      "--format", "json")
    #expect(other.contains("\"added\": 1"))
    let phones = try store.objects(
      "list", "cases", "--columns", "number,nameRoman,phone,sourceNumber")
    #expect(phones.first { $0["number"] == number }?["phone"] == "090-0000-1111")
    #expect(phones.first { $0["number"] == number }?["sourceNumber"] == "null")
    #expect(phones.first { $0["nameRoman"] == "JOHN SAMPLE" }?["sourceNumber"] == number)
  }

  /// Families are written with one of the two, on their papers too.
  @Test func `leave a name as it is written`() throws {
    let store = try CommandStore(cases: false)
    let names = ["\u{FA19}谷 \u{FA10}", "\u{FA1B}田 \u{FA4F}子", "か\u{3099}らす", "\u{2F81A}"]
    try store.importSheet("cases", "氏名\n" + names.joined(separator: "\n") + "\n")
    let kept = try store.objects("list", "cases", "--columns", "nameRoman", "--sort", "number")
    let expected = ["\u{FA19}谷 \u{FA10}", "\u{FA1B}田 \u{FA4F}子", "がらす", "\u{2F81A}"]
    #expect(
      Set(kept.map { Array(($0["nameRoman"] ?? "").unicodeScalars) })
        == Set(expected.map { Array($0.unicodeScalars) }))
    // The search folds both; a name corrected from one to the other is another text.
    #expect(try store.objects("list", "cases", "--search", "神谷").count == 1)
    let number = try store.objects("list", "cases", "--search", "神谷").first?["number"] ?? ""
    let changed = try store.importSheet(
      "cases", "案件番号,氏名\n\(number),神谷 \u{FA10}\n", "--overwrite", "nameRoman", "--format", "json")
    #expect(changed.contains("\"changed\": 1"))
  }

  @Test func `come with whatever leaves in a file`() throws {
    let store = try CommandStore()
    let file = store.folder.path("names.csv")
    try store.succeed("export", "cases", file, "--columns", "phone,nameRoman")
    let text = try store.folder.text(of: "names.csv")
    #expect(text.contains("\"Case no.\",\"Phone\",\"Roman name\"\r\n"))
  }
}
