import Cells
import TestSupport
import Testing

@Suite struct `Putting text into a frame` {
  @Test(arguments: [
    (text: "abc", columns: 5, row: "abc.....", used: 3),
    (text: "abcdef", columns: 5, row: "abcd~...", used: 5),
    (text: "漢字", columns: 4, row: "漢字....", used: 4),
    (text: "漢字体", columns: 5, row: "漢字~...", used: 5),
    (text: "漢字体", columns: 4, row: "漢~.....", used: 3),
    (text: "漢字", columns: 1, row: "~.......", used: 1),
    (text: "漢", columns: 0, row: "........", used: 0),
    (text: "漢", columns: -3, row: "........", used: 0),
    (text: "ｶﾞｷ", columns: 2, row: "~.......", used: 1),
    (text: "ｶﾞｷ", columns: 3, row: "ｶﾞｷ.....", used: 3),
    (text: "アフガニスタン", columns: 20, row: "アフガ~.", used: 7),
  ])
  func `clips at whole characters`(text: String, columns: Int, row: String, used: Int) {
    var frame = dotted(columns: 8)
    #expect(frame.put(text, at: Position(row: 0, column: 0), columns: columns) == used)
    #expect(frame.text == row)
  }

  @Test(arguments: [
    (text: "7 件", columns: 6, isPadded: false, row: "..7 件..", used: 4),
    (text: "7 件", columns: 6, isPadded: true, row: "  7 件..", used: 6),
    (text: "漢字体", columns: 4, isPadded: false, row: ".漢~....", used: 3),
    (text: "漢字体", columns: 4, isPadded: true, row: " 漢~....", used: 4),
  ])
  func `stands at the right`(
    text: String, columns: Int, isPadded: Bool, row: String, used: Int
  ) {
    var frame = dotted(columns: 8)
    let written = frame.put(
      text, at: Position(row: 0, column: 0), columns: columns, alignment: .right,
      isPadded: isPadded)
    #expect(written == used)
    #expect(frame.text == row)
  }

  @Test func `pads in the role of the text`() {
    var frame = dotted(columns: 8)
    frame.put("名", at: Position(row: 0, column: 1), columns: 4, role: .selected, isPadded: true)
    #expect(frame.golden == "^.{s:名  }...|")
  }

  @Test(arguments: [
    (column: 0, row: "x 二三四"), (column: 1, row: " x二三四"), (column: 6, row: "一二三x"),
    (column: 7, row: "一二三 x"),
  ])
  func `blanks the other half of an overwritten wide character`(column: Int, row: String) {
    var frame = frame(columns: 8)
    frame.put("一二三四", at: Position(row: 0, column: 0))
    frame.put("x", at: Position(row: 0, column: column))
    #expect(frame.text == row)
  }

  @Test func `blanks both neighbours of a wide character between two`() {
    var frame = frame(columns: 6)
    frame.put("一二三", at: Position(row: 0, column: 0))
    frame.put("間", at: Position(row: 0, column: 1))
    #expect(frame.text == " 間 三")
  }

  @Test(arguments: [
    Position(row: -1, column: 0), Position(row: 1, column: 0), Position(row: 0, column: -1),
    Position(row: 0, column: 8),
  ])
  func `writes nothing outside the grid`(position: Position) {
    var frame = dotted(columns: 8)
    let before = frame
    #expect(frame.put("外", at: position) == 0)
    #expect(frame == before)
  }

  @Test func `fills and changes roles only inside the grid`() {
    var frame = dotted(columns: 4)
    frame.setRole(.accent, in: Region(row: -2, column: 3, rows: 9, columns: 9))
    frame.fill(Region(row: 0, column: -1, rows: 2, columns: 2), role: .field)
    #expect(frame.golden == "{f:^ }..{a:.}|")
  }

  @Test func `fills over half of a wide character`() {
    var frame = frame(columns: 6)
    frame.put("一二三", at: Position(row: 0, column: 0))
    frame.fill(Region(row: 0, column: 1, rows: 1, columns: 2))
    #expect(frame.golden == "^    三|")
  }

  @Test(arguments: sampleTexts)
  func `keeps wide characters whole wherever a text lands`(text: String) {
    for column in 0..<12 {
      for columns in 0...12 {
        for isPadded in [false, true] {
          var frame = frame(columns: 12)
          frame.put("一二三四五六", at: Position(row: 0, column: 0))
          let used = frame.put(
            text, at: Position(row: 0, column: column), columns: columns, isPadded: isPadded)
          #expect(used <= columns && column + used <= 12)
          #expect(isWhole(frame), "\(column) \(columns)")
        }
      }
    }
  }

  /// Whether each wide cell is followed by its right half and no right half stands alone.
  private func isWhole(_ frame: Frame) -> Bool {
    var column = 0
    while column < frame.size.columns {
      guard let first = frame[0, column].text.unicodeScalars.first else { return false }
      let columns = CellWidth.system(first)
      if columns == 2 {
        guard column + 1 < frame.size.columns, frame[0, column + 1].text.isEmpty
        else { return false }
      }
      column += columns
    }
    return true
  }

  private func frame(columns: Int) -> Frame {
    Frame(size: Size(rows: 1, columns: columns), width: .system)
  }

  private func dotted(columns: Int) -> Frame {
    var frame = frame(columns: columns)
    frame.put(String(repeating: ".", count: columns), at: Position(row: 0, column: 0))
    return frame
  }
}
