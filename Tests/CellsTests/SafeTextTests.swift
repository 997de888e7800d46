import Cells
import TestSupport
import Testing

@Suite struct `Text made safe for the terminal` {
  @Test(arguments: [
    ("\u{1B}[31m", "<U+001B>[31m"), ("\u{7F}", "<U+007F>"), ("\u{9B}2J", "<U+009B>2J"),
    ("a\rb", "a<U+000D>b"), ("a\nb", "a b"), ("a\r\nb", "a b"), ("a\tb", "a b"),
    ("\u{202E}abc\u{2069}", "<U+202E>abc<U+2069>"), ("\u{61C}", "<U+061C>"),
    ("漢\u{200B}字", "漢<U+200B>字"), ("\u{FEFF}x", "<U+FEFF>x"), ("\u{2028}", "<U+2028>"),
    ("\u{E0041}", "<U+E0041>"), ("\u{E000}", "<U+E000>"), ("\u{FFFE}", "<U+FFFE>"),
    ("\u{3164}", "<U+3164>"), ("a\u{200D}b", "a<U+200D>b"),
    ("می\u{200C}خواهم", "می\u{200C}خواهم"), ("क्\u{200D}ष", "क्\u{200D}ष"),
    ("葛\u{E0100}城", "葛\u{E0100}城"), ("👨‍👩‍👧", "👨👩👧"), ("⚠️", "⚠"), ("1️⃣", "1\u{20E3}"),
    ("\u{301}a", " \u{301}a"), ("\u{31350}", "〓"),
    ("a\u{301}\u{302}\u{303}\u{304}", "a\u{301}\u{302}\u{303}\u{304}"),
    ("a\u{301}\u{302}\u{303}\u{304}\u{305}b", "a\u{301}\u{302}\u{303}\u{304}~b"),
    ("မောင်မောင်", "မောင်မောင်"), ("محمّد", "محمّد"),
  ])
  func `shows what would command, turn or hide by its code`(text: String, shown: String) {
    var frame = Frame(size: Size(rows: 1, columns: 40), width: .system)
    frame.put(text, at: Position(row: 0, column: 0))
    #expect(frame.text.unicodeScalars.elementsEqual(shown.unicodeScalars))
  }

  @Test func `lets no forbidden scalar into a cell`() {
    var leaks: [UInt32] = []
    // The two private planes are one range of half the code points: their edges stand for them.
    for value in [0...0xF00FF, 0x10FF00...0x10FFFF].joined().map(UInt32.init) {
      guard let scalar = Unicode.Scalar(value), scalar.isForbiddenOnTerminal else { continue }
      for text in [String(scalar), "a" + String(scalar)] {
        var frame = Frame(size: Size(rows: 1, columns: 12), width: .system)
        frame.put(text, at: Position(row: 0, column: 0))
        if frame.cells.contains(where: { $0.text.unicodeScalars.contains(scalar) }) {
          leaks.append(value)
        }
      }
    }
    #expect(leaks == [])
  }

  @Test func `has a width for every cell it opens`() {
    for value in (0...0x2FFF).map(UInt32.init) + (0x1F000...0x1FAFF).map(UInt32.init) {
      guard let scalar = Unicode.Scalar(value) else { continue }
      var frame = Frame(size: Size(rows: 1, columns: 12), width: .system)
      let used = frame.put(String(scalar), at: Position(row: 0, column: 0))
      let cells = frame.cells.prefix(used).compactMap(\.text.unicodeScalars.first)
      #expect(cells.reduce(0) { $0 + CellWidth.system($1) } == used, "\(scalar.value)")
    }
  }
}
