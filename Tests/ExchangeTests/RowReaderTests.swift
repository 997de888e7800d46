import Casework
import CustomDump
import Exchange
import Testing

struct RowReaderTests {
  private func rows(_ text: String, _ kind: RecordKind = .case) throws -> [ImportRow] {
    let sheet = try SheetReader.read(Array(text.utf8))
    let description = RecordDescription.of(kind)
    let map = try ColumnMap(header: sheet.header, description: description)
    return sheet.rows.map(RowReader(map).row)
  }

  @Test func `keeps the text of columns that are no field`() throws {
    expectNoDifference(
      try rows("氏名,備考,,\nA,\"一\r\n二\",三,四\nB,,,\n"),
      [
        ImportRow(number: 2, values: ["nameRoman": .text("A")], remainder: "備考: 一\n二\nC: 三\nD: 四"),
        ImportRow(number: 3, values: ["nameRoman": .text("B")]),
      ])
  }

  @Test func `names every cell of a row that cannot be read`() throws {
    expectNoDifference(
      try rows("氏名,生年月日,状態\nA,いつか,どうか,余り,\n,,,,\nB,1990-04-01\n"),
      [
        ImportRow(
          number: 2, values: ["nameRoman": .text("A")],
          problems: [
            FieldProblem("birthDate", .notADate, .text("いつか")),
            FieldProblem("status", .notAChoice, .text("どうか")),
            FieldProblem("", .tooManyCells, .text("余り")),
          ]),
        ImportRow(number: 4, values: ["nameRoman": .text("B"), "birthDate": .day("1990-04-01")]),
      ])
  }

  @Test func `names the field of a cell that cannot be decoded`() throws {
    let sheet = try SheetReader.read(Array("氏名,備考\n".utf8) + [0xE6, 0x2C, 0xE6])
    let map = try ColumnMap(header: sheet.header, description: .of(.case))
    expectNoDifference(
      sheet.rows.map(RowReader(map).row),
      [
        ImportRow(
          number: 2,
          problems: [
            FieldProblem("nameRoman", .unreadableText), FieldProblem("", .unreadableText),
          ])
      ])
  }

  @Test func `reads the number that an export adds, and passes over its reasons`() throws {
    var numbered = ImportRow(number: 2, values: ["name": .text("佐藤家")])
    numbered.record = "H-0021"
    expectNoDifference(
      try rows("No.,Household\nH-0021,佐藤家\n17,木村家\n", .host),
      [
        numbered, ImportRow(number: 3, values: ["name": .text("木村家")], remainder: "No.: 17"),
      ])
    // What follows from other records here is their own in another's list.
    let hours = try rows("No.,氏名,活動(分)\nV-0003,A,30\n17,B,30\n", .volunteer)
    #expect(hours.map(\.remainder) == ["", "No.: 17\n活動(分): 30"])
    expectNoDifference(
      try rows("元の行,取り込めない理由,氏名\n7,日付ではない,A\n"),
      [ImportRow(number: 2, values: ["nameRoman": .text("A")])])
  }
}
