import Foundation

extension Fold {
  /// Whether two texts have the same kanji in the same order: where folding makes one of 渡邉 and
  /// 渡辺 they are found as one, and are two names all the same.
  package static func hasSameKanji(_ one: String, _ other: String) -> Bool {
    kanji(one).elementsEqual(kanji(other))
  }

  private static func kanji(_ text: String) -> [Unicode.Scalar] {
    if text.utf8.allSatisfy({ $0 < 0x80 }) { return [] }
    return text.decomposedStringWithCompatibilityMapping.unicodeScalars.filter {
      $0.properties.isIdeographic
    }
  }
}
