import CaseStore
import Casework
import Demo
import Foundation
import TestSupport
import Testing
import Wording

@testable import tomoni

/// Papers for the person as they look, a page a language: where there is ink, and where none.
@Suite struct `The picture of a paper` {
  private static let today = CivilDate(dayNumber: 20_786)
  private static let fromTheRight: Set = ["ar", "fa", "prs", "ps", "ur"]

  /// A page in grey, a byte a dot.
  private struct Picture {
    let width: Int
    let height: Int
    let dots: [UInt8]

    /// Reads what `pdftoppm -gray` writes: three numbers in the head, then the dots.
    init?(_ data: Data) {
      let head = data.prefix(40).split(maxSplits: 4, whereSeparator: { $0 == 10 || $0 == 32 })
      guard head.count == 5, head[0].elementsEqual("P5".utf8),
        let width = Int(String(decoding: head[1], as: UTF8.self)),
        let height = Int(String(decoding: head[2], as: UTF8.self)),
        data.count >= width * height
      else { return nil }
      (self.width, self.height) = (width, height)
      dots = Array(data.suffix(width * height))
    }

    func ink(_ rows: Range<Int>, _ columns: Range<Int>) -> Int {
      rows.reduce(0) { sum, row in
        sum + columns.count { dots[row * width + $0] < 128 }
      }
    }
  }

  @Test(arguments: PaperTexts.languages)
  func `has its margins, and ink where lines begin`(language: String) throws {
    let folder = try ScratchFolder()
    let path = folder.path("store.db")
    try DemoOrganisation(cases: 2, seed: 2, today: Self.today).fill(storeAt: path) { _, _ in }
    let noon = Instant(Int64(Self.today.dayNumber) * 86_400 + 3 * 3600)
    let store = try CaseStore.open(path, as: .coordinator(RecordID(1)), clock: { noon })
    for paper in ["consent", "rights", "appointment", "cards"] {
      try look(at: paper, language, store, folder)
    }
  }

  private func look(
    at paper: String, _ language: String, _ store: CaseStore, _ folder: ScratchFolder
  ) throws {
    let form = try #require(PaperForm.named(paper))
    let filled = try PaperPrinting(form: form, language: language, isProof: false, store: store)
      .filled(.record(RecordAddress(.case, RecordID(1))))
    let file = folder.path("\(paper).pdf")
    #expect(FileManager.default.createFile(atPath: file, contents: nil))
    try PaperPrinting.print(FilledPaper.head + filled.lines, to: file)
    try SystemProgram.run(
      "/usr/bin/pdftoppm", "-gray", "-r", "60", "-f", "1", "-l", "1", "-singlefile", file,
      folder.path(paper))
    let data = try Data(contentsOf: URL(filePath: folder.path("\(paper).pgm")))
    let page = try #require(Picture(data))
    // A4 at 60 dots an inch, with ten millimetres free around.
    #expect(abs(page.width - 496) <= 1 && abs(page.height - 702) <= 1)
    let free = 24
    let (rows, columns) = (0..<page.height, 0..<page.width)
    #expect(
      page.ink(0..<free, columns) == 0 && page.ink(page.height - free..<page.height, columns) == 0)
    #expect(page.ink(rows, 0..<free) == 0 && page.ink(rows, page.width - free..<page.width) == 0)
    let share = Double(page.ink(rows, columns)) / Double(page.dots.count)
    #expect((0.005...0.3).contains(share), "\(share)")
    // Lines begin at the side where the language begins them.
    let middle = page.width / 2
    let (left, right) = (page.ink(rows, 0..<middle), page.ink(rows, middle..<page.width))
    #expect(Self.fromTheRight.contains(language) ? right > left : left > right, "\(left) \(right)")
  }
}
