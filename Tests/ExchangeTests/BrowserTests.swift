import Casework
import Exchange
import Foundation
import Labels
import TestSupport
import Testing
import Wording

/// The page of a report in a real browser, where there is one (`TOMONI_BROWSER=1 Tests/run`).
@Suite(.enabled(if: Browser.isThere), .serialized)
struct BrowserTests {
  private let folder: ScratchFolder

  init() throws { folder = try ScratchFolder() }

  /// Has the browser open the page and do one thing with it.
  private func browse(_ page: String, _ arguments: String...) throws {
    try folder.write(page, to: "report.html")
    let run = try ProgramRun(
      "/usr/bin/chromium",
      [
        "--headless", "--no-sandbox", "--disable-gpu", "--disable-dev-shm-usage",
        "--user-data-dir=\(folder.path("profile"))",
      ] + arguments + ["file://\(folder.path("report.html"))"],
      environment: ["HOME": folder.path])
    #expect(run.exit == .code(0), "\(run.errors)")
  }

  @Test(arguments: LabelLanguage.allCases, [true, false])
  func `prints on A4 with every number and nothing cut`(
    language: LabelLanguage, isMasked: Bool
  ) throws {
    let words = Words(language)
    let report = try MadeUpReport.year(isMasked: isMasked)
    let file = folder.path("report.pdf")
    try browse(
      ReportPage(report, words).html, "--no-pdf-header-footer", "--print-to-pdf=\(file)")
    let info = try ProgramRun("/usr/bin/pdfinfo", [file]).output
    #expect(info.contains("A4"), "\(info)")
    let pages = info.split(separator: "\n").first { $0.hasPrefix("Pages:") }
      .flatMap { Int($0.split(separator: " ").last ?? "") }
    #expect((1...3).contains(pages ?? 0))
    let printed = try ProgramRun("/usr/bin/pdftotext", ["-layout", file, "-"]).output
    let text = ReportText(words)
    for line in report.sections.flatMap(\.lines) {
      for number in [line.value] + line.months + line.parts.map(\.value) {
        #expect(printed.contains(text.number(number, of: line.indicator)))
      }
    }
    #expect(printed.contains("190"))
    #expect(printed.filter { $0 != " " }.contains("1/\(pages ?? 0)"))
    #expect(isMasked == !printed.contains(words("report.note.exact").prefix(12)))
  }

  @Test(arguments: LabelLanguage.allCases)
  func `is a picture on a wide and on a narrow screen`(language: LabelLanguage) throws {
    let page = ReportPage(try MadeUpReport.year(), Words(language)).html
    for size in ["1100,1600", "390,1600"] {
      let file = folder.path("\(size).png")
      try browse(page, "--window-size=\(size)", "--screenshot=\(file)")
      let bytes = try #require(FileManager.default.contents(atPath: file))
      #expect(bytes.prefix(4) == Data([0x89, 0x50, 0x4E, 0x47]) && bytes.count > 30_000)
    }
  }
}

private enum Browser {
  static let isThere = ["chromium", "pdftotext", "pdfinfo"].allSatisfy {
    FileManager.default.isExecutableFile(atPath: "/usr/bin/\($0)")
  }
}
