import Casework
import CustomDump
import Exchange
import Labels
import Testing
import Wording

struct ColumnMapTests {
  private func fields(
    _ header: [String], _ kind: RecordKind = .case, _ chosen: [String: String] = [:]
  ) throws -> [String?] {
    let map = try ColumnMap(header: header, description: .of(kind), chosen: chosen)
    return map.targets.map { if case .field(let field) = $0 { field.name } else { nil } }
  }

  @Test(
    arguments: [
      (["氏名（ローマ字）", "フリガナ", "母語表記"], ["nameRoman", "nameKana", "nameNative"]),
      (["氏名(ローマ字)", "氏名(ｶﾀｶﾅ)", "生年月日 "], ["nameRoman", "nameKana", "birthDate"]),
      (["国籍/地域"], ["nationality"]),
      (["ROMAN NAME", "nameKana", "Case status"], ["nameRoman", "nameKana", "status"]),
      (["レコード番号", "状態", "担当", "受付日"], ["sourceNumber", "status", "owner", "opened"]),
      (["氏名", "次の対応", "対応期限", "備考"], ["nameRoman", nil, nil, nil]),
    ] as [([String], [String?])])
  func `knows columns in either language`(_ header: [String], _ names: [String?]) throws {
    #expect(try fields(header) == names)
  }

  @Test func `refuses two columns for one field`() {
    #expect(throws: SheetProblem.sameField("国籍・地域", "国籍/地域", [0, 1])) {
      try fields(["国籍・地域", "国籍/地域"])
    }
  }

  @Test func `names the columns it does not know`() throws {
    let map = try ColumnMap(
      header: ["氏名", "メモ欄", "", "Unknown column"], description: .of(.case))
    #expect(map.unknown == ["メモ欄", "Unknown column"])
  }

  @Test func `follows what it is told`() throws {
    #expect(try fields(["なまえ", "氏名"], .case, ["なまえ": "nameRoman"]) == ["nameRoman", nil])
    #expect(throws: SheetProblem.noSuchColumn("x")) { try fields(["氏名"], .case, ["x": "city"]) }
    #expect(throws: SheetProblem.noSuchField("x")) { try fields(["氏名"], .case, ["氏名": "x"]) }
    #expect(throws: SheetProblem.noSuchField("isOpen")) {
      try fields(["氏名"], .case, ["氏名": "isOpen"])
    }
    #expect(throws: SheetProblem.noKnownColumn) { try fields(["a", "b", ""]) }
  }

  @Test func `keeps what only an export knows by itself out of a foreign sheet`() throws {
    let foreign = try ColumnMap(header: ["氏名", "最終連絡"], description: .of(.case))
    #expect(foreign.targets.last == .unknown)
    let export = try ColumnMap(header: ["案件番号", "最終連絡"], description: .of(.case))
    #expect(export.targets.last == .kept)
    let refused = try ColumnMap(header: ["元の行", "Reason refused", "氏名"], description: .of(.case))
    #expect(refused.targets.prefix(2) == [.remark, .remark])
    let hosts = try ColumnMap(header: ["番号", "家庭名"], description: .of(.host))
    #expect(hosts.targets.first == .number)
  }

  @Test(arguments: RecordKind.allSaved, LabelLanguage.allCases)
  func `knows every field by its label`(_ kind: RecordKind, _ language: LabelLanguage) throws {
    let words = ValueText(Words(language))
    let description = RecordDescription.of(kind)
    let fields = description.fields.filter(\.isWritable)
    let names = try self.fields(fields.map { words.label(of: $0, in: kind) }, kind)
    #expect(names == fields.map(\.name))
  }

  /// A day from which the law counts is taken from a column that says which day it is.
  @Test(arguments: ["申請日", "申請年月日", "Applied on", "Application date", "決定日", "DATE OF DECISION"])
  func `asks what a bare day of application or decision is`(header: String) throws {
    let field =
      ["決定日", "DATE OF DECISION"].contains(header) ? "renewalDecidedOn" : "renewalAppliedOn"
    let sheet = ["ケース", "在留資格", "在留期限", header]
    let problem = SheetProblem.unclearColumn(header, field: field, key: "residence.\(field)")
    #expect(throws: problem) { try fields(sheet, .residence) }
    for words in LabelLanguage.allCases.map({ Words($0) }) {
      #expect(problem.sentence(words).contains("--map \"\(header)=\(field)\""))
      #expect(problem.sentence(words).contains("--map \"\(header)=-\""))
    }
    let known = ["case", "statusOfResidence", "expires"]
    #expect(try fields(sheet, .residence, [header: field]) == known + [field])
    #expect(try fields(sheet, .residence, [header: "-"]) == known + [nil])
    // Another column is the field: this one is another day.
    let both = try fields(sheet + [field], .residence)
    #expect(both == known + [nil, field])
  }

  @Test func `takes a day that says what was applied for`() throws {
    for header in ["更新申請日", "変更申請日", "Renewal filed", "Renewal applied on"] {
      #expect(try fields(["ケース", header], .residence) == ["case", "renewalAppliedOn"])
    }
    // In the sheet of a procedure it is the day of its step; in one of cases that of the application.
    #expect(try fields(["ケース", "手続段階", "申請日"], .procedure).last == "on")
    let cases = try ColumnMap(header: ["氏名", "在留期限", "申請日"], description: .of(.case))
    #expect(
      cases.targets.compactMap { if case .part(let column) = $0 { column.name } else { nil } } == [
        "stayExpires", "applicationOn",
      ])
  }
}
