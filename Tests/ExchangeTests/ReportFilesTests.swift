import Casework
import Exchange
import Foundation
import Labels
import TestSupport
import Testing
import Wording

/// The same report in every form.
struct ReportFilesTests {
  private func workbook(_ report: Report, _ words: Words) throws -> ReadWorkbook {
    let folder = try ScratchFolder()
    let path = folder.path("report.xlsx")
    try ReportWorkbook(report, words).write(to: path, partsIn: folder.path)
    #expect(try FileManager.default.contentsOfDirectory(atPath: folder.path) == ["report.xlsx"])
    return try ReadWorkbook(path)
  }

  /// Cells of CSV, by the program's own reader.
  private func csv(_ report: Report, _ words: Words) throws -> [[String]] {
    let sheet = try SheetReader.read(Array(ReportCSV(report, words).file.utf8))
    return [sheet.header] + sheet.rows.map { $0.cells.map { $0 ?? "?" } }
  }

  private func json(_ report: Report, _ words: Words) throws -> [String: Any] {
    let text = ReportJSON(report, words).value.text
    return try #require(
      try JSONSerialization.jsonObject(with: Data(text.utf8)) as? [String: Any])
  }

  /// Every number of the report, as shown, with those that were taken out.
  private func expected(_ report: Report, _ text: ReportText) -> [[String]] {
    report.sections.flatMap { section in
      section.lines.map { line in
        ([line.value] + line.parts.map(\.value) + line.months)
          .map { text.number($0, of: line.indicator) }
      }
    }
  }

  @Test(arguments: LabelLanguage.allCases, [true, false])
  func `says the same numbers in every form`(language: LabelLanguage, isMasked: Bool) throws {
    let words = Words(language)
    let report = try MadeUpReport.year(isMasked: isMasked)
    let text = ReportText(words)
    let expected = expected(report, text)

    let rows = try csv(report, words)
    #expect(
      rows.dropFirst().prefix(expected.joined().count).map { grouped($0[5]) }
        == expected.flatMap(\.self))

    var told: [[String]] = []
    for section in try #require(try json(report, words)["sections"] as? [[String: Any]]) {
      for line in try #require(section["lines"] as? [[String: Any]]) {
        let parts = try #require(line["parts"] as? [[String: Any]])
        let months = try #require(line["months"] as? [[String: Any]])
        told.append(([line] + parts + months).map { shown($0, words) })
      }
    }
    #expect(told == expected)

    let lines = ReportPlainText(report, words) { $0.count }.lines.joined(separator: "\n")
    let page = ReportPage(report, words).html
    for number in expected.joined() {
      #expect(lines.contains(number))
      #expect(page.contains(number))
    }

    let book = try workbook(report, words)
    let cells = book.sheets.flatMap { $0.cells.values }.map {
      $0.isNumber ? grouped($0.text) : $0.text
    }
    for number in expected.joined() { #expect(cells.contains(number), "\(number)") }
    let overview = book.sheets[0]
    let values = (4..<14).map { overview.row($0) }.map { grouped($0[2]) }
    #expect(values == expected.map { $0[0] })
  }

  private func grouped(_ digits: String) -> String {
    Double(digits).map(ReportDigits.grouped) ?? digits
  }

  private func shown(_ object: [String: Any], _ words: Words) -> String {
    if object["masked"] as? Bool == true { return words("report.masked") }
    return (object["value"] as? NSNumber).map { ReportDigits.grouped($0.doubleValue) }
      ?? words("report.none")
  }

  @Test func `gives scripts stable codes, whatever the language`() throws {
    func stable(_ language: LabelLanguage) throws -> [[String]] {
      let object = try json(try MadeUpReport.year(), Words(language))
      let sections = try #require(object["sections"] as? [[String: Any]])
      return sections.map { section in
        let lines = section["lines"] as? [[String: Any]] ?? []
        return [section["section"], section["style"]].map { "\($0 ?? "")" }
          + lines.flatMap { line in
            ["\(line["indicator"] ?? "")", "\(line["unit"] ?? "")", "\(line["grouping"] ?? "")"]
              + (line["parts"] as? [[String: Any]] ?? []).map { "\($0["group"] ?? "")" }
          }
      }
    }
    #expect(try stable(.ja) == stable(.en))
    #expect(try stable(.en)[0].contains("person_with_refugee_background"))
    let object = try json(try MadeUpReport.year(), Words(.en))
    let period = try #require(object["period"] as? [String: Any])
    #expect(
      period["from"] as? String == "2025-04-01" && period["length"] as? String == "fiscal_year")
    #expect(object["masked"] as? Bool == true)
  }

  @Test func `tells of a number taken out neither its value nor a difference`() throws {
    let report = try MadeUpReport.year()
    let object = try json(report, Words(.en))
    let sections = try #require(object["sections"] as? [[String: Any]])
    let parts = try #require(
      (sections[0]["lines"] as? [[String: Any]])?[0]["parts"] as? [[String: Any]])
    #expect(parts[2]["value"] is NSNull && parts[2]["masked"] as? Bool == true)
    #expect(parts[2]["difference"] is NSNull)
    #expect(parts[3]["beforeMasked"] as? Bool == true)
  }

  @Test func `is the same file for the same report`() throws {
    let folder = try ScratchFolder()
    let words = Words(.ja)
    let bytes = try ["a.xlsx", "b.xlsx"].map { name in
      let path = folder.path(name)
      try ReportWorkbook(try MadeUpReport.year(), words).write(to: path, partsIn: folder.path)
      return try #require(FileManager.default.contents(atPath: path))
    }
    #expect(bytes[0] == bytes[1])
  }

  @Test(arguments: LabelLanguage.allCases)
  func `has a sheet for every table, with charts that can be heard`(language: LabelLanguage) throws
  {
    let words = Words(language)
    let book = try workbook(try MadeUpReport.year(), words)
    #expect(book.sheets.count == 8)
    #expect(book.sheets[0].name == words("report.overview"))
    #expect(book.sheets.last?.name == words("report.definitions"))
    for sheet in book.sheets {
      #expect(sheet.xml.contains("state=\"frozen\""), "\(sheet.name)")
      #expect(sheet.xml.contains("paperSize=\"9\""), "\(sheet.name)")
      #expect(!sheet.xml.contains("<f>"))
    }
    // Lines of one unit in two sections, the groups of a line, the way and its groups, and the months
    // of each of two lines.
    #expect(book.charts.count == 7)
    for chart in book.charts { #expect(chart.contains("<c:numCache>")) }
    let drawings = book.parts.filter { $0.key.hasPrefix("xl/drawings/drawing") }.values
    #expect(drawings.allSatisfy { $0.contains("descr=\"") })
    #expect(book.parts["xl/styles.xml"]?.contains("Yu Gothic") == true)
    let sentence = ReportText(words).sentence(.visits)
    #expect(book.sheets.last?.cells.values.contains { $0.text == sentence } == true)
  }

  @Test(arguments: [
    "=HYPERLINK(\"http://x\",\"y\")", "@SUM(1)", "+1", "-1+2", "\t=1", "<script>alert(1)</script>",
    "a\u{202E}b\u{0}c\u{1B}[2J\u{7}", "_x003D_1", "]]>", "[a]:*?/\\'b",
    String(repeating: "長い名前の団体", count: 5_000),
  ])
  func `runs nothing that somebody typed`(typed: String) throws {
    var report = try MadeUpReport.year(of: typed)
    report.layout.code = typed
    report.sections[0].code = typed
    report.sections[2].code = typed
    report.sections[1].lines[1].parts[0].group = .text(typed)
    let words = Words(.en)
    let book = try workbook(report, words)
    #expect(book.sheets.allSatisfy { !$0.xml.contains("<f") })
    #expect(Set(book.sheets.map { $0.name.lowercased() }).count == book.sheets.count)
    let first = try #require(
      ReportCSV(report, words).file.split(separator: "\r\n").dropFirst().first)
    if let sign = typed.first, "=@+-\t".contains(sign) { #expect(first.hasPrefix("\"'")) }
    if !typed.unicodeScalars.contains("\0") {
      #expect(try csv(report, words).joined().contains(typed))
    }
    let shown = ReportJSON(report, words).value.text
    #expect(
      !shown.unicodeScalars.contains { $0.value < 0x20 || (0x202A...0x202E).contains($0.value) })
  }

  @Test func `writes a difference as a number`() throws {
    let rows = ReportCSV(try MadeUpReport.year(), Words(.en)).file
      .split(separator: "\r\n").map(String.init)
    #expect(rows[1].contains(",412,\"people\",374,38,"))
    #expect(rows.contains { $0.contains(",14.5,\"days\",16,-1.5,") })
  }

  @Test(arguments: LabelLanguage.allCases)
  func `stands in straight columns in a terminal`(language: LabelLanguage) throws {
    let words = Words(language)
    let width = { (text: String) in
      text.unicodeScalars.reduce(0) { $0 + ($1.value > 0x2E7F ? 2 : 1) }
    }
    let report = try MadeUpReport.year()
    let lines = ReportPlainText(report, words, width: width).lines
    let text = ReportText(words)
    let start = try #require(lines.firstIndex(of: text.title(report.sections[0])))
    let values = ["412", "3,606", "14.5"]
    let ends = values.compactMap { value in
      lines[start...].first { $0.contains(value) }.flatMap { line in
        line.range(
          of: text.numberWithUnit(
            .exact(Double(value.filter { $0 != "," }) ?? 0), of: indicator(of: value))
        )
        .map { width(String(line[..<$0.upperBound])) }
      }
    }
    #expect(ends.count == 3 && Set(ends).count == 1, "\(lines.joined(separator: "\n"))")
    #expect(lines.allSatisfy { !$0.hasSuffix(" ") })
    #expect(lines.contains { $0.contains(text.sentence(.visits)) })
  }

  private func indicator(of value: String) -> Indicator {
    switch value {
    case "412": .persons
    case "14.5": .daysInStage
    default: .visits
    }
  }
}
