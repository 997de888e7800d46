extension String {
  /// Without what stands around it.
  var trimmedBlanks: String {
    let rest = drop { $0.isWhitespace }
    return String(rest.reversed().drop { $0.isWhitespace }.reversed())
  }
}
