extension CellWidth {
  /// The text broken into lines of at most so many columns by the Japanese rules (kinsoku):
  /// no line starts with a closing mark or ends with an opening one, no number and no word is cut.
  ///
  /// Newlines in the text end a line. The blanks at a break are dropped.
  package func wrap(_ text: String, to columns: Int) -> [String] {
    lines(of: text, columns: columns).map { range in
      var line = text[range]
      while line.last?.isWhitespace == true { line.removeLast() }
      return String(line)
    }
  }

  /// Where the lines of a wrapped text lie: in order, without gaps but for the newlines.
  package func lines(of text: String, columns: Int) -> [Range<String.Index>] {
    []
  }
}
