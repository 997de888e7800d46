import Casework
import Exchange
import Labels
import Testing

/// What other people call things, in the headers and in the cells.
struct SheetWordTests {
  private func rows(_ text: String, _ kind: RecordKind = .case) throws -> [ImportRow] {
    let options = SheetOptions(known: KnownHeaders(of: kind).count)
    let sheet = try SheetReader.read(Array(text.utf8), options)
    let map = try ColumnMap(header: sheet.header, description: .of(kind))
    return sheet.rows.map(RowReader(map, ColumnDates(sheet, map)).row)
  }

  private func fields(_ header: [String], _ kind: RecordKind = .case) throws -> [String?] {
    try ColumnMap(header: header, description: .of(kind)).targets.map {
      if case .field(let field) = $0 { field.name } else { nil }
    }
  }

  @Test(
    arguments: [
      ("姓名", "nameRoman"), ("お名前", "nameRoman"), ("氏名（漢字）", "nameNative"), ("本人氏名", "nameRoman"),
      ("相談者氏名", "nameRoman"), ("Client name", "nameRoman"), ("Beneficiary name", "nameRoman"),
      ("Contact name", "nameRoman"), ("氏名（必須）", "nameRoman"), ("国籍（任意）", "nationality"),
      ("言語（複数選択可）", "languages"), ("電話番号*", "phone"), ("person/nationality", "nationality"),
      ("personal-phone", "phone"), ("group1/details/email", "email"), ("携帯番号", "phone"),
      ("連絡先", "phone"), ("Cell", "phone"), ("居住地", "address"), ("母国語", "languages"),
      ("通訳言語", "languages"), ("入国年月日", "arrivedOn"), ("受付年月日", "opened"),
      ("初回相談日", "opened"), ("タイムスタンプ", "opened"), ("Registration date", "opened"),
      ("Date created", "opened"), ("担当スタッフ", "owner"), ("Case manager", "owner"),
      ("Candidate Dob", "birthDate"), ("Sex", "gender"), ("Citizenship", "nationality"),
    ] as [(String, String)])
  func `are known as headers`(header: String, field: String) throws {
    let other = field == "nameRoman" ? "電話" : "ローマ字名"
    #expect(try fields([other, header == "連絡先" ? "連絡先" : header]).last == field)
  }

  @Test func `in a group do not take a field from the column that is called so`() throws {
    #expect(try fields(["氏名", "緊急/氏名", "緊急/電話"]) == ["nameRoman", nil, "phone"])
    #expect(try fields(["氏名", "緊急/電話", "電話"]) == ["nameRoman", nil, "phone"])
  }

  @Test(
    arguments: [
      ("First name,Last name,Nationality\nAMINA,TESTOVA,Syria\n", "AMINA TESTOVA", nil),
      ("lastName,middleName,firstName,phone\nTESTOVA,B.,AMINA,1\n", "AMINA B. TESTOVA", nil),
      ("Candidate First Name,Candidate Last Name,Phone\nAMINA,TESTOVA,1\n", "AMINA TESTOVA", nil),
      ("姓,名,セイ,メイ,国籍\nTESTOVA,AMINA,テストヴァ,アミナ,シリア\n", "AMINA TESTOVA", "アミナ テストヴァ"),
      ("姓,名,セイ,メイ,国籍\n山田,花子,ヤマダ,ハナコ,日本\n", "山田 花子", "ヤマダ ハナコ"),
      ("姓,名,国籍\nTESTOVA,,シリア\n", "TESTOVA", nil),
    ] as [(String, String, String?)])
  func `join a name that stands in parts`(text: String, name: String, kana: String?) throws {
    let row = try #require(try rows(text).first)
    #expect(row.values["nameRoman"] == .text(name))
    #expect(row.values["nameKana"] == kana.map(FieldValue.text))
    #expect(row.remainder.isEmpty)
  }

  @Test(
    arguments: [
      ("国籍", "シリア人", "SYR"), ("国籍", "Syrian", "SYR"), ("国籍", "SY", "SYR"),
      ("国籍", "ミャンマー（ビルマ）", "MMR"), ("国籍", "コンゴ(民)", "COD"),
      ("国籍", "Democratic Republic of Congo", "COD"), ("国籍", "Republic of the Congo", "COG"),
      ("国籍", "Venezuela (Bolivarian Republic of)", "VEN"),
      ("国籍", "Iran (Islamic Republic of)", "IRN"), ("国籍", "Iran, Islamic Republic of", "IRN"),
      ("国籍", "エチオピア連邦民主共和国", "ETH"), ("国籍", "コートジボアール", "CIV"),
      ("国籍", "アフガニスタン・イスラム共和国", "AFG"), ("国籍", "ネパール国籍", "NPL"),
      ("国籍", "The Republic of Chad", "TCD"), ("国籍", "大韓民国", "KOR"),
      ("国籍", "南スーダン共和国", "SSD"), ("国籍", "Republic of Korea", "KOR"),
      ("性別", "X", "other"), ("性別", "ノンバイナリー", "other"), ("性別", "答えたくない", "prefer_not_to_say"),
      ("性別", "F", "female"), ("性別", "男", "male"), ("状態", "継続", "active"),
      ("状態", "新規", "inquiry"), ("状態", "Open", "active"), ("状態", "対応中", "active"),
      ("状態", "完了", "closed"), ("状態", "中断", "on_hold"), ("状態", "Pending", "on_hold"),
      ("続柄", "妻", "spouse"), ("続柄", "長女", "child"), ("続柄", "本人", "head"),
      ("都道府県", "神奈川", "14"), ("都道府県", "東京", "13"), ("都道府県", "京都", "26"),
    ] as [(String, String, String)])
  func `are known as values`(header: String, text: String, code: String) throws {
    let row = try #require(try rows("氏名,\(header)\nA,\"\(text)\"\n").first)
    #expect(row.problems.isEmpty, "\(row.problems)")
    #expect(row.values.values.contains(.code(code)), "\(row.values)")
  }

  @Test(arguments: ["コンゴ人", "Congolese", "ドミニカ人", "Sudan Republic of X", "シリ"])
  func `of two countries name neither by half`(text: String) throws {
    let row = try #require(try rows("氏名,国籍\nA,\(text)\n").first)
    #expect(row.problems.map(\.code) == [.notAChoice], "\(row.values)")
  }

  @Test func `of media and of who came are known, signs too`() throws {
    let contacts = try rows("ケース,日付,方法\nA,2026-04-01,LINE\nA,2026-04-02,来所\n", .contact)
    #expect(contacts.map { $0.values["medium"] } == [.code("message"), .code("in_person")])
    let lists = try rows("氏名,催し,結果\nA,会,○\nB,会,×\nC,会,△\n", .attendance)
    #expect(
      lists.map { $0.values["result"] } == [
        .code("attended"), .code("unexcused_absence"), .code("excused_absence"),
      ])
  }

  @Test(arguments: ["なし", "-", "N/A", "不明", "…", "未定"])
  func `that say nothing are nothing`(text: String) throws {
    let row = try #require(
      try rows("氏名,電話,メール,緊急連絡先,国籍,来日日,担当,在留資格\nA\(String(repeating: ",\(text)", count: 7))\n")
        .first)
    #expect(row.problems.isEmpty, "\(row.problems)")
    #expect(row.values == ["nameRoman": .text("A")])
  }

  /// Na is a family, and Nil a name.
  @Test func `that may be a name are one`() throws {
    let found = try rows("氏名,担当\nNA,Nil\nA,なし\n")
    #expect(found.map { $0.values["nameRoman"] } == [.text("NA"), .text("A")])
    #expect(found.map { $0.values["owner"] } == [.text("Nil"), nil])
    let parts = try rows("First name,Last name,Phone\nHYE,Na,1\n")
    #expect(parts[0].values["nameRoman"] == .text("HYE Na"))
    // Of a country or a telephone NA is none.
    let none = try rows("氏名,国籍,電話\nA,NA,NA\n")
    #expect(none[0].values == ["nameRoman": .text("A")])
  }

  @Test func `for what only this program gives are the sheet's own`() throws {
    let found = try rows("本人,コード,国籍\nA ONE,K-7,シリア\n")
    #expect(found[0].values["nameRoman"] == .text("A ONE"))
    #expect(found[0].remainder == "コード: K-7")
    let named = try rows("氏名,本人,国籍\nA ONE,はい,シリア\n")
    #expect(named[0].remainder == "本人: はい")
  }

  @Test(arguments: ["同上", "〃", "々", "same as above"])
  func `that mean the row above are asked`(text: String) throws {
    let row = try #require(try rows("氏名,国籍,電話\nA,シリア,1\nB,\(text),\(text)\n").last)
    #expect(row.problems.map(\.code) == [.ditto, .ditto])
  }

  @Test func `in one cell of several people are asked`() throws {
    let found = try rows("氏名,担当\nA,\"山本 太郎\n鈴木 花\"\nB,山本 太郎、鈴木 花\nC,山本 太郎\n")
    #expect(found.map { $0.problems.map(\.code) } == [[.severalNames], [.severalNames], []])
  }

  // MARK: Dates

  @Test func `of dates are read in the order of their column`() throws {
    let found = try rows("氏名,生年月日,受付日\nA,13-07-1985,04/13/2026\nB,04-03-1990,05/06/2026\n")
    #expect(found[1].values["birthDate"] == .day("1990-03-04"))
    #expect(found[1].values["opened"] == .day("2026-05-06"))
    // Where both orders are in a column, nothing is learnt from it.
    let mixed = try rows("氏名,生年月日\nA,13-07-1985\nB,04-03-1990\nC,07-13-1985\n")
    #expect(mixed.map { $0.problems.map(\.code) } == [[], [.ambiguousDate], []])
    let alone = try rows("氏名,生年月日\nB,04-03-1990\n")
    #expect(alone[0].problems.map(\.code) == [.ambiguousDate])
  }

  @Test(arguments: [
    ("90/7/13", "1990-07-13"), ("13.7.90", "1990-07-13"), ("31-Jul-90", "1990-07-31"),
    ("平2.4.1", "1990-04-01"), ("昭45年4月1日", "1970-04-01"), ("西暦1990年4月1日", "1990-04-01"),
    ("1990/7/13生", "1990-07-13"), ("July 31, 1990", "1990-07-31"), ("７/13/９０", "1990-07-13"),
  ])
  func `of a day of birth are read where they can be nothing else`(
    text: String, day: String
  ) throws {
    let row = try #require(try rows("氏名,生年月日\nA,\"\(text)\"\n").first)
    #expect(row.values["birthDate"] == .day(day), "\(row.problems)")
  }

  @Test(arguments: ["3/7/90", "15/6/7", "32/13/40", "平60.1.1", "90/2/30"])
  func `of a day of birth are asked where they may be another`(text: String) throws {
    let row = try #require(try rows("氏名,生年月日\nA,\(text)\n").first)
    #expect(row.problems.count == 1, "\(row.values)")
  }

  @Test func `of Excel for a day are named`() throws {
    let row = try #require(try rows("氏名,生年月日,受付日\nA,33000,46113\n").first)
    #expect(
      row.problems == [
        FieldProblem("birthDate", .serialDate, .text("33000"), .text("1990-05-07")),
        FieldProblem("opened", .serialDate, .text("46113"), .text("2026-04-01")),
      ])
  }

  /// A number tells the case, and the name beside it whether it is right.
  @Test func `of a number and a name are one reference`() throws {
    let row = try #require(
      try rows("ケース番号,氏名,日付,方法\n2026-0001,AMINA,2026-04-01,電話\n", .contact).first)
    #expect(row.values["case"] == .text("2026-0001") && row.called["case"] == "AMINA")
    let named = try #require(
      try rows("案件番号,氏名,日付,方法\n,AMINA,2026-04-01,電話\n", .contact).first)
    #expect(named.values["case"] == .text("AMINA") && named.called.isEmpty)
  }

  @Test func `of what follows from other records say so`() {
    for kind in [RecordKind.deadline, .supportEntry, .needScore] {
      #expect(throws: SheetProblem.derivedKind(kind)) {
        try ColumnMap(header: ["番号", "期限"], description: .of(kind))
      }
    }
  }
}
