import Casework
import Labels
import Wording

/// Finds the code that a word of a sheet means: what this program calls it, and what other people do.
struct SheetChoice: Sendable {
  private let reader: ChoiceReader
  /// Other people's words, folded, and signs such as ○ as they are.
  private var words: [String: String] = [:]
  private var signs: [String: String] = [:]
  private let isCountry: Bool

  init(_ catalogue: Catalogue, words languages: [Words]) {
    reader = ChoiceReader(catalogue, words: languages)
    isCountry = catalogue == Country.catalogue
    for code in catalogue.codes {
      for word in SheetWords.words("choice.\(catalogue.name).\(code)") {
        let key = LabelFolding.key(word)
        if key.isEmpty { signs[word] = code } else if words[key] == nil { words[key] = code }
      }
    }
  }

  func code(_ text: String) -> String? {
    if let code = reader.code(text) ?? signs[text] ?? words[LabelFolding.key(text)] { return code }
    return isCountry ? officialCountry(text) : nil
  }

  private static let separators = Set("、､,，;；/／・")

  /// The codes of a list; nil where a part of it means nothing.
  func list(_ text: String) -> [String]? {
    if let codes = reader.list(text) { return codes }
    let parts = text.split { $0.isNewline || Self.separators.contains($0) }
    let codes = parts.map { code(String($0).trimmed) }
    guard codes.allSatisfy({ $0 != nil }) else { return nil }
    return codes.compactMap(\.self).reduce(into: []) { if !$0.contains($1) { $0.append($1) } }
  }

  // MARK: Countries

  /// シリア人, エチオピア連邦民主共和国, Republic of Chad, Iran (Islamic Republic of).
  ///
  /// The name itself is in it once what says the form of the state is gone. Two countries called alike are not told apart so.
  private func officialCountry(_ text: String) -> String? {
    var plain = text.trimmed
    if let open = plain.firstIndex(where: { "(（,".contains($0) }),
      Self.isForm(plain[open...].dropFirst())
    {
      plain = String(plain[..<open]).trimmed
    }
    for word in Self.longest("country.before")
    where plain.lowercased().hasPrefix(word.lowercased() + " ") {
      plain = String(plain.dropFirst(word.count)).trimmed
      break
    }
    if plain.lowercased().hasPrefix("the ") { plain = String(plain.dropFirst(4)).trimmed }
    for word in Self.longest("country.behind") where plain.lowercased().hasSuffix(word) {
      plain = String(plain.dropLast(word.count)).trimmed
      if let code = named(plain) { return code }
    }
    return plain == text ? nil : named(plain)
  }

  private func named(_ text: String) -> String? {
    let key = LabelFolding.key(text)
    if SheetWords.words("country.twice").contains(where: { LabelFolding.key($0) == key }) {
      return nil
    }
    return reader.code(text) ?? words[key]
  }

  /// `Islamic Republic of`, of what stands behind the name.
  private static func isForm(_ text: Substring) -> Bool {
    let form = text.filter { !")）".contains($0) }.lowercased()
    return longest("country.before").contains { form.trimmingBlanks == $0.lowercased() }
  }

  private static func longest(_ use: String) -> [String] {
    SheetWords.words(use).sorted { $0.count > $1.count }
  }
}

extension String {
  fileprivate var trimmingBlanks: String { trimmed }
}
