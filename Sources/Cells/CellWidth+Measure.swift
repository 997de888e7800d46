extension CellWidth {
  /// The mark where something was cut off.
  package static let cutMark = "~"

  /// The text on one line as the terminal may see it, for output that is not a frame.
  package func shown(_ text: some StringProtocol) -> String {
    ShownText(text, width: self).glyphs.map(\.text).joined()
  }

  /// How many columns a text takes on the screen.
  package func columns(of text: some StringProtocol) -> Int {
    ShownText(text, width: self).columns
  }

  /// The text in at most so many columns, with `~` at its end where something was cut.
  package func clip(_ text: String, to columns: Int) -> String {
    guard columns > 0 else { return "" }
    let shown = ShownText(text, width: self, limit: columns)
    guard shown.columns > columns else { return text }
    return text.prefix(shown.fitting(columns - 1).clusters) + Self.cutMark
  }

  /// The text in exactly so many columns: clipped, then filled with blanks.
  package func pad(_ text: String, to columns: Int, alignment: Alignment = .left) -> String {
    let clipped = clip(text, to: columns)
    let blanks = String(repeating: " ", count: max(0, columns - self.columns(of: clipped)))
    return alignment == .left ? clipped + blanks : blanks + clipped
  }
}
