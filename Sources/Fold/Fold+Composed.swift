import Foundation

extension Fold {
  /// Letters and the marks on them as one character where there is one, and nothing else changed.
  ///
  /// Unicode's own composing also makes one of 神 (U+FA19) and 神 (U+795E): a family is written with
  /// one of them, on its papers too.
  package static func composed(_ text: String) -> String {
    guard text.unicodeScalars.contains(where: isCompatibilityKanji) else {
      return text.precomposedStringWithCanonicalMapping
    }
    var result = String.UnicodeScalarView()
    var part = String.UnicodeScalarView()
    for scalar in text.unicodeScalars {
      guard isCompatibilityKanji(scalar) else {
        part.append(scalar)
        continue
      }
      result += String(part).precomposedStringWithCanonicalMapping.unicodeScalars
      part = String.UnicodeScalarView()
      result.append(scalar)
    }
    result += String(part).precomposedStringWithCanonicalMapping.unicodeScalars
    return String(result)
  }

  private static func isCompatibilityKanji(_ scalar: Unicode.Scalar) -> Bool {
    (0xF900...0xFAFF).contains(scalar.value) || (0x2F800...0x2FA1F).contains(scalar.value)
  }
}
