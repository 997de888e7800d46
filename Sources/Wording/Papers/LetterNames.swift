package import Casework
package import Labels

/// What a letter may name, with the words of the field, a line each.
package struct LetterNames {
  private let words: Words

  package init(_ words: Words) { self.words = words }

  /// - Parameter list: within a list of records; nil outside of any.
  package func lines(in list: String? = nil) -> [(name: String, label: String)] {
    (list.map(PaperName.within) ?? PaperName.all).map { ($0.text, label(of: $0)) }
  }

  /// What a name stands for, for whoever writes a letter.
  package func label(of name: PaperName) -> String {
    guard let source = name.source else { return words("letter.name.\(name.text)") }
    let first = String(name.text.prefix { $0 != "." })
    let record =
      words.text(ifAny: "letter.subject.\(first)") ?? words("kind.\(source.kind.rawValue)")
    let field = source.field.split(separator: ".").map(String.init)
    var (kind, labels) = (source.kind, [String]())
    for part in field {
      let description = RecordDescription.of(kind)
      if part == "home" {
        labels.append(words("letter.name.home"))
      } else if let facts = description[part] {
        labels.append(ValueText(words).label(of: facts, in: kind))
        if case .reference(let next) = facts.shape { kind = next }
      }
    }
    return ([record] + labels).joined(separator: " ")
  }
}
