package import Casework
package import Labels

/// Finds the code that a word of a sheet or of a filter means: the code itself, or a label in any language.
package struct ChoiceReader: Sendable {
  private var codes: [String: String] = [:]
  /// The number of parts that the longest label would have if it were read as a list.
  private var longest = 1

  package init(_ catalogue: Catalogue, words: [Words]) {
    for code in catalogue.codes { add(code, code) }
    for form in ["", ".short"] {
      for language in words {
        for code in catalogue.codes {
          language.text(ifAny: catalogue.labelKey(code) + form).map { add($0, code) }
        }
      }
    }
    for language in words {
      for code in catalogue.codes {
        language.alternatives(catalogue.labelKey(code) + ".alias").forEach { add($0, code) }
      }
    }
  }

  /// Keeps a word for a choice unless it is there already: codes go before labels, labels before
  /// short labels and other names.
  private mutating func add(_ text: String, _ code: String) {
    let key = LabelFolding.key(text)
    longest = max(longest, text.split(whereSeparator: Self.separates).count)
    guard !key.isEmpty, codes[key] == nil else { return }
    codes[key] = code
  }

  package func code(_ text: some StringProtocol) -> String? {
    codes[LabelFolding.key(String(text))]
  }

  /// The codes of a list; nil where a part of it means nothing.
  ///
  /// A label may itself hold a separator, so the longest run of parts that means something is taken.
  package func list(_ text: String) -> [String]? {
    let parts = text.split(whereSeparator: Self.separates)
    var found: [String] = []
    var next = 0
    while next < parts.count {
      let runs = (next..<min(next + longest, parts.count)).reversed().lazy
      let match = runs.compactMap { last in
        code(text[parts[next].startIndex..<parts[last].endIndex]).map { (code: $0, last: last) }
      }.first
      guard let match else { return nil }
      if !found.contains(match.code) { found.append(match.code) }
      next = match.last + 1
    }
    return found
  }

  private static func separates(_ character: Character) -> Bool {
    character.isNewline || "・･、､,，;；/／ 　".contains(character)
  }
}

extension Words {
  /// The alternatives of a row `one|other|third`; none where there is no such row.
  package func alternatives(_ key: String) -> [String] {
    text(ifAny: key)?.split(separator: "|").map(String.init) ?? []
  }
}
