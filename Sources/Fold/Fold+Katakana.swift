import Foundation

extension Fold {
  /// Kana of any script and width as katakana, in which readings are kept and ordered.
  package static func katakana(_ text: String) -> String {
    var result = String.UnicodeScalarView()
    for scalar in text.precomposedStringWithCompatibilityMapping.unicodeScalars {
      let isHiragana = (0x3041...0x3096).contains(scalar.value)
      result.append(isHiragana ? Unicode.Scalar(scalar.value + 0x60) ?? scalar : scalar)
    }
    return String(result)
  }
}
