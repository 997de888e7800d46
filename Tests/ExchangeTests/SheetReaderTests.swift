import Exchange
import Testing

/// A line in CP932 as Windows writes it, with characters of its own and bytes like those of signs.
private let cp932: [UInt8] = [
  0x8E, 0x81, 0x96, 0xBC, 0x2C, 0xFB, 0xFC, 0xED, 0x95, 0x87, 0x40, 0x81, 0x60, 0x83, 0x5C,
  0x95, 0x5C, 0x2C, 0xB1, 0xB2,
]

struct SheetReaderTests {
  private func read(_ text: String) throws -> Sheet { try SheetReader.read(Array(text.utf8)) }

  @Test(
    arguments: [
      ("a,b\n1,2\n", [["1", "2"]]), ("a,b\r\n1,2", [["1", "2"]]), ("a,b\r1,2\r", [["1", "2"]]),
      ("\u{FEFF}a,b\n1,2", [["1", "2"]]), ("a,b\n\"1\n,\r\n\",2", [["1\n,\r\n", "2"]]),
      ("a,b\n\"say \"\"hi\"\"\",\"\"", [["say \"hi\"", ""]]), ("a,b\n1,", [["1", ""]]),
      ("a,b\n1\n,2,3\n", [["1"], ["", "2", "3"]]), ("a,b\n5\" pipe,x\"y", [["5\" pipe", "x\"y"]]),
      ("a,b\n 1 ,　2", [[" 1 ", "　2"]]),
      ("a,b\n\"\u{301}x\",\u{200D}y", [["\u{301}x", "\u{200D}y"]]),
      ("a,b\n'=1,'abc", [["=1", "'abc"]]), ("a,b\n1\u{2028}2,\u{85}", [["1\u{2028}2", "\u{85}"]]),
      ("a,b\n", []), ("a", []),
    ] as [(String, [[String]])])
  func `reads the records of RFC 4180`(_ text: String, _ rows: [[String]]) throws {
    let sheet = try read(text)
    #expect(sheet.header.first == "a")
    #expect(sheet.rows.map(\.cells) == rows)
  }

  @Test func `counts rows as the spreadsheet does`() throws {
    let sheet = try read("a,b\n\"1\n1\",\n\n , \n,,\n2,\n")
    #expect(sheet.rows.map(\.number) == [2, 6])
  }

  @Test(
    arguments: [
      ("", .empty), ("a,b\n1,2\n\"3,4\n5,6\n", .openQuote(row: 3)),
      ("a,b\n\"1\"x,2", .textAfterQuote(row: 2)), ("a,b\n\"1\" ,2", .textAfterQuote(row: 2)),
      ("a\0b", .notText), ("%PDF-1.4\n1,2", .otherFormat("pdf")),
      ("<html><body>a,b", .otherFormat("html")),
    ] as [(String, SheetProblem)])
  func `names what is wrong with a file`(_ text: String, _ problem: SheetProblem) {
    #expect(throws: problem) { try read(text) }
  }

  @Test(arguments: [0, 40, 79]) func `reads on over a zero byte that some export left`(at: Int)
    throws
  {
    let rows = (0..<80).map { $0 == at ? "\($0),x\0y" : "\($0),xy" }
    let sheet = try read("a,b\n" + rows.joined(separator: "\n"))
    #expect(sheet.rows.count == 80 && sheet.rows[at].number == at + 2)
    #expect(sheet.rows[at].cells.first == "\(at)")
  }

  @Test func `finds CP932 by itself`() throws {
    let sheet = try SheetReader.read(cp932)
    #expect(sheet.source == .text(.cp932))
    #expect(sheet.header == ["氏名", "髙﨑①～ソ表", "ｱｲ"])
  }

  @Test func `leaves a cell that cannot be decoded to its row`() throws {
    let bad = try SheetReader.read(cp932 + [0x0A, 0x31, 0x2C, 0x85, 0x40, 0x0A, 0x32, 0x2C, 0x33])
    #expect(bad.source == .text(.cp932))
    #expect(bad.rows.map(\.cells) == [["1", nil], ["2", "3"]])
    let broken = try SheetReader.read(Array("氏名,b\n1,".utf8) + [0xE6, 0x0A])
    #expect(broken.source == .text(.utf8))
    #expect(broken.rows.map(\.cells) == [["1", nil]])
  }

  @Test func `takes the encoding it is told`() throws {
    let asUTF8: SheetProblem = .unreadableHeader
    #expect(throws: asUTF8) { try SheetReader.read(cp932, encoding: .utf8) }
    #expect(try SheetReader.read(cp932, encoding: .cp932).header.first == "氏名")
    #expect(try SheetReader.read(Array("ä".utf8), encoding: .cp932).header == ["ﾃ､"])
  }

  @Test func `reads 10,000 rows in less than two seconds`() throws {
    let line = "\"1\",\"ANDREA HERRERA\",\"ファティマ・ナディア\",\"1966-07-01\",\"a\nb, \"\"c\"\"\"\r\n"
    let bytes = Array(("a,b,c,d,e\r\n" + String(repeating: line, count: 10_000)).utf8)
    let clock = ContinuousClock()
    var sheet: Sheet?
    let time = try clock.measure { sheet = try SheetReader.read(bytes) }
    #expect(sheet?.rows.count == 10_000)
    #expect(sheet?.rows.last?.cells.last == "a\nb, \"c\"")
    #expect(time < .seconds(2), "\(time)")
  }
}
