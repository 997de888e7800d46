import Cells
import Screens
import Testing

/// What every frame must keep, whatever is shown.
func expectSound(
  _ frame: Frame, _ context: String, sourceLocation: SourceLocation = #_sourceLocation
) {
  #expect(
    (0..<frame.size.rows).contains(frame.cursor.row)
      && (0..<frame.size.columns).contains(frame.cursor.column),
    "cursor \(frame.cursor) in \(context)", sourceLocation: sourceLocation)
  for row in 0..<frame.size.rows {
    var column = 0
    while column < frame.size.columns {
      let cell = frame[row, column]
      let isWide = column + 1 < frame.size.columns && frame[row, column + 1].text.isEmpty
      #expect(!cell.text.isEmpty, "half a cell at \(row),\(column) in \(context)")
      column += isWide ? 2 : 1
    }
  }
}

/// What every picture of a desk must keep: a field is edited above the two last rows, where the
/// candidates of an input method have room.
func expectSound(
  _ desk: Desk, _ context: String, sourceLocation: SourceLocation = #_sourceLocation
) {
  let frame = desk.draw()
  expectSound(frame, context, sourceLocation: sourceLocation)
  #expect(
    !frame.showsCursor || frame.cursor.row < frame.size.rows - 2,
    "edits in row \(frame.cursor.row) in \(context)", sourceLocation: sourceLocation)
}

extension Frame {
  /// The scalars that a terminal may draw one or two cells wide (East Asian Width "A", UAX #11), as
  /// far as a program's own lines and signs may use them.
  var ambiguousScalars: Set<Unicode.Scalar> {
    let ranges: [ClosedRange<UInt32>] = [
      0xA1...0xA1, 0xA4...0xA4, 0xA7...0xA8, 0xAA...0xAA, 0xAD...0xAE, 0xB0...0xB4,
      0xB6...0xBA, 0xBC...0xBF, 0xD7...0xD7, 0xF7...0xF7, 0x391...0x3A9, 0x3B1...0x3C9,
      0x401...0x451, 0x2010...0x2010, 0x2013...0x2016, 0x2018...0x2019, 0x201C...0x201D,
      0x2020...0x2022, 0x2024...0x2027, 0x2030...0x2030, 0x2032...0x2033, 0x2035...0x2035,
      0x203B...0x203B, 0x203E...0x203E, 0x2103...0x2103, 0x2116...0x2116, 0x2121...0x2122,
      0x2160...0x216B, 0x2190...0x2199, 0x21D2...0x21D2, 0x21D4...0x21D4, 0x2200...0x22BF,
      0x2460...0x24E9, 0x24EB...0x254B, 0x2550...0x2573, 0x2580...0x258F, 0x2592...0x2595,
      0x25A0...0x25EF, 0x2605...0x2606, 0x2609...0x2609, 0x260E...0x260F, 0x2640...0x2642,
      0x266A...0x266F, 0x273D...0x273D, 0x2776...0x277F, 0xFFFD...0xFFFD,
    ]
    return Set(
      cells.flatMap { $0.text.unicodeScalars }.filter { scalar in
        ranges.contains { $0.contains(scalar.value) }
      })
  }
}
