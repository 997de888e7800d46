import Foundation
import FoundationXML

/// A workbook read back from its file by other means than those that wrote it.
package struct ReadWorkbook {
  /// The sheets in their order.
  package let sheets: [Sheet]
  package let charts: [String]
  /// Every part as text, by its name.
  package let parts: [String: String]

  package struct Sheet {
    package let name: String
    /// What stands in the cells, by row and column from 0.
    package let cells: [[Int]: Cell]
    package let xml: String

    /// The texts and numbers of a row, as far as the last that is filled.
    package func row(_ row: Int) -> [String] {
      let columns = cells.keys.filter { $0[0] == row }.map { $0[1] }
      guard let last = columns.max() else { return [] }
      return (0...last).map { cells[[row, $0]]?.text ?? "" }
    }

    package var rows: Int { (cells.keys.map { $0[0] }.max() ?? -1) + 1 }
  }

  package struct Cell: Hashable {
    package let text: String
    package let isNumber: Bool

    package init(text: String, isNumber: Bool) {
      self.text = text
      self.isNumber = isNumber
    }
  }

  package init(_ path: String) throws {
    let folder = try ScratchFolder()
    let run = try ProgramRun("/usr/bin/unzip", ["-q", path, "-d", folder.path])
    guard run.exit == .code(0) else { throw NotXML(text: run.errors) }
    var parts: [String: String] = [:]
    for name in try FileManager.default.subpathsOfDirectory(atPath: folder.path) {
      let content = try? String(contentsOfFile: folder.path(name), encoding: .utf8)
      if let content { parts[name] = content }
    }
    self.parts = parts
    charts = parts.filter { $0.key.hasPrefix("xl/charts/") }.sorted { $0.key < $1.key }
      .map(\.value)
    let shared = try parts["xl/sharedStrings.xml"].map { try Reading($0).strings } ?? []
    let titles = try Reading(parts["xl/workbook.xml"] ?? "").sheetNames
    sheets = try titles.enumerated().map { index, title in
      let xml = parts["xl/worksheets/sheet\(index + 1).xml"] ?? ""
      let cells = try Reading(xml).cells.mapValues { cell in
        switch cell.type {
        case "s": Cell(text: Int(cell.text).map { shared[$0] } ?? "?", isNumber: false)
        case "inlineStr": Cell(text: cell.text, isNumber: false)
        default: Cell(text: cell.text, isNumber: true)
        }
      }
      return Sheet(name: title, cells: cells, xml: xml)
    }
  }

  package struct NotXML: Error { package let text: String }
}

/// What is looked for in one part.
private final class Reading: NSObject, XMLParserDelegate {
  var strings: [String] = []
  var sheetNames: [String] = []
  var cells: [[Int]: (type: String, text: String)] = [:]
  private var text = ""
  private var cell: (place: [Int], type: String)?

  init(_ xml: String) throws {
    super.init()
    let parser = XMLParser(data: Data(xml.utf8))
    parser.delegate = self
    guard parser.parse() else { throw ReadWorkbook.NotXML(text: String(xml.prefix(400))) }
  }

  func parser(
    _: XMLParser, didStartElement name: String, namespaceURI _: String?,
    qualifiedName _: String?, attributes: [String: String]
  ) {
    switch name {
    case "sheet": sheetNames.append(attributes["name"] ?? "")
    case "c": cell = (Self.place(attributes["r"] ?? ""), attributes["t"] ?? "n")
    case "si": text = ""
    case "v", "is": text = ""
    default: break
    }
  }

  func parser(_: XMLParser, foundCharacters characters: String) { text += characters }

  func parser(
    _: XMLParser, didEndElement name: String, namespaceURI _: String?, qualifiedName _: String?
  ) {
    switch name {
    case "si": strings.append(text)
    case "v", "is": if let cell { cells[cell.place] = (cell.type, text) }
    case "c": cell = nil
    default: break
    }
  }

  /// `B3` is row 2, column 1.
  private static func place(_ name: String) -> [Int] {
    let letters = name.prefix { $0.isLetter }.unicodeScalars
    let column = letters.reduce(0) { $0 * 26 + Int($1.value) - 64 }
    return [(Int(name.drop { $0.isLetter }) ?? 0) - 1, column - 1]
  }
}
