import Cells
import TestSupport
import Testing
import Widgets

@Suite struct `Every widget` {
  /// All of them, with words that are too long, wide, and made to deceive.
  private static let widgets: [(name: String, draw: @Sendable (inout Frame, Region) -> Void)] = {
    let word = "長い長い言葉ｶﾞ\u{202E}အော葛\u{E0100}"
    let table = TableView(
      columns: (1...4).map { TableColumn(title: word, columns: 6, priority: $0, sort: .ascending) },
      rows: (0..<9).map { _ in .init([word, word, "", "x"], isMarked: true) })
    var form = FormView(fields: [
      FormField(id: "a", label: word, kind: .text(TextInput(word)), hint: word),
      FormField(id: "b", label: word, kind: .choice(word), columns: 9, error: word),
      FormField(id: "c", label: "", kind: .flag(true), hint: "x"),
      FormField(id: "d", label: word, kind: .lines(TextInput(word, isMultiline: true), rows: 4)),
    ])
    form.focus(on: "d")
    let picker = PickerView(
      title: word, items: (0..<9).map { .init(label: word, detail: word, isHeading: $0 == 3) },
      typed: word)
    let letters = LetterBox(title: word, items: "abcdefghi".map { .init(letter: $0, label: word) })
    let confirm = ConfirmView(sentence: word + word, yes: word, no: "n")
    let lines = LinesView(lines: [.heading(word), .pair(word, word), .blank, .text(word + word)])
    let hints = HintLine(
      items: [.init(keys: "j", label: word)], trailing: [.init(keys: "?", label: word)])
    let tabs = TabBar(tabs: (1...8).map { .init(key: "\($0)", label: word) }, active: 3)
    let filled = form
    return [
      ("table", { table.draw(into: &$0, in: $1) }), ("form", { filled.draw(into: &$0, in: $1) }),
      ("picker", { picker.draw(into: &$0, in: $1) }),
      ("letters", { letters.draw(into: &$0, in: $1) }),
      ("confirm", { confirm.draw(into: &$0, in: $1) }),
      ("lines", { lines.draw(into: &$0, in: $1) }), ("hints", { hints.draw(into: &$0, in: $1) }),
      ("tabs", { tabs.draw(into: &$0, in: $1) }),
      ("input", { TextInput(word).draw(into: &$0, in: $1) }),
    ]
  }()

  @Test(arguments: widgets.indices)
  func `draws inside its region, whatever its size`(index: Int) {
    var untouched = Frame(size: Size(rows: 12, columns: 50), width: .system)
    for row in 0..<12 {
      untouched.put(String(repeating: "漢", count: 25), at: Position(row: row, column: 0))
    }
    for rows in 0...9 {
      for columns in 0...45 {
        var frame = untouched
        let region = Region(row: 2, column: 2, rows: rows, columns: columns)
        Self.widgets[index].draw(&frame, region)
        // A wide character that the region cuts in half is blanked outside it too.
        let touched = Region(row: 2, column: 2, rows: rows, columns: columns + columns % 2)
        let outside = (0..<12 * 50).filter { place in
          let (row, column) = place.quotientAndRemainder(dividingBy: 50)
          return !touched.contains(row, column) && frame[row, column] != untouched[row, column]
        }
        #expect(outside == [], "\(Self.widgets[index].name) \(rows)x\(columns)")
      }
    }
  }

  @Test(arguments: widgets.indices)
  func `draws nothing of its own but ASCII`(index: Int) {
    let words = Set("長い言葉ｶﾞအော葛\u{E0100}".unicodeScalars)
    var frame = Frame(size: .standard, width: .system)
    Self.widgets[index].draw(&frame, frame.region)
    let own = frame.text.unicodeScalars.filter { !$0.isASCII && !words.contains($0) }
    #expect(own.isEmpty)
  }
}

extension Region {
  fileprivate func contains(_ row: Int, _ column: Int) -> Bool {
    self.row..<self.row + rows ~= row && self.column..<self.column + columns ~= column
  }
}
