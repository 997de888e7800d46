package import Casework
package import Labels

/// What the words of a filter are called, for the records of one kind.
package struct FilterNames: Sendable {
  package let kind: RecordKind
  let isForVolunteer: Bool
  /// The person's own language first.
  let languages: [Words]
  private let table: Table

  /// The stable names in the order in which they are offered: what a person would say first.
  package var all: [String] { table.all }

  package init(_ kind: RecordKind, languages: [Words], isForVolunteer: Bool = false) {
    self.kind = kind
    self.languages = languages
    self.isForVolunteer = isForVolunteer
    table = Table.of(kind, languages, isForVolunteer: isForVolunteer)
  }

  static func key(_ name: String) -> String { "filter.word.\(name)" }

  /// The stable name of what somebody typed; nil where it is none.
  func name(_ typed: String) -> String? { table.byKey[LabelFolding.key(typed)] }

  func topic(_ name: String) -> FilterTopic? {
    FilterTopic(name, of: kind, isForVolunteer: isForVolunteer)
  }

  /// How a person writes a name: by its short word, else by the label of the field in one piece.
  func written(_ name: String, in words: Words) -> String {
    if let short = words.alternatives(Self.key(name)).first { return short }
    guard let field = RecordDescription.of(kind)[name] else { return name }
    let label = ValueText(words).label(of: field, in: kind)
      .split { !$0.isLetter && !$0.isNumber }.joined(separator: "-")
    return self.name(label) == name ? label : name
  }

  /// How a person writes a choice: by its label, by its short one where that alone is one word.
  func written(_ code: String, of catalogue: Catalogue, in words: Words) -> String {
    let key = catalogue.labelKey(code)
    let labels = [words(key)] + [words.text(ifAny: key + ".short")].compactMap(\.self)
    return labels.first { !FilterToken.needsQuotes($0) } ?? labels[0]
  }

  /// How a person writes that nothing stands in a field: by a word that is none of its choices.
  func nothing(of catalogue: Catalogue?, in words: Words?) -> String {
    let candidates = (words ?? languages[0]).alternatives("filter.none")
    let all = (words == nil ? [] : candidates) + Self.nothing
    let reader = catalogue.map { ChoiceReader($0, words: languages) }
    return all.first { reader?.code($0) == nil } ?? all[0]
  }

  /// The stable words for nothing.
  static let nothing = ["none", "empty"]

  /// The names whose beginning is typed, as the person writes them, each once.
  func beginning(with typed: String) -> [String] {
    let key = LabelFolding.key(typed)
    let found = Set(table.byKey.filter { $0.key.hasPrefix(key) }.map(\.value))
    return all.filter(found.contains)
  }
}
