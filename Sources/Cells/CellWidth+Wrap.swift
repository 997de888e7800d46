extension CellWidth {
  /// The text broken into lines of at most so many columns by the Japanese rules (kinsoku):
  /// no line starts with a closing mark or ends with an opening one, no number and no word is cut.
  ///
  /// Newlines in the text end a line. The blanks at a break are dropped.
  package func wrap(_ text: String, to columns: Int) -> [String] {
    lines(of: text, columns: columns).map { range in
      var line = text[range]
      while line.last?.isBlank == true { line.removeLast() }
      return String(line)
    }
  }

  /// Where the lines of a wrapped text lie: in order, with nothing between them but newlines.
  ///
  /// Blanks at a break belong to the line before it, even where they hang out of its columns.
  package func lines(of text: String, columns: Int) -> [Range<String.Index>] {
    var lines: [Range<String.Index>] = []
    for paragraph in text.split(omittingEmptySubsequences: false, whereSeparator: \.endsLine) {
      var breaker = LineBreaker(paragraph, columns: max(1, columns), width: self)
      lines += breaker.lines()
    }
    return lines
  }
}

extension Character {
  fileprivate var endsLine: Bool { self == "\n" || self == "\r\n" }
}
