import Casework
import Exchange
import Labels
import Testing

/// Sheets as people have them: what stands between cells, above the table and below it.
struct SheetShapeTests {
  private func read(_ text: String, _ kind: RecordKind = .case) throws -> (Sheet, [ImportRow]) {
    let options = SheetOptions(known: KnownHeaders(of: kind).count)
    let sheet = try SheetReader.read(Array(text.utf8), options)
    let map = try ColumnMap(header: sheet.header, description: .of(kind))
    return (sheet, sheet.rows.map(RowReader(map).row))
  }

  private func names(_ rows: [ImportRow]) -> [FieldValue?] { rows.map { $0.values["nameRoman"] } }

  @Test(arguments: [
    "氏名;国籍;電話\nA ONE;シリア;090,1\nB TWO;シリア;\n", "氏名\t国籍\t電話\nA ONE\tシリア\t090\nB TWO\tシリア\t\n",
    "sep=;\n氏名;国籍;電話\nA ONE;シリア;1\nB TWO;シリア;2\n",
    "sep=,\r\n氏名,国籍,電話\r\nA ONE,シリア,1\r\nB TWO,シリア,2\r\n",
    "SEP=|\n氏名|国籍\nA ONE|シリア\nB TWO|シリア\n",
    "支援者名簿\n\n氏名,国籍,電話\nA ONE,シリア,1\nB TWO,シリア,2\n",
    "本人,,在留\n氏名,国籍,在留資格\nA ONE,シリア,留学\nB TWO,シリア,\n",
    "2026年度 名簿,,\n作成: 2026-04-01,,\n氏名,国籍,電話\nA ONE,シリア,1\nB TWO,シリア,2\n",
    ",,\n氏名,国籍,電話\n\"A ONE\",シリア,\"1,\n2\"\nB TWO,シリア,2\n",
  ])
  func `are read whatever stands between and above`(text: String) throws {
    let (sheet, rows) = try read(text)
    #expect(names(rows) == [.text("A ONE"), .text("B TWO")])
    #expect(rows.allSatisfy { $0.values["nationality"] == .code("SYR") && $0.problems.isEmpty })
    #expect(rows.first?.number == sheet.headerRow + 1)
  }

  @Test(arguments: [
    "氏名,連絡先,,国籍\n,電話,メール,\nA ONE,090,a@example.org,シリア\n",
    "名簿,,,\n氏名,連絡先,,国籍\n,電話,メール,\nA ONE,090,a@example.org,シリア\n",
  ])
  func `have headings that are merged over two rows`(text: String) throws {
    let (_, rows) = try read(text)
    let row = try #require(rows.first)
    #expect(rows.count == 1 && row.values["nameRoman"] == .text("A ONE"), "\(row)")
    #expect(row.values["phone"] == .text("090") && row.values["email"] == .text("a@example.org"))
    #expect(row.values["nationality"] == .code("SYR") && row.remainder.isEmpty)
  }

  /// As kintone writes a record with a table in it.
  @Test func `have records of several rows, whose it is in the first alone`() throws {
    let text = """
      レコードの開始行,レコード番号,氏名,生年月日,国籍,電話,相談日,相談内容
      *,7,A ONE,1990-04-01,シリア,090-1,2026-04-01,初回
      ,,,,,,2026-05-01,二回目
      ,,,,,,,三回目
      *,8,B TWO,1991-04-01,シリア,,,
      """
    let (_, rows) = try read(text)
    #expect(rows.map { $0.values["sourceNumber"] } == ["7", "7", "7", "8"].map { .text($0) })
    #expect(names(rows) == ["A ONE", "A ONE", "A ONE", "B TWO"].map { .text($0) })
    #expect(rows.allSatisfy { $0.problems.isEmpty })
    // What another row of the table says, or does not say, is not taken from the first.
    #expect(rows[2].remainder.contains("三回目") && !rows[2].remainder.contains("2026"))
    #expect(rows[1].values["phone"] == nil)
    let contacts = """
      レコードの開始行,ケース,日付,内容
      *,2026-0001 A ONE,2026-04-01,初回
      ,,2026-05-01,二回目
      """
    let (_, talks) = try read(contacts, .contact)
    #expect(talks.map { $0.values["case"] } == [.text("2026-0001"), .text("2026-0001")])
    #expect(talks[1].values["on"] == .day("2026-05-01"))
  }

  @Test func `tell gatherings of one theme apart by their day`() throws {
    let text = "氏名,テーマ,日付,出欠\nA ONE,料理,2026-04-01,○\nB TWO,,2026-04-08,×\nC THREE,料理,x,○\n"
    let (_, rows) = try read(text, .attendance)
    #expect(rows[0].days == ["salon": CivilDate(year: 2026, month: 4, day: 1)])
    #expect(rows[0].values["salon"] == .text("料理") && rows[0].remainder.isEmpty)
    #expect(rows[1].values["salon"] == .text("2026-04-08"))
    #expect(rows[2].problems.map(\.code) == [.notADate])
  }

  @Test(arguments: ["個人番号", "マイナンバー", "My Number", "個人番号（マイナンバー）"])
  func `keep no individual number anywhere`(heading: String) throws {
    let text = "氏名,\(heading),生年月日\nA ONE,1234 5678 9018,1990-04-01\nB TWO,123456789018,x\n"
    let (sheet, rows) = try read(text)
    #expect(rows[0].values.count == 2 && rows[0].remainder.isEmpty, "\(rows[0])")
    let map = try ColumnMap(header: sheet.header, description: .of(.case))
    #expect(map.individualNumbers == [heading] && map.unknown.isEmpty)
    let report = ImportReport(rows: [.init(number: 3, fate: .refused(rows[1].problems))])
    let words = Words(.ja)
    let refused = try #require(RefusedRows.csv(of: sheet, report, map, words: words))
    #expect(!refused.contains("9018") && refused.contains("B TWO"))
    let said = ImportReportText(
      report, of: .case, unknownColumns: [], individualNumbers: map.individualNumbers,
      words: words
    ).lines(everyRow: false)
    #expect(said.contains { $0.contains(heading) && $0.contains("番号法") })
  }

  @Test(
    arguments: [
      ("監理措置", nil, true), ("仮放免中", "provisional_release", false),
      ("オーバーステイ", "overstay", false), ("収容", "in_detention", false),
    ] as [(String, String?, Bool)])
  func `say in the place of a status of residence on what somebody stays`(
    word: String, basis: String?, isQuoted: Bool
  ) throws {
    let (_, rows) = try read("氏名,在留資格\nA ONE,\(word)\n")
    let part = try #require(rows[0].parts.first { $0.kind == .residence }, "\(rows[0])")
    #expect(part.values["statusOfResidence"] == .code("none"))
    #expect(part.values["stayBasis"] == basis.map { .code($0) })
    #expect(part.quoted.isEmpty == !isQuoted)
  }

  @Test(arguments: [
    ("補完的保護対象者", "person_under_complementary_protection"), ("避難民", "evacuee"),
  ])
  func `say there why somebody is helped`(word: String, category: String) throws {
    let (_, rows) = try read("氏名,在留資格\nA ONE,\(word)\n")
    #expect(rows[0].problems.isEmpty && !rows[0].parts.contains { $0.kind == .residence })
    let part = try #require(rows[0].parts.first { $0.kind == .supportCategory }, "\(rows[0])")
    #expect(part.values["supportCategory"] == .code(category))
    // A column of its own says it itself.
    let (_, both) = try read("氏名,在留資格,支援区分\nA ONE,\(word),その他\n")
    #expect(both[0].problems.map(\.code) == [.notAChoice])
  }

  @Test func `have no sign between cells that stands within them`() throws {
    let (_, rows) = try read("氏名,言語\nA ONE,アラビア語;英語;フランス語\nB TWO,英語;日本語;アラビア語\n")
    #expect(names(rows) == [.text("A ONE"), .text("B TWO")])
  }

  @Test func `count rows as the spreadsheet does, title and all`() throws {
    let (sheet, rows) = try read("名簿\n\n氏名,国籍\nA ONE,シリア\n\nB TWO,シリア\n")
    #expect(sheet.headerRow == 3)
    #expect(rows.map(\.number) == [4, 6])
  }

  @Test(arguments: [
    "#beneficiary+name,#contact+phone,#description", "合計,,", "合計：,12,", "件数：2,,", "計 2 名,,", "以上,,",
    "Total,,3", "Grand total,12,", "※ 個人情報につき取扱注意,,",
    "Copyright (c) 2000-2026 salesforce.com inc.,,",
    "\"Refugee cases 2026\"", ",,Confidential Information - Do Not Distribute",
    "Generated By: M 2026-04-01 10:00,,",
    "注）電話は午後のみ,,", "Page 1 of 3,,",
  ])
  func `take no remark for a person`(line: String) throws {
    let (_, rows) = try read("Name,Phone,Notes\nA ONE,090,x\n\(line)\n")
    #expect(rows[0].problems.isEmpty)
    #expect(rows[1].problems.map(\.code) == [.notARow], "\(rows[1])")
  }

  @Test func `take nobody from below a table, and no sign alone for somebody`() throws {
    let (_, rows) = try read("Name,Phone,Notes\nA ONE,090,x\nB TWO,,\n\nKita Support\n\u{1A}")
    #expect(rows.map { $0.problems.map(\.code) } == [[], [], [.notARow]])
  }

  /// People called like a word of a table stay people, and so does who is known by a name alone.
  @Test(arguments: [
    "SUM SOKHA,,", "Total Kamara,090-1,x", "Sum,090-0000-1111,x", "計 太郎,090,", "B TWO,,", "平均 花,1,",
  ])
  func `lose nobody`(line: String) throws {
    let (_, rows) = try read("Name,Phone,Notes\nA ONE,090,x\n\(line)\nC THREE,1,2\n")
    #expect(rows.allSatisfy { $0.problems.isEmpty }, "\(rows[1])")
  }

  @Test
  func `refuse the cell of a quote that was closed too late, and keep notes of several lines`()
    throws
  {
    let (_, swallowed) = try read(
      "氏名,国籍,電話\n\"AMINA,シリア,1\nJOHN,シリア,2\nOMAR\",シリア,3\nB TWO,シリア,4\n")
    #expect(swallowed.map { $0.problems.map(\.code) } == [[.swallowedRows], []])
    #expect(swallowed[0].number == 2)
    let (_, notes) = try read(
      "氏名,国籍,備考\nA ONE,シリア,\"1 日, 電話\n2 日, 面談\"\n")
    #expect(notes[0].problems.isEmpty)
  }
}
