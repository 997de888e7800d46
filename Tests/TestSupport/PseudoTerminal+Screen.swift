import CVTerm
package import Cells

extension PseudoTerminal {
  /// One cell as the terminal shows it.
  package struct Glyph: Hashable {
    /// Empty in the right half of a wide character; a space where nothing was written.
    package var text: String
    /// The number in the palette; nil for the terminal's own colour.
    package var foreground: Int?
    package var background: Int?
    package var isBold = false
    package var isUnderlined = false
    package var isReversed = false
  }

  package func cell(row: Int, column: Int) -> Glyph {
    let glyph = cvterm_glyph(emulator, Int32(row), Int32(column))
    var text = ""
    withUnsafeBytes(of: glyph.scalars) { bytes in
      for value in bytes.bindMemory(to: UInt32.self).prefix(Int(glyph.scalar_count)) {
        text.unicodeScalars.append(Unicode.Scalar(value) ?? "\u{FFFD}")
      }
    }
    return Glyph(
      text: text.isEmpty && glyph.columns > 0 ? " " : text,
      foreground: glyph.foreground < 0 ? nil : Int(glyph.foreground),
      background: glyph.background < 0 ? nil : Int(glyph.background),
      isBold: glyph.bold, isUnderlined: glyph.underline, isReversed: glyph.reverse)
  }

  /// The texts of a row, cell by cell.
  package func texts(row: Int) -> [String] {
    (0..<size.columns).map { cell(row: row, column: $0).text }
  }

  /// A row without its trailing blanks.
  package func row(_ row: Int) -> String {
    String(texts(row: row).joined().reversed().drop { $0 == " " }.reversed())
  }

  package var rows: [String] { (0..<size.rows).map(row) }

  /// All rows, one a line.
  package var screen: String { rows.joined(separator: "\n") }

  package var cursor: Position {
    var position = VTermPos()
    vterm_state_get_cursorpos(vterm_obtain_state(emulator), &position)
    return Position(row: Int(position.row), column: Int(position.col))
  }

  package var showsCursor: Bool { modes.pointee.cursor_visible }

  package var isAlternateScreen: Bool { modes.pointee.alternate_screen }

  /// Whether the program asked for pastes to be marked.
  package var marksPastes: Bool {
    var buffer = [CChar](repeating: 0, count: 16)
    vterm_keyboard_start_paste(emulator)
    return vterm_output_read(emulator, &buffer, buffer.count) > 0
  }
}
