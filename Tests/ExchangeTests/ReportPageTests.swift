import Casework
import Exchange
import Foundation
import FoundationXML
import Labels
import Testing
import Wording

struct ReportPageTests {
  /// What the page holds, by an XML parser.
  private final class Reading: NSObject, XMLParserDelegate {
    var elements: [(name: String, attributes: [String: String])] = []
    var text = ""
    private var open: [String] = []

    func parser(
      _: XMLParser, didStartElement name: String, namespaceURI _: String?,
      qualifiedName _: String?, attributes: [String: String]
    ) {
      elements.append((name, attributes))
      open.append(name)
    }
    func parser(_: XMLParser, foundCharacters characters: String) {
      if !open.contains("style") { text += characters }
    }
    func parser(
      _: XMLParser, didEndElement name: String, namespaceURI _: String?, qualifiedName _: String?
    ) {
      open.removeLast()
      text += " "
    }
  }

  private func read(_ html: String) throws -> Reading {
    let reading = Reading()
    let parser = XMLParser(data: Data(html.utf8))
    parser.delegate = reading
    #expect(parser.parse(), "\(String(describing: parser.parserError)) \(parser.lineNumber)")
    return reading
  }

  @Test(arguments: LabelLanguage.allCases)
  func `is well-formed, in its language, and needs nothing else`(language: LabelLanguage) throws {
    let html = ReportPage(try MadeUpReport.year(), Words(language)).html
    let page = try read(html)
    let names = Set(page.elements.map(\.name))
    #expect(names.isDisjoint(with: ["script", "img", "link", "iframe", "object", "embed", "a"]))
    #expect(names.isSuperset(of: ["svg", "table", "h1", "figure"]))
    #expect(page.elements[0].attributes["lang"] == language.rawValue)
    for address in ["http:", "https:", "//", "javascript:", "@import", "data:"] {
      #expect(!html.contains(address), "\(address)")
    }
    // Of addresses there are only the page's own patterns.
    #expect(html.matches(of: /url\(/).count == html.matches(of: /url\(#(hatch|dots)\)/).count)
    for (name, attributes) in page.elements {
      #expect(
        !attributes.keys.contains { $0.hasPrefix("on") || $0 == "src" || $0 == "href" }, "\(name)")
    }
    #expect(html.contains("default-src 'none'"))
  }

  @Test(arguments: LabelLanguage.allCases)
  func `says every drawing in words`(language: LabelLanguage) throws {
    let words = Words(language)
    let report = try MadeUpReport.year()
    let html = ReportPage(report, words).html
    let page = try read(html)
    let ids = Set(page.elements.compactMap { $0.attributes["id"] })
    #expect(ids.count == page.elements.count { $0.attributes["id"] != nil })
    var drawings = 0
    for (name, attributes) in page.elements where name == "svg" {
      if attributes["aria-hidden"] == "true" { continue }
      drawings += 1
      #expect(attributes["role"] == "img")
      for id in attributes["aria-labelledby"]?.split(separator: " ") ?? [] {
        #expect(ids.contains(String(id)))
      }
    }
    #expect(drawings == page.elements.count { $0.name == "title" } - 1)
    let described = html.matches(of: /<desc[^>]*>([^<]*)<\/desc>/).map { String($0.1) }
    #expect(described.count == 3)
    for (number, month) in zip([231, 378], ["2025年4月", "2026年3月"]) {
      #expect(described[1].contains(String(number)))
      if language.base == .ja { #expect(described[1].contains("\(month) \(number)")) }
    }
    for line in report.sections[1].lines {
      #expect(described[0].contains(ReportText(words).name(line.indicator)))
    }
  }

  @Test(arguments: LabelLanguage.allCases)
  func `shows every number with its sentence`(language: LabelLanguage) throws {
    let words = Words(language)
    let report = try MadeUpReport.year(isMasked: false)
    let text = ReportText(words)
    let page = try read(ReportPage(report, words).html).text
    for line in report.sections.flatMap(\.lines) {
      #expect(page.contains(text.numberWithUnit(line.value, of: line.indicator)))
      #expect(page.contains(text.sentence(line.indicator)))
      if let before = line.before {
        #expect(page.contains(text.number(before, of: line.indicator)))
      }
      if let difference = text.difference(from: line.before, to: line.value, of: line.indicator) {
        #expect(page.contains(difference))
      }
      for part in line.parts {
        #expect(page.contains(text.group(part, of: line)))
        #expect(page.contains(text.number(part.value, of: line.indicator)))
      }
      for month in line.months { #expect(page.contains(text.number(month, of: line.indicator))) }
    }
    for figure in report.context { #expect(page.contains(text.context(figure))) }
    #expect(page.contains(text.total(ReportTotal(.exact(75), baseline: 51), of: .statusChanges)))
    #expect(page.contains(text.period(report.period)))
    #expect(page.contains(words("report.note.exact")))
  }

  @Test(arguments: LabelLanguage.allCases)
  func `explains what was taken out`(language: LabelLanguage) throws {
    let words = Words(language)
    let html = ReportPage(try MadeUpReport.year(), words).html
    let page = try read(html)
    #expect(page.text.contains(words("report.note.masked")))
    #expect(!page.text.contains(words("report.note.exact")))
    #expect(page.text.contains(words("report.note.none")))
    #expect(page.elements.contains { $0.name == "abbr" && $0.attributes["title"] != nil })
  }

  @Test(arguments: [
    "<script>alert(1)</script>", "\"><img src=x onerror=alert(1)>", "]]></style><b>",
    "a\u{202E}b\u{2066}c\u{0}d\u{7}e\u{1B}[2J", "&amp;&#60;script",
    String(repeating: "社会福祉法人とても長い名前の会", count: 13),
  ])
  func `takes nothing that somebody typed for a command`(written: String) throws {
    // With what is no character at the end.
    let typed = written + (Unicode.Scalar(UInt32(0xFFFF)).map { String(Character($0)) } ?? "")
    var report = try MadeUpReport.year(of: typed)
    report.layout.code = typed
    report.sections[1].code = typed
    report.sections[1].lines[1].parts[0].group = .text(typed)
    report.context[0].source = typed
    for language in LabelLanguage.allCases {
      let html = ReportPage(report, Words(language)).html
      let page = try read(html)
      let names = Set(page.elements.map(\.name))
      #expect(names.isDisjoint(with: ["script", "img", "b"]))
      #expect(
        !html.unicodeScalars.contains { scalar in
          scalar != "\n"
            && (scalar.properties.generalCategory == .control
              || (0x202A...0x202E).contains(scalar.value)
              || (0x2066...0x2069).contains(scalar.value)
              || scalar.properties.isNoncharacterCodePoint)
        })
    }
  }

  @Test func `draws nothing of nothing`() throws {
    var report = try MadeUpReport.year()
    report.sections = [
      ReportSection(
        "work", .funnel, [ReportLine(.caseload, .none), ReportLine(.overdue, .exact(0))]),
      ReportSection(
        "months", .months, [ReportLine(.visits, .exact(0), months: [.exact(0), .none])]),
      ReportSection("support", .lines, []),
    ]
    report.before = nil
    report.context = []
    let html = ReportPage(report, Words(.en)).html
    _ = try read(html)
    #expect(!html.contains("nan") && !html.contains("inf"))
  }
}
