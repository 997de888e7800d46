import Casework
import Testing

@testable import Exchange

/// Habits of other people's sheets that a stranger's made-up files had.
struct SheetHabitTests {
  private func plan(_ text: String, _ kind: RecordKind = .case) throws -> SheetPlan {
    let options = SheetOptions(known: KnownHeaders(of: kind).count)
    let sheet = try SheetReader.read(Array(text.utf8), options)
    return SheetPlan(
      sheet, try ColumnMap(header: sheet.header, description: .of(kind)), SheetChoices())
  }

  private func rows(_ text: String, _ kind: RecordKind = .case) throws -> [ImportRow] {
    Array(try plan(text, kind).rows())
  }

  private func fields(_ header: [String], _ kind: RecordKind = .case) throws -> [String?] {
    try ColumnMap(header: header, description: .of(kind)).targets.map {
      if case .field(let field) = $0 { field.name } else { nil }
    }
  }

  @Test(
    arguments: [
      ("9012345678", "09012345678"), ("8012345678.0", "08012345678"),
      ("７０１２３４５６７８", "07012345678"), ("9012345678 / 8012345678", "09012345678 / 08012345678"),
      ("312345678", "312345678"), ("5012345678", "5012345678"), ("090-1234-5678", "090-1234-5678"),
      ("+81 90 1234 5678", "+81 90 1234 5678"), ("09012345678", "09012345678"),
    ])
  func `give a mobile telephone its zero again, and nothing else`(text: String, phone: String)
    throws
  {
    let plan = try plan("氏名,電話番号\nA ONE,\(text)\n")
    #expect(Array(plan.rows()).first?.values["phone"] == .text(phone))
    #expect(plan.phones.count == (text == phone ? 0 : 1))
  }

  @Test func `refuse a telephone whose digits are gone`() throws {
    let row = try rows("氏名,電話番号\nA ONE,9.01235E+09\n").first
    #expect(row?.problems.map(\.code) == [.roundedNumber])
  }

  @Test func `keep in the note that somebody waits for a status of residence`() throws {
    let plan = try plan("氏名,在留資格,在留期限\nA ONE,申請中,\nB TWO,難民申請中,2027-01-01\n")
    let rows = Array(plan.rows())
    #expect(rows.allSatisfy { $0.problems.isEmpty })
    #expect(rows.map(\.remainder) == ["在留資格: 申請中", "在留資格: 難民申請中"])
    #expect(rows[0].parts.isEmpty && plan.kept.count == 2)
    #expect(rows[1].parts.first?.values["statusOfResidence"] == nil)
  }

  @Test(
    arguments: [
      ("名字,名前,ミョウジ,ナマエ,国籍\n山田,アミナ,ヤマダ,アミナ,シリア\n", "山田 アミナ", "ヤマダ アミナ"),
      ("Nom,Prénom,Nationality\nMuñoz,José,Venezuela\n", "José Muñoz", nil),
      ("名前,国籍\n山田 アミナ,シリア\n", "山田 アミナ", nil),
    ] as [(String, String, String?)])
  func `have the given name under a heading of whole names`(
    text: String, name: String, kana: String?
  ) throws {
    let row = try rows(text).first
    #expect(row?.values["nameRoman"] == .text(name))
    #expect(row?.values["nameKana"] == kana.map { .text($0) } && row?.remainder.isEmpty == true)
  }

  @Test func `call a field by its own name and another column by one of others`() throws {
    #expect(try fields(["氏名", "受付日", "相談日"]) == ["nameRoman", "opened", nil])
    #expect(try fields(["相談日", "受付日", "氏名"]) == [nil, "opened", "nameRoman"])
    #expect(try fields(["世帯名", "氏名"], .host) == ["name", nil])
    #expect(try fields(["氏名", "電話"], .host) == ["name", "phone"])
    #expect(throws: SheetProblem.sameField("登録日", "相談日", [1, 2])) {
      try fields(["氏名", "登録日", "相談日"])
    }
  }

  @Test(
    arguments: [
      ("相談者名", "nameRoman", RecordKind.case), ("Phone no.", "phone", .case),
      ("状況", "stage", .placement), ("ホスト", "host", .hostAdult), ("受け入れ可能人数", "capacity", .host),
    ])
  func `have headings of their own`(header: String, field: String, kind: RecordKind) throws {
    #expect(try fields(["備考", header], kind).last == field)
  }

  @Test(
    arguments: [
      ("30分", 30), ("1時間", 60), ("1時間30分", 90), ("1.5時間", 90), ("2時間半", 150), ("1h 15min", 75),
      ("約40分", 40), ("90 minutes", 90),
    ])
  func `say how long something took`(text: String, minutes: Int) throws {
    let row = try rows("ケース,時間,内容\nA,\(text),x\n", .contact).first
    #expect(row?.values["minutes"] == .number(minutes), "\(text)")
  }

  @Test(arguments: ["30分1時間", "一日", "1時間くらい", "時間"])
  func `are asked where that is not clear`(text: String) throws {
    let row = try rows("ケース,時間,内容\nA,\(text),x\n", .contact).first
    #expect(row?.problems.map(\.code) == [.notANumber], "\(text)")
  }

  @Test func `say yes and no in words of the matter, which are kept`() throws {
    let rows = try rows("家庭名,ペット,喫煙\n田中家,犬1匹,禁煙\n木村家,猫は不可,吸います\n林家,なし,なし\n", .host)
    #expect(
      rows[0].values["hasPets"] == .flag(true) && rows[0].values["hasSmokers"] == .flag(false))
    #expect(rows[0].remainder == "ペット: 犬1匹\n喫煙: 禁煙")
    #expect(rows[1].problems.map(\.field) == ["hasPets"])
    #expect(rows[2].values["hasPets"] == .flag(false) && rows[2].problems.isEmpty)
  }

  @Test func `call colleagues politely or by their address`() throws {
    let rows = try rows("氏名,担当\nA,佐々木 綾さん\nB,佐々木 綾\nC,aya@example.org\n")
    #expect(rows.map { $0.values["owner"] } == [.text("佐々木 綾"), .text("佐々木 綾"), nil])
    #expect(rows[2].remainder == "担当: aya@example.org")
  }

  @Test func `have the time of day before it is morning or afternoon`() throws {
    let row = try rows("タイムスタンプ,氏名\n2026/03/04 午後 3:11:12,A ONE\n").first
    #expect(row?.values["opened"] == .day("2026-03-04"))
  }

  @Test func `have signs of a terminal in a heading`() throws {
    #expect(try rows("氏\u{07}名,国籍\nA ONE,シリア\n").first?.values["nameRoman"] == .text("A ONE"))
  }

  @Test func `do not say which of two countries is meant`() throws {
    #expect(try rows("氏名,国籍\nA ONE,Congo\n").first?.problems.map(\.code) == [.notAChoice])
  }
}
