import Cells
import TestSupport
import Testing

@Suite struct `Measuring text` {
  let width = CellWidth.system

  @Test(arguments: [
    ("", 0), ("abc", 3), ("漢字かな", 8), ("ｶﾞ", 2), ("か\u{3099}", 2), ("葛\u{E0100}城", 4),
    ("မောင်မောင်", 8), ("አበበ", 3), ("Олена", 5), ("👨‍👩‍👧", 6), ("⚠️", 1), ("한국", 4),
    ("\u{200B}", 8), ("\u{31350}", 2),
  ])
  func `counts the cells that are written`(text: String, columns: Int) {
    #expect(width.columns(of: text) == columns)
  }

  @Test(arguments: [
    ("アフガニスタン", 9, "アフガニ~"), ("アフガニスタン", 10, "アフガニ~"),
    ("アフガニスタン", 14, "アフガニスタン"), ("abc", 3, "abc"), ("abc", 2, "a~"), ("漢", 1, "~"),
    ("漢", 0, ""), ("ｶﾞｷﾞ", 3, "ｶﾞ~"), ("葛\u{E0100}城市", 5, "葛\u{E0100}城~"), ("", 3, ""),
  ])
  func `clips with a mark`(text: String, columns: Int, clipped: String) {
    #expect(width.clip(text, to: columns) == clipped)
  }

  @Test(arguments: [
    ("漢字", 6, Alignment.left, "漢字  "), ("漢字", 6, .right, "  漢字"),
    ("漢字体", 4, .left, "漢~ "), ("漢字体", 4, .right, " 漢~"), ("", 2, .left, "  "),
  ])
  func `pads to exact columns`(
    text: String, columns: Int, alignment: Alignment, padded: String
  ) {
    #expect(width.pad(text, to: columns, alignment: alignment) == padded)
  }

  @Test(arguments: sampleTexts)
  func `never exceeds the columns and never splits a character`(text: String) {
    for columns in 0...20 {
      let clipped = width.clip(text, to: columns)
      #expect(width.columns(of: clipped) <= columns)
      if clipped != text, !clipped.isEmpty {
        #expect(clipped.last == "~")
        #expect(text.starts(with: clipped.dropLast()))
      }
      #expect(width.columns(of: width.pad(text, to: columns)) == columns)
    }
  }

  @Test(arguments: sampleTexts)
  func `writes as many columns as it measures`(text: String) {
    var frame = Frame(size: Size(rows: 1, columns: 100), width: width)
    #expect(frame.put(text, at: Position(row: 0, column: 0)) == width.columns(of: text))
  }
}
