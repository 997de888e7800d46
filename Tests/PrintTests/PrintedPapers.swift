import Foundation
import TestSupport

/// What the printing program makes of lines, and what others read in it.
final class PrintedPapers {
  let status: Int32
  let complaint: String
  let bytes: Data
  private let folder: ScratchFolder
  private var file: String { folder.path("paper.pdf") }

  init(_ lines: String, head: String = "tomoni-paper\t1\n") throws {
    folder = try ScratchFolder()
    try folder.write(head + lines, to: "paper.txt")
    try folder.write("", to: "paper.pdf")
    let process = Process()
    let complaint = Pipe()
    process.executableURL = URL(fileURLWithPath: BuiltProduct.path("tomoni-print"))
    process.environment = [:]
    process.standardInput = FileHandle(forReadingAtPath: folder.path("paper.txt"))
    process.standardOutput = FileHandle(forWritingAtPath: folder.path("paper.pdf"))
    process.standardError = complaint
    try process.run()
    let said = complaint.fileHandleForReading.readDataToEndOfFile()
    process.waitUntilExit()
    status = process.terminationStatus
    self.complaint = String(decoding: said, as: UTF8.self)
    bytes = try Data(contentsOf: URL(fileURLWithPath: folder.path("paper.pdf")))
  }

  func text() throws -> String {
    try ProgramRun("/usr/bin/pdftotext", ["-layout", file, "-"]).output
  }

  /// The names of the fonts in it, and whether each is carried in the file.
  func fonts() throws -> [(name: String, isCarried: Bool)] {
    try ProgramRun("/usr/bin/pdffonts", [file]).lines.dropFirst(2).map { line in
      let cells = line.split(separator: " ").map(String.init)
      let name = cells[0].split(separator: "+").last.map(String.init) ?? ""
      return (name, cells.dropLast(4).last == "yes")
    }
  }

  /// A word and where it stands, in points from the upper left corner of its page.
  struct Word {
    let page: Int
    let text: String
    let left, top, right, bottom: Double
  }

  func words() throws -> [Word] {
    var page = 0
    return try ProgramRun("/usr/bin/pdftotext", ["-bbox", file, "-"]).lines.compactMap { line in
      if line.contains("<page ") { page += 1 }
      let pattern =
        #/xMin="([\d.-]+)" yMin="([\d.-]+)" xMax="([\d.-]+)" yMax="([\d.-]+)">(.*)</word>/#
      guard let match = line.firstMatch(of: pattern), let left = Double(match.1),
        let top = Double(match.2), let right = Double(match.3), let bottom = Double(match.4)
      else { return nil }
      return Word(
        page: page, text: String(match.5), left: left, top: top, right: right, bottom: bottom)
    }
  }

  /// The words that stand outside the margins of A4.
  func strays() throws -> [String] {
    try words().filter {
      $0.left < 50 || $0.right > 545.5 || $0.top < 40 || $0.bottom > 825
    }.map { "\($0.page) \($0.text) \($0.left) \($0.right)" }
  }
}
