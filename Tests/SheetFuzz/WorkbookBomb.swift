import TestSupport

/// Workbooks of a few kilobytes that come to far more: parts that inflate a thousandfold, elements without
/// end in each other, cells at the far corner, one part under a thousand names.
enum WorkbookBomb {
  static func make(_ random: inout SplitMix) -> [UInt8] {
    let size = 1 << random.number(16...28)
    var zip = ZipBytes()
    let isODS = random.number(0...3) == 0
    let start = isODS ? odsHeading : heading
    let (open, unit, close) = random.pick(isODS ? odsRuns : runs) ?? ("", "<a>", "")
    let sheet = Deflated.run(start + open, unit, times: size / unit.utf8.count, close)
    if isODS {
      zip.add("content.xml", sheet.bytes, method: 8, size: claimed(sheet.count, &random))
      return zip.file
    }
    let count = random.pick([1, 1, 2, 20, 999]) ?? 1
    let sheets = (1...count).map { "<sheet name=\"\($0)\" sheetId=\"\($0)\" r:id=\"rId1\"/>" }
    zip.add(
      "xl/workbook.xml", "<workbook xmlns:r=\"r\"><sheets>\(sheets.joined())</sheets></workbook>")
    zip.add(
      "xl/_rels/workbook.xml.rels",
      "<Relationships><Relationship Id=\"rId1\" Target=\"worksheets/sheet1.xml\"/></Relationships>")
    if random.number(0...3) == 0 {
      let (open, unit, close) = random.pick(sharedRuns) ?? ("", "<si/>", "")
      let shared = Deflated.run(open, unit, times: size / unit.utf8.count, close)
      zip.add("xl/sharedStrings.xml", shared.bytes, method: 8, size: claimed(shared.count, &random))
    }
    zip.add(
      "xl/worksheets/sheet1.xml", sheet.bytes, method: 8, size: claimed(sheet.count, &random))
    return zip.file
  }

  /// The truth, or little.
  private static func claimed(_ size: Int, _ random: inout SplitMix) -> Int {
    random.number(0...1) == 0 ? size : random.number(0...1000)
  }

  private static let heading =
    "<worksheet><sheetData><row r=\"1\"><c t=\"inlineStr\"><is><t>氏名</t></is></c></row>"
  private static let odsHeading =
    "<d><table name=\"x\"><table-row><table-cell><p>氏名</p></table-cell></table-row>"

  private static let runs = [
    ("", "<a>", ""), ("", "<row/>", ""), ("", "<row><c r=\"XFD2\"><v>1</v></c></row>", ""),
    ("", "<row><c/><c/><c t=\"b\"><v>1</v></c></row>", "</sheetData></worksheet>"),
    ("<row r=\"2\"><c><v>", "9", "</v></c></row></sheetData></worksheet>"),
    (
      "<row r=\"2\"><c t=\"inlineStr\"><is><t>", "<r/>x",
      "</t></is></c></row></sheetData></worksheet>"
    ),
    ("<row r=\"", "2", "\"/></sheetData></worksheet>"), ("<row ", "x", "=\"1\"/>"),
    ("", " ", "</sheetData></worksheet>"), ("<!--", "-", "-->"),
    (
      "<row r=\"1048576\"><c r=\"XFD1048576\" t=\"str\"><v>x</v></c></row>", " ",
      "</sheetData></worksheet>"
    ),
  ]
  private static let odsRuns = [
    ("", "<a>", ""), ("", "<table>", ""), ("", "<table-row/>", "</table></d>"),
    (
      "<table-row number-rows-repeated=\"1048576\"><table-cell number-columns-repeated=\"16384\"><p>",
      "x",
      "</p></table-cell></table-row></table></d>"
    ),
    (
      "<table-row><table-cell number-columns-repeated=\"16384\"><p>x</p></table-cell></table-row>",
      " ",
      "</table></d>"
    ),
    (
      "",
      "<table-row><table-cell number-columns-repeated=\"16384\"><p>x</p></table-cell></table-row>",
      "</table></d>"
    ),
    ("<table-row><table-cell><p>", "<s c=\"999\"/>", "</p></table-cell></table-row></table></d>"),
    ("</table>", "<table name=\"x\"/>", "</d>"),
  ]
  private static let sharedRuns = [
    ("<sst>", "<si/>", "</sst>"), ("<sst>", "<si><t>x</t></si>", "</sst>"),
    ("<sst><si><t>", "x", "</t></si></sst>"),
    ("<sst>", "<si>", ""),
  ]
}
