/// Text in a drawing, which breaks no lines: about how wide it is, and what of it has room.
enum SVGText {
  /// In units of the drawing, for a font of that size: wide scripts take a square a sign.
  static func width(_ text: String, size: Double) -> Double {
    text.unicodeScalars.reduce(0) { $0 + (isWide($1) ? size : size * 0.58) }
  }

  /// The text, or as much of its beginning as has room, with a sign that there is more.
  static func fitting(_ text: String, _ room: Double, size: Double) -> String {
    guard width(text, size: size) > room else { return text }
    var kept = ""
    for character in text {
      guard width(kept + String(character), size: size) + size <= room else { break }
      kept.append(character)
    }
    return kept + "…"
  }

  /// An element of text, its content escaped.
  static func element(
    _ text: String, x: Double, y: Double, size: Double, anchor: String = "start",
    kind: String = "label"
  ) -> String {
    "<text x=\"\(number(x))\" y=\"\(number(y))\" font-size=\"\(number(size))\""
      + " text-anchor=\"\(anchor)\" class=\"\(kind)\">\(Markup.escaped(text))</text>"
  }

  /// A coordinate to a tenth.
  static func number(_ value: Double) -> String {
    let tenths = Int((value * 10).rounded())
    return tenths % 10 == 0 ? String(tenths / 10) : String(Double(tenths) / 10)
  }

  private static func isWide(_ scalar: Unicode.Scalar) -> Bool {
    switch scalar.value {
    case 0x1100...0x115F, 0x2E80...0xA4CF, 0xAC00...0xD7A3, 0xF900...0xFAFF, 0xFE30...0xFE6F,
      0xFF00...0xFF60, 0xFFE0...0xFFE6, 0x1F300...0x1FAFF, 0x20000...0x3FFFD:
      true
    default: false
    }
  }
}
