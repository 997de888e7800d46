/// An archive made by hand, for files that no library would write.
package struct ZipBytes {
  package private(set) var bytes: [UInt8] = []
  private var directory: [UInt8] = []
  private var count = 0

  package init() {}

  /// - Parameter claimed: what the archive says the part comes to; nil for the truth.
  package mutating func add(_ name: String, _ text: String, claimed: Int? = nil) {
    let content = Array(text.utf8)
    add(name, content, method: 0, size: claimed ?? content.count, Self.checksum(content))
  }

  /// A part that is packed already.
  ///
  /// - Parameters:
  ///   - method: 0 as it is, 8 deflated.
  ///   - size: what the archive says that it comes to.
  package mutating func add(
    _ name: String, _ content: [UInt8], method: Int, size: Int, _ checksum: UInt32 = 0
  ) {
    let size = Self.number(size, 4)
    let facts =
      Self.number(20, 2) + Self.number(0x800, 2) + Self.number(method, 2) + Self.number(0, 4)
      + Self.number(Int(checksum), 4) + Self.number(content.count, 4) + size
      + Self.number(name.utf8.count, 2) + Self.number(0, 2)
    directory +=
      Self.number(0x0201_4B50, 4) + Self.number(20, 2) + facts + Self.number(0, 2)
      + Self.number(0, 2) + Self.number(0, 2) + Self.number(0, 4) + Self.number(bytes.count, 4)
      + Array(name.utf8)
    bytes += Self.number(0x0403_4B50, 4) + facts + Array(name.utf8) + content
    count += 1
  }

  package var file: [UInt8] {
    bytes + directory + Self.number(0x0605_4B50, 4) + Self.number(0, 4) + Self.number(count, 2)
      + Self.number(count, 2) + Self.number(directory.count, 4) + Self.number(bytes.count, 4)
      + Self.number(0, 2)
  }

  private static func number(_ value: Int, _ count: Int) -> [UInt8] {
    (0..<count).map { UInt8(truncatingIfNeeded: value >> ($0 * 8)) }
  }

  private static func checksum(_ bytes: [UInt8]) -> UInt32 {
    var sum = ~UInt32(0)
    for byte in bytes { sum = sum >> 8 ^ table[Int(UInt8(truncatingIfNeeded: sum) ^ byte)] }
    return ~sum
  }

  private static let table: [UInt32] = (0..<256).map { byte in
    (0..<8).reduce(UInt32(byte)) { sum, _ in
      sum & 1 == 1 ? sum >> 1 ^ 0xEDB8_8320 : sum >> 1
    }
  }
}

/// A workbook of one or more sheets, by the markup of their rows.
package struct WorkbookBytes {
  package var sheets: [(name: String, rows: String)]
  package var shared: String
  package var styles: String
  package var since1904: Bool

  package init(
    sheets: [(name: String, rows: String)] = [], shared: String = "", styles: String = "",
    since1904: Bool = false
  ) {
    self.sheets = sheets
    self.shared = shared
    self.styles = styles
    self.since1904 = since1904
  }

  package var xlsx: [UInt8] {
    var zip = ZipBytes()
    for part in parts { zip.add(part.name, part.text) }
    return zip.file
  }

  /// Its parts, by their names.
  package var parts: [(name: String, text: String)] {
    var parts: [(name: String, text: String)] = []
    let names = sheets.enumerated().map { index, sheet in
      "<sheet name=\"\(sheet.name)\" sheetId=\"\(index + 1)\" r:id=\"rId\(index + 1)\"/>"
    }
    let relations = sheets.indices.map {
      "<Relationship Id=\"rId\($0 + 1)\" Target=\"worksheets/sheet\($0 + 1).xml\"/>"
    }
    parts.append(
      (
        "xl/workbook.xml",
        "<workbook xmlns:r=\"r\"><workbookPr date1904=\"\(since1904 ? 1 : 0)\"/><sheets>"
          + names.joined() + "</sheets></workbook>"
      ))
    parts.append(
      ("xl/_rels/workbook.xml.rels", "<Relationships>\(relations.joined())</Relationships>"))
    if !shared.isEmpty { parts.append(("xl/sharedStrings.xml", "<sst>\(shared)</sst>")) }
    if !styles.isEmpty { parts.append(("xl/styles.xml", "<styleSheet>\(styles)</styleSheet>")) }
    for (index, sheet) in sheets.enumerated() {
      parts.append(
        (
          "xl/worksheets/sheet\(index + 1).xml",
          "<worksheet><sheetData>\(sheet.rows)</sheetData></worksheet>"
        ))
    }
    return parts
  }

  /// A row of texts in their places.
  package static func row(_ number: Int, _ cells: String...) -> String {
    let cells = cells.enumerated().map { index, text in
      text.isEmpty
        ? ""
        : "<c r=\"\(Character(UnicodeScalar(UInt8(65 + index))))\(number)\" t=\"inlineStr\"><is><t>\(text)</t></is></c>"
    }
    return "<row r=\"\(number)\">\(cells.joined())</row>"
  }
}
