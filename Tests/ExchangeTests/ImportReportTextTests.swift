import Casework
import CustomDump
import Exchange
import Labels
import Testing
import Wording

struct ImportReportTextTests {
  private static let problems = [
    FieldProblem("birthDate", .ambiguousDate, .text("1/7/1966")),
    FieldProblem("status", .notAChoice, .text("?")),
  ]
  private let reasons = problems.map { ProblemText(Words(.en)).sentence($0, kind: nil) }

  private let report = ImportReport(
    rows: [
      .init(number: 2, fate: .added, link: link(1, "2026-0001", "ANDREA HERRERA")),
      .init(number: 3, fate: .unchanged, link: link(2, "2026-0002", "JUAN BROWN")),
      .init(
        number: 4, fate: .changed, link: link(3, "2026-0003", "LEVI SNYDER"),
        differences: [
          FieldConflict("status", yours: .code("on_hold"), theirs: .code("active"))
        ]),
      .init(number: 9, fate: .added, possible: [link(4, "2026-0004", "IAN HENSON")]),
      .init(
        number: 10,
        fate: .refused(problems)),
    ], newStaff: ["林 桃子", "太田 充"], isWritten: false)

  private static func link(_ id: Int64, _ number: String, _ title: String) -> Link {
    Link(RecordAddress(.case, RecordID(id)), number: number, title: title)
  }

  private func text(_ language: LabelLanguage) -> ImportReportText {
    ImportReportText(report, of: .case, unknownColumns: ["備考"], words: Words(language))
  }

  @Test func `shows row, fate and reason`() {
    expectNoDifference(
      text(.en).lines(everyRow: true).joined(separator: "\n"),
      """
       2  added  2026-0001 ANDREA HERRERA
       4  changed  2026-0003 LEVI SNYDER
            Status: the sheet says On hold, the store Active support (kept; an import never \
      moves a status)
       9  added  May be the same person: 2026-0004 IAN HENSON
      10  refused  Date of birth: \(reasons[0])
            \(ProblemText(Words(.en)).sentence(Self.problems[1], kind: .case))
      Character encoding: UTF-8
      Columns without a field: 備考 (their text is kept in a note)
      Would be added as staff by name only, without access: 林 桃子, 太田 充
      2 added, 1 changed, 1 unchanged, 1 refused
      """)
    #expect(text(.ja).lines(everyRow: false).count == 8)
  }

  @Test func `prints what scripts rely on`() {
    expectNoDifference(
      text(.en).json.text,
      """
      {"added": 2, "changed": 1, "unchanged": 1, "refused": [{"row": 10, "field": "birthDate", \
      "reason": "\(reasons[0])"}, {"row": 10, "field": "status", "reason": "\(reasons[1])"}], \
      "differences": [{"row": 4, "field": "status", "sheet": "on_hold", \
      "store": "active"}], "parts": [], "possible": [{"row": 9, "record": "2026-0004"}], \
      "newStaff": ["林 桃子", "太田 充"], "unknownColumns": ["備考"], "written": false, "encoding": "utf-8"}
      """)
  }

  @Test func `writes the refused rows to be corrected`() throws {
    let file = "氏名,生年月日\nA,2000-01-01\nB,1/7/1966\n"
    let sheet = try SheetReader.read(Array(file.utf8))
    var report = ImportReport(rows: [.init(number: 2, fate: .added)])
    let words = Words(.en)
    let columns = try ColumnMap(header: sheet.header, description: .of(.case))
    #expect(RefusedRows.csv(of: sheet, report, columns, words: words) == nil)
    report.rows.append(.init(number: 3, fate: .refused([FieldProblem("birthDate", .notADate)])))
    let csv = try #require(RefusedRows.csv(of: sheet, report, columns, words: words))
    let again = try SheetReader.read(Array(csv.utf8))
    expectNoDifference(again.header, ["Row refused", "Reason refused", "氏名", "生年月日"])
    expectNoDifference(
      again.rows.map { [$0.cells[0], $0.cells[2], $0.cells[3]] }, [["3", "B", "1/7/1966"]])
    #expect(again.rows[0].cells[1]?.hasPrefix("Date of birth: ") == true)
  }
}
