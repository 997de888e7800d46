import Casework
import Cells
import CustomDump
import Terminal
import TestSupport
import Testing

@testable import tomoni

struct TextTableTests {
  @Test func `clips what is too wide, but not in the last column`() {
    let long = String(repeating: "長", count: 30)
    expectNoDifference(
      Self.lines([["A", "B"], [long, long], ["b", "two\nlines"]]),
      [
        "A" + String(repeating: " ", count: 41) + "B",
        String(repeating: "長", count: 19) + "~   " + long,
        "b" + String(repeating: " ", count: 41) + "two lines",
      ])
  }

  /// Most text is measured and padded byte by byte; it must stand where all text stands.
  @Test(arguments: 0..<40 as Range<UInt64>)
  func `is the same whatever is written in it`(seed: UInt64) {
    var random = SplitMix(seed: seed)
    let columns = random.number(1...5)
    let rows = (0..<12).map { _ in
      (0..<columns).map { _ in
        (0..<random.number(0...random.number(1...14))).map { _ in random.pick(Self.pieces) ?? "" }
          .joined()
      }
    }
    let lines = Self.lines(rows)
    expectNoDifference(lines, Self.slowLines(rows))
    for line in lines {
      #expect(!line.unicodeScalars.contains { $0.properties.generalCategory == .control })
    }
  }

  private static let pieces = [
    "a", "Z9", " ", "  ", "~", "ふ", "アー", "・", "中", "漢字", "한", "ｱ", "Ａ", "。", "é", "e\u{301}",
    "\u{301}", "が",
    "か\u{3099}", "عب", "မောင်", "👨‍👩‍👧", "𠮷", "\u{1B}[31m", "\t", "\n", "\r\n", "\u{202E}", "\u{200D}",
    "\u{FE0F}",
    "\u{9B}", "½", "─", "\u{3000}", "ヿ", "\u{E000}", "龥", "鿿",
  ]

  private static func lines(_ rows: [[String]]) -> [String] {
    var table = TextTable(header: TextRow(rows[0]))
    for row in rows.dropFirst() { table.measure(TextRow(row)) }
    var bytes: [UInt8] = []
    for row in rows { table.append(TextRow(row), to: &bytes) }
    let text = String(decoding: bytes, as: UTF8.self)
    return text.split(separator: "\n", omittingEmptySubsequences: false).dropLast().map(String.init)
  }

  /// Every cell measured and made safe as the screen does it.
  private static func slowLines(_ rows: [[String]]) -> [String] {
    let measure = CellWidth.terminal
    let widths = rows[0].indices.map { column in
      min(40, rows.map { measure.columns(of: $0[column]) }.max() ?? 0)
    }
    return rows.map { row in
      let cells = row.indices.map { column in
        column == row.endIndex - 1 ? row[column] : measure.pad(row[column], to: widths[column])
      }
      let line = measure.shown(cells.joined(separator: "  "))
      return String(line.reversed().drop { $0 == " " }.reversed())
    }
  }
}
