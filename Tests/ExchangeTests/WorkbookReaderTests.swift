import Casework
import Exchange
import Foundation
import Labels
import TestSupport
import Testing

/// Workbooks read, as spreadsheet programs write them and as nobody should.
struct WorkbookReaderTests {
  private let header = WorkbookBytes.row(1, "氏名", "生年月日", "国籍")

  private func read(_ bytes: [UInt8], _ sheet: String? = nil) throws -> Sheet {
    try SheetReader.read(
      bytes, SheetOptions(sheet: sheet, known: KnownHeaders(of: .case).count))
  }

  @Test func `reads what libxlsxwriter wrote`() throws {
    var card = Card(RecordAddress(.case, RecordID(1)), number: "2026-0001")
    card["number"] = .text("2026-0001")
    card["nameRoman"] = .text("=AMINA, \"TESTOVA\"\u{FA19}谷")
    card["birthDate"] = .date(try #require(CivilDate(iso: "1990-04-01")))
    card["opened"] = .date(try #require(CivilDate(iso: "2024-02-29")))
    let folder = try ScratchFolder()
    let path = folder.path("list.xlsx")
    let columns = ["number", "nameRoman", "birthDate", "opened"].compactMap {
      RecordDescription.of(.case)[$0]
    }
    let book = try ListWorkbook(
      path, partsIn: folder.path, .case, columns: columns, words: Words(.ja), author: "Kita",
      made: 1_775_000_000)
    book.append(card)
    try book.close()
    let sheet = try read(Array(Data(contentsOf: URL(filePath: path))))
    #expect(sheet.header == ["案件番号", "ローマ字名", "生年月日", "受付日"])
    #expect(
      sheet.rows.first?.cells
        == ["2026-0001", "=AMINA, \"TESTOVA\"\u{FA19}谷", "1990-04-01", "2024-02-29"])
    #expect(sheet.rows.first?.cells[1]?.unicodeScalars.contains("\u{FA19}") == true)
  }

  @Test func `joins rich text, leaves furigana out, and takes days by their format`() throws {
    let book = WorkbookBytes(
      sheets: [
        (
          "名簿",
          header + """
            <row r="3"><c r="A3" t="s"><v>0</v></c><c r="B3" s="1"><v>33000</v></c>
            <c r="C3" t="s"><v>1</v></c></row>
            <row r="4"><c r="A4" t="str"><f>A1&amp;B1</f><v>計算 花</v></c>
            <c r="B4" s="2"><v>33000.5</v></c><c r="C4"><f>C3</f></c></row>
            <row r="5"><c r="A5" t="inlineStr"><is><t>直</t></is></c><c r="B5"><v>33000</v></c>
            <c r="C5" s="3"><v>9.0123456789E9</v></c></row>
            """
        )
      ],
      shared: """
        <si><r><t>山田</t></r><r><t xml:space="preserve"> アミナ</t></r>
        <rPh sb="0" eb="2"><t>ヤマダ</t></rPh><phoneticPr fontId="1"/></si><si><t>A &amp; B</t></si>
        """,
      styles: """
        <numFmts><numFmt numFmtId="176" formatCode="[$-411]ggge&quot;年&quot;m&quot;月&quot;d&quot;日&quot;"/>
        <numFmt numFmtId="177" formatCode="[Red]0.0E+00&quot;day&quot;"/></numFmts>
        <cellXfs><xf numFmtId="0"/><xf numFmtId="176"/><xf numFmtId="22"/><xf numFmtId="177"/></cellXfs>
        """)
    let sheet = try read(book.xlsx)
    #expect(sheet.source == .workbook(sheet: "名簿"))
    #expect(sheet.rows.map(\.number) == [3, 4, 5])
    #expect(
      sheet.rows.map(\.cells) == [
        ["山田 アミナ", "1990-05-07", "A & B"],
        // Of a formula nobody has calculated there is nothing to take.
        ["計算 花", "1990-05-07 12:00", nil], ["直", "33000", "9012345678.9"],
      ])
  }

  @Test(arguments: [
    (0, "00:00"), (1, "1900-01-01"), (59, "1900-02-28"), (61, "1900-03-01"), (36526, "2000-01-01"),
    (2_958_465, "9999-12-31"),
  ])
  func `knows the days of Excel`(serial: Int, text: String) throws {
    let rows = header + "<row r=\"2\"><c r=\"B2\" s=\"0\"><v>\(serial)</v></c></row>"
    let styles = "<cellXfs><xf numFmtId=\"14\"/></cellXfs>"
    let book = WorkbookBytes(sheets: [("a", rows)], styles: styles)
    #expect(try read(book.xlsx).rows.first?.cells == ["", text])
    if serial == 36526 {
      let mac = WorkbookBytes(sheets: [("a", rows)], styles: styles, since1904: true)
      #expect(try read(mac.xlsx).rows.first?.cells == ["", "2004-01-02"])
    }
  }

  /// As tools of Microsoft and of large firms write them (woahdae/simple_xlsx_reader #64).
  @Test func `reads what names no places, has prefixes, and lies elsewhere`() throws {
    func row(_ texts: String...) -> String {
      let cells = texts.map { "<x:c t=\"inlineStr\"><x:is><x:t>\($0)</x:t></x:is></x:c>" }
      return "<x:row>\(cells.joined())</x:row>"
    }
    var zip = ZipBytes()
    zip.add(
      "_rels/.rels",
      "<Relationships><Relationship Id=\"a\" Type=\"http://x/officeDocument\" Target=\"/book/b2.xml\"/></Relationships>"
    )
    zip.add(
      "book/b2.xml",
      "<x:workbook xmlns:x=\"x\" xmlns:r=\"r\"><x:sheets><x:sheet name=\"a\" sheetId=\"1\" r:id=\"q\"/></x:sheets></x:workbook>"
    )
    zip.add(
      "book/_rels/b2.xml.rels",
      "<Relationships><Relationship Id=\"q\" Target=\"one.xml\"/></Relationships>")
    zip.add(
      "book/one.xml",
      "<x:worksheet xmlns:x=\"x\"><x:sheetData>\(row("氏名", "国籍"))<x:row/>\(row("A", "シリア"))</x:sheetData></x:worksheet>"
    )
    let sheet = try read(zip.file)
    #expect(sheet.header == ["氏名", "国籍"])
    #expect(sheet.rows.map(\.number) == [3] && sheet.rows.first?.cells == ["A", "シリア"])
  }

  @Test func `chooses the sheet, and asks where several are meant`() throws {
    let rows = header + WorkbookBytes.row(2, "A", "1990-04-01", "シリア")
    var book = WorkbookBytes(sheets: [("説明", WorkbookBytes.row(1, "この表の使い方")), ("名簿", rows)])
    #expect(try read(book.xlsx).source == .workbook(sheet: "名簿"))
    book.sheets.append(("2025", rows))
    #expect(throws: SheetProblem.whichSheet(["名簿", "2025"])) { try read(book.xlsx) }
    #expect(try read(book.xlsx, "２０２５").source == .workbook(sheet: "2025"))
    #expect(throws: SheetProblem.noSuchSheet("x", ["説明", "名簿", "2025"])) {
      try read(book.xlsx, "x")
    }
  }

  @Test func `reads ODS: texts, days, blanks, repeated cells and rows`() throws {
    var zip = ZipBytes()
    zip.add("mimetype", "application/vnd.oasis.opendocument.spreadsheet")
    zip.add(
      "content.xml",
      """
      <office:document-content xmlns:office="o" xmlns:table="t" xmlns:text="x"><office:body>
      <office:spreadsheet><table:table table:name="一覧"><table:table-row>
      <table:table-cell office:value-type="string"><text:p>氏<text:ruby><text:ruby-base>名</text:ruby-base>
      <text:ruby-text>めい</text:ruby-text></text:ruby></text:p></table:table-cell>
      <table:table-cell office:value-type="string"><text:p>生年月日</text:p></table:table-cell>
      <table:table-cell office:value-type="string"><text:p>備考</text:p></table:table-cell>
      </table:table-row><table:table-row table:number-rows-repeated="2">
      <table:table-cell office:value-type="string"><text:p>A<text:s text:c="2"/>ONE</text:p></table:table-cell>
      <table:table-cell office:value-type="date" office:date-value="1990-04-01T00:00:00">
      <text:p>平成2年4月1日</text:p></table:table-cell>
      <table:table-cell office:value-type="string"><text:p>一行</text:p><text:p>二行</text:p>
      <office:annotation><text:p>注</text:p></office:annotation></table:table-cell></table:table-row>
      <table:table-row table:number-rows-repeated="1048000">
      <table:table-cell table:number-columns-repeated="16384"/></table:table-row>
      </table:table></office:spreadsheet></office:body></office:document-content>
      """)
    let sheet = try read(zip.file)
    #expect(sheet.source == .workbook(sheet: "一覧"))
    #expect(sheet.header.map { $0.filter { !$0.isWhitespace } } == ["氏名", "生年月日", "備考"])
    #expect(sheet.rows.map(\.number) == [2, 3])
    #expect(sheet.rows.last?.cells == ["A  ONE", "1990-04-01", "一行\n二行"])
  }

  @Test func `refuses what is broken, too large or no workbook`() throws {
    let good = WorkbookBytes(
      sheets: [("a", header + WorkbookBytes.row(2, "A", "1990-04-01"))]
    ).xlsx
    #expect(try read(good).rows.count == 1)
    for count in stride(from: 4, to: good.count - 1, by: 37) {
      #expect(throws: SheetProblem.self) { try read(Array(good.prefix(count))) }
    }
    var archive = ZipBytes()
    archive.add("readme.txt", "x")
    #expect(throws: SheetProblem.noWorkbook) { try read(archive.file) }
    // An entity, which no workbook declares; a part that says it would be a gigabyte.
    var declared = ZipBytes()
    declared.add("content.xml", "<!DOCTYPE a [<!ENTITY b \"c\">]><a>&b;</a>")
    #expect(throws: SheetProblem.brokenWorkbook) { try read(declared.file) }
    var bomb = ZipBytes()
    bomb.add("content.xml", "<a/>", claimed: 1 << 30)
    #expect(throws: SheetProblem.tooLarge(megabytes: 256)) { try read(bomb.file) }
    // A row repeated a million times, and a cell in the last column of a million rows.
    var repeated = ZipBytes()
    let cell = "<table-cell value-type=\"float\" value=\"1\" number-columns-repeated=\"16384\"/>"
    repeated.add(
      "content.xml",
      "<a><table name=\"a\"><table-row number-rows-repeated=\"1048576\">\(cell)</table-row></table></a>"
    )
    #expect(throws: SheetProblem.tooLarge(megabytes: 256)) { try read(repeated.file) }
    let outside = WorkbookBytes(
      sheets: [("a", "<row r=\"1\"><c r=\"A1\" t=\"s\"><v>7</v></c></row>")])
    #expect(throws: SheetProblem.brokenWorkbook) { try read(outside.xlsx) }
    let back = WorkbookBytes(
      sheets: [("a", WorkbookBytes.row(5, "a") + WorkbookBytes.row(2, "b"))])
    #expect(throws: SheetProblem.brokenWorkbook) { try read(back.xlsx) }
  }

  /// Whatever is in the file, it is read or refused.
  @Test func `traps on nothing`() throws {
    let good = WorkbookBytes(
      sheets: [("a", header + WorkbookBytes.row(2, "A", "1990-04-01"))],
      shared: "<si><t>x</t></si>", styles: "<cellXfs><xf numFmtId=\"14\"/></cellXfs>"
    ).xlsx
    var random = SplitMix(seed: 16)
    for _ in 0..<3_000 {
      var bytes = good
      for _ in 0..<Int.random(in: 1...6, using: &random) {
        let place = Int.random(in: bytes.indices, using: &random)
        bytes[place] = UInt8.random(in: 0...255, using: &random)
      }
      _ = try? read(bytes)
    }
  }
}
