import Casework
import Foundation
import TestSupport

/// Workbooks: by a grammar, with their markup or their bytes changed, and those that are made to hurt.
enum WorkbookInput {
  static func make(_ random: inout SplitMix, of kind: RecordKind) -> (String, [UInt8]) {
    switch random.number(0...999) {
    case 0...4: return ("bomb", WorkbookBomb.make(&random))
    case 5...400: return ("workbook", zip(parts(&random, of: kind), &random))
    case 401...700:
      var parts = parts(&random, of: kind)
      if let index = parts.indices.randomElement(using: &random) {
        let text = random.change(Array(parts[index].text.utf8), tokens: Markup.tokens)
        parts[index].text = String(decoding: text, as: UTF8.self)
      }
      return ("changed markup", zip(parts, &random))
    case 701...720:
      return (
        "bytes",
        [0x50, 0x4B, 3, 4]
          + (0..<random.size(upTo: 2048)).map { _ in
            UInt8(random.number(0...255))
          }
      )
    default: return ("changed bytes", random.change(zip(parts(&random, of: kind), &random)))
    }
  }

  private static func zip(
    _ parts: [(name: String, text: String)], _ random: inout SplitMix
  ) -> [UInt8] {
    var zip = ZipBytes()
    for part in parts where random.number(0...99) > 0 {
      let isTold = random.number(0...49) > 0
      zip.add(part.name, part.text, claimed: isTold ? nil : random.number(0...1 << 31))
    }
    return zip.file
  }

  private static func parts(
    _ random: inout SplitMix, of kind: RecordKind
  ) -> [(name: String, text: String)] {
    if random.number(0...2) == 0 { return [("content.xml", Markup.ods(&random, of: kind))] }
    var book = WorkbookBytes(since1904: random.number(0...9) == 0)
    book.shared = (0..<random.number(0...8)).map { _ in
      "<si>\(Markup.text(&random))</si>"
    }.joined()
    if random.number(0...1) == 0 { book.styles = Markup.styles(&random) }
    for number in 1...random.number(1...3) {
      book.sheets.append(("表\(number)", Markup.rows(&random, of: kind)))
    }
    return book.parts
  }
}

/// Pieces of the markup of workbooks.
enum Markup {
  static let tokens: [[UInt8]] = [
    "<c>", "</c>", "<row>", "</row>", "<v>", "</v>", "<is><t>", "<rPh>", "</rPh>", "<!--", "-->",
    "<![CDATA[", "]]>",
    "&#0;", "&#x10FFFF;", "&lol;", "<!DOCTYPE a [<!ENTITY lol \"lol\">]>", " r=\"A1\"",
    " r=\"XFD1048576\"",
    " r=\"ZZZZ99999999999\"", " t=\"s\"", " s=\"-1\"", " s=\"99999999999\"", "\0", "<a:b:c>",
    "<?xml?>", "</",
    "<table:table>", "</table:table>", " table:number-rows-repeated=\"1048576\"",
    " table:number-columns-repeated=\"16384\"", "<sheet/>", "<si/>", "\u{FFFF}",
  ].map { Array($0.utf8) }

  static func text(_ random: inout SplitMix) -> String {
    let text = escaped(CellText.some(&random, under: ""))
    return switch random.number(0...4) {
    case 0: "<r><t>\(text)</t></r><rPh sb=\"0\"><t>\(text)</t></rPh><r><t/></r>"
    case 1: "<t xml:space=\"preserve\"> \(text) </t>"
    default: "<t>\(text)</t>"
    }
  }

  static func styles(_ random: inout SplitMix) -> String {
    let formats = [
      "yyyy/m/d", "[$-411]ggge", "0.00", "[Red]", "\\", "\"", "[h]:mm", "[", "General", "@", "0;y",
      "_", "*",
    ]
    let numbers = (0..<random.number(0...5)).map { index in
      "<numFmt numFmtId=\"\(random.number(-1...200))\" formatCode=\"\(escaped(random.pick(formats) ?? ""))\"/>"
    }
    let cells = (0..<random.number(0...9)).map { _ in
      "<xf numFmtId=\"\(random.number(-1...200))\"/>"
    }
    return "<numFmts>\(numbers.joined())</numFmts><cellXfs>\(cells.joined())</cellXfs>"
  }

  static func rows(_ random: inout SplitMix, of kind: RecordKind) -> String {
    var text = ""
    var number = random.number(0...2)
    for index in 0..<random.size(upTo: 20) {
      number += random.number(0...59) == 0 ? random.number(-1...2000) : 1
      text += random.number(0...29) == 0 ? "<row>" : "<row r=\"\(number)\">"
      if index == 0 {
        for heading in Headings.some(of: kind, &random) {
          text += "<c t=\"inlineStr\"><is><t>\(escaped(heading))</t></is></c>"
        }
      } else {
        for column in 0..<random.number(0...9) { text += cell(&random, column, number) }
      }
      text += "</row>"
    }
    return text
  }

  private static func cell(_ random: inout SplitMix, _ column: Int, _ row: Int) -> String {
    let letter = Character(UnicodeScalar(UInt8(65 + column)))
    let place = random.number(0...3) == 0 ? "" : " r=\"\(letter)\(row)\""
    let style = random.number(0...2) == 0 ? " s=\"\(random.number(-1...9))\"" : ""
    let text = escaped(CellText.some(&random, under: ""))
    return switch random.number(0...7) {
    case 0: "<c\(place)\(style) t=\"s\"><v>\(random.number(-1...9))</v></c>"
    case 1: "<c\(place)\(style)><v>\(random.number(-9...60_000))</v></c>"
    case 2: "<c\(place)\(style)><v>\(text)</v></c>"
    case 3: "<c\(place) t=\"b\"><v>1</v></c>"
    case 4: "<c\(place) t=\"str\"><f>A1</f><v>\(text)</v></c>"
    case 5: "<c\(place)><f>A1</f></c>"
    default: "<c\(place)\(style) t=\"inlineStr\"><is>\(Markup.text(&random))</is></c>"
    }
  }

  static func ods(_ random: inout SplitMix, of kind: RecordKind) -> String {
    func repeated(_ what: String) -> String {
      random.number(0...29) > 0
        ? "" : " table:number-\(what)-repeated=\"\(1 << random.number(0...21))\""
    }
    var tables = ""
    for number in 0..<random.number(1...2) {
      var rows = ""
      for index in 0..<random.size(upTo: 16) {
        let cells =
          index == 0
          ? Headings.some(of: kind, &random)
          : (0..<random.number(0...8)).map { _ in CellText.some(&random, under: "") }
        let texts = cells.map { text -> String in
          let type = random.pick(["string", "float", "date", "boolean", "currency"]) ?? ""
          let value =
            random.number(0...5) > 0
            ? ""
            : " office:value-type=\"\(type)\" office:value=\"1\" office:date-value=\"\(escaped(text))\""
          return
            "<table:table-cell\(repeated("columns"))\(value)><text:p>\(escaped(text))<text:s text:c=\"3\"/></text:p></table:table-cell>"
        }
        rows += "<table:table-row\(repeated("rows"))>\(texts.joined())</table:table-row>"
      }
      tables += "<table:table table:name=\"表\(number)\">\(rows)</table:table>"
    }
    return
      "<office:document xmlns:office=\"o\" xmlns:table=\"t\" xmlns:text=\"x\">\(tables)</office:document>"
  }

  static func escaped(_ text: String) -> String {
    text.replacing("&", with: "&amp;").replacing("<", with: "&lt;").replacing("\"", with: "&quot;")
      .filter { character in character.unicodeScalars.allSatisfy { $0.value >= 32 || $0 == "\n" } }
  }
}
