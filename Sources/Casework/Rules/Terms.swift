import Fold

/// Kinds of work, skills and names of employers in the forms in which they are compared.
package enum Terms {
  /// The parts of a text that stand apart by commas, each however it is spaced.
  package static func names(in text: String) -> Set<String> { Set(parts(text).map(Fold.name)) }

  /// The parts of a text that stand apart by commas, with their words apart.
  package static func phrases(in text: String) -> Set<String> { Set(parts(text).map(phrase)) }

  /// Text as it is compared word by word.
  package static func phrase(_ text: String) -> String { Fold.identity(text) }

  /// Whether two names are the same however they are spaced; what is empty is no name.
  package static func areSame(_ one: String, _ other: String) -> Bool {
    !one.isEmpty && Fold.name(one) == Fold.name(other)
  }

  /// Whether one of two phrases names the other: in Japanese script wherever it stands in it, in
  /// other scripts by whole words, so that IT is not found in "kitchen".
  package static func suit(_ one: String, _ other: String) -> Bool {
    let (one, other) = (Phrase(one), Phrase(other))
    return one.isNamed(in: other) || other.isNamed(in: one)
  }

  private static func parts(_ text: String) -> [String] {
    text.split { ",、，;；/・|\n".contains($0) }.map(String.init)
      .filter { !phrase($0).isEmpty }
  }
}

/// A folded phrase by its scripts.
private struct Phrase {
  /// Stretches of Japanese script, without blanks.
  private(set) var stretches: [String] = []
  /// The words of scripts that set them apart.
  private(set) var words: Set<String> = []

  init(_ text: String) {
    var (stretch, word) = ("", "")
    func isJapanese(_ scalar: Unicode.Scalar) -> Bool {
      switch scalar.value {
      case 0x3040...0x30FF, 0x3400...0x9FFF, 0xF900...0xFAFF, 0x20000...0x3FFFF: true
      default: false
      }
    }
    for scalar in text.unicodeScalars {
      if isJapanese(scalar) {
        if !word.isEmpty { words.insert(word) }
        word = ""
        stretch.unicodeScalars.append(scalar)
      } else if scalar.properties.isWhitespace {
        if !word.isEmpty { words.insert(word) }
        word = ""
      } else {
        if !stretch.isEmpty { stretches.append(stretch) }
        stretch = ""
        word.unicodeScalars.append(scalar)
      }
    }
    if !stretch.isEmpty { stretches.append(stretch) }
    if !word.isEmpty { words.insert(word) }
  }

  func isNamed(in other: Phrase) -> Bool {
    guard !stretches.isEmpty || !words.isEmpty else { return false }
    return words.isSubset(of: other.words)
      && stretches.allSatisfy { part in other.stretches.contains { $0.contains(part) } }
  }
}
