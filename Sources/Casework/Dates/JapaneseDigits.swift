/// The digits and signs of a Japanese input method as ASCII.
package enum JapaneseDigits {
  /// Full-width letters, digits and signs (U+FF01-FF5E) and the full-width blank as ASCII.
  package static func toASCII(_ text: String) -> String {
    var scalars = String.UnicodeScalarView()
    for scalar in text.unicodeScalars {
      switch scalar.value {
      case 0xFF01...0xFF5E: scalars.append(Unicode.Scalar(scalar.value - 0xFEE0) ?? scalar)
      case 0x3000: scalars.append(" ")
      case 0x3002: scalars.append(".")
      case 0x2212, 0x2010, 0x2011, 0x2012, 0x2013, 0x30FC: scalars.append("-")
      default: scalars.append(scalar)
      }
    }
    return String(scalars)
  }
}
