package import Casework
import Labels

/// Words that narrow a list, written as a person would type them, or in their stable form, which
/// every language reads.
package struct FilterText: Sendable {
  private let names: FilterNames
  /// Nil for the stable form.
  private let words: Words?

  /// As a person writes them in the first language of the names.
  package init(_ names: FilterNames) {
    self.names = names
    words = names.languages.first
  }

  /// The stable form, in which what is kept is written.
  package init(stable kind: RecordKind) {
    names = FilterNames(kind, languages: LabelLanguage.allCases.map { Words($0) })
    words = nil
  }

  /// What the search box of a list says.
  package func text(_ query: ListQuery) -> String {
    (query.words.map(text) + [quoted(search: query.search)]).filter { !$0.isEmpty }
      .joined(separator: " ")
  }

  package func text(_ word: FilterWord) -> String {
    let name = words.map { names.written(word.name, in: $0) } ?? word.name
    return (word.isNegated ? "-" : "") + name + word.sign.rawValue
      + FilterToken.quoted(operand(word.operand, of: names.topic(word.name)?.field))
  }

  /// Each piece of the text that would be read as a word stands in quotes.
  private func quoted(search: String) -> String {
    search.split(whereSeparator: \.isWhitespace).map { piece in
      let token = FilterToken.tokens(of: String(piece)).first
      return token?.sign == nil ? String(piece) : FilterToken.quoted(String(piece))
    }.joined(separator: " ")
  }

  private func operand(_ operand: FilterWord.Operand, of field: FieldFacts?) -> String {
    switch operand {
    case .value(let value): text(value, of: field)
    case .days(let days): "\(days)\(first("filter.days") ?? "d")"
    case .day(0): first("filter.today") ?? "today"
    case .day(let days): days < 0 ? "\(days)d" : "+\(days)d"
    case .text(let text): text
    case .me: first("filter.me") ?? "me"
    case .nothing: names.nothing(of: field?.shape.catalogue, in: words)
    }
  }

  private func first(_ key: String) -> String? { words?.alternatives(key).first }

  private func text(_ value: FieldValue, of field: FieldFacts?) -> String {
    switch value {
    case .link(let link): return link.number.isEmpty ? link.address.number : link.number
    case .date(let date): return date.description
    case .flag(let flag):
      return words.map { $0(flag ? "flag.true" : "flag.false") } ?? String(flag)
    case .code(let code): return label(code, of: field)
    case .codes(let codes): return codes.map { label($0, of: field) }.joined(separator: ",")
    default: return ValueText(words ?? names.languages[0]).text(value, of: field?.shape ?? .text)
    }
  }

  private func label(_ code: String, of field: FieldFacts?) -> String {
    guard let words, let catalogue = field?.shape.catalogue else { return code }
    return names.written(code, of: catalogue, in: words)
  }
}
