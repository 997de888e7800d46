import Casework
import Labels

/// Finds the code that a word of a sheet means: the code itself, or a label in any language.
struct ChoiceReader: Sendable {
  private var codes: [String: String] = [:]

  init(_ catalogue: Catalogue, words: [Words]) {
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

  /// What is written first wins: codes, labels, short labels, other names.
  private mutating func add(_ text: String, _ code: String) {
    let key = LabelFolding.key(text)
    if !key.isEmpty, codes[key] == nil { codes[key] = code }
  }

  func code(_ text: some StringProtocol) -> String? { codes[LabelFolding.key(String(text))] }

  /// The codes of a list; nil where a part of it means nothing.
  ///
  /// A label may itself hold a separator, so the longest run of parts that means something is taken.
  func list(_ text: String) -> [String]? {
    var found: [String] = []
    var rest = text[...].drop(while: Self.separates)
    while !rest.isEmpty {
      var end = rest.endIndex
      while code(rest[..<end]) == nil {
        guard let cut = rest[..<end].lastIndex(where: Self.separates) else { return nil }
        end = cut
      }
      if let code = code(rest[..<end]), !found.contains(code) { found.append(code) }
      rest = rest[end...].drop(while: Self.separates)
    }
    return found
  }

  private static func separates(_ character: Character) -> Bool {
    character.isNewline || "・･、､,，;；/／ 　".contains(character)
  }
}

extension Words {
  /// The alternatives of a row `one|other|third`; none where there is no such row.
  func alternatives(_ key: String) -> [String] {
    text(ifAny: key)?.split(separator: "|").map(String.init) ?? []
  }
}
