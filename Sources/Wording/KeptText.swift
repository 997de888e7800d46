package import Casework
package import Labels

/// Who has been kept too long, in words.
package struct KeptText: Sendable {
  private let words: Words
  private var texts: ValueText { ValueText(words) }

  package init(_ words: Words) { self.words = words }

  /// Who, until when they were to be kept, and what would go or stays.
  package func lines(_ person: KeptPerson) -> [String] {
    let names = person.cases.map(texts.text).joined(separator: words("list.separator"))
    return [names, "  \(words("kept.since", texts.text(person.until)))  \(fate(person))"]
  }

  package var header: [String] {
    [
      words("disclosure.column.case"), words("kept.column.until"), words("kept.column.fate"),
      words("kept.column.records"), words("kept.column.entries"),
    ]
  }

  /// For a sheet, without names.
  package func cells(_ person: KeptPerson) -> [String] {
    [
      person.cases.map(\.number).joined(separator: words("list.separator")),
      person.until.description, fate(person),
      person.report.map { String($0.count) } ?? "",
      person.report.map { String($0.entries) } ?? "",
    ]
  }

  private func fate(_ person: KeptPerson) -> String {
    switch person.hold {
    case .refused(let lack): RefusalText(words).sentence(.cannotErase(lack))
    case .until(let day, let link, let rule):
      words(
        "kept.until", link.number, words("deadlineRule.\(rule.rawValue)"), texts.text(day))
    case nil:
      words(
        "kept.goes", String(person.report?.count ?? 0), String(person.report?.entries ?? 0))
    }
  }
}

extension ErasureReport {
  /// How many records lose something.
  package var count: Int { records.values.reduce(0, +) }
}
