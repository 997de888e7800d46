/// Reads whole numbers as people write them.
package enum NumberText {
  /// Reads 1200, １２００, 1,200 and 1,200円; nil where the text is no whole number.
  package static func read(_ text: String) -> Int? {
    var digits = JapaneseDigits.toASCII(text).filter { $0 != "," && $0 != " " && $0 != "¥" }
    if digits.hasSuffix("円") { digits.removeLast() }
    return Int(digits)
  }
}
