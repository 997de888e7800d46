/// Blanks and line ends in the text of a cell.
extension String {
  /// Without signs for a terminal or a printer, which no text of a sheet has.
  var withoutSigns: String {
    let isSign = { (scalar: Unicode.Scalar) in
      scalar.properties.generalCategory == .control && !scalar.properties.isWhitespace
    }
    guard unicodeScalars.contains(where: isSign) else { return self }
    return String(String.UnicodeScalarView(unicodeScalars.filter { !isSign($0) }))
  }

  /// Without the blanks of any width at both ends.
  var trimmed: String {
    let head = drop(while: \.isWhitespace)
    guard let last = head.lastIndex(where: { !$0.isWhitespace }) else { return "" }
    return String(head[...last])
  }

  /// Line ends of any system as one blank.
  var onOneLine: String {
    contains(where: \.isNewline)
      ? split(whereSeparator: \.isNewline).map { String($0).trimmed }.joined(separator: " ") : self
  }

  /// Line ends of any system as `\n`.
  var withPlainLineEnds: String {
    split(omittingEmptySubsequences: false, whereSeparator: \.isNewline).joined(separator: "\n")
  }
  /// The beginning of a cell, as long as a sentence can show it.
  var excerpt: String {
    let line = onOneLine
    return line.count > 40 ? line.prefix(40) + "…" : line
  }
}
