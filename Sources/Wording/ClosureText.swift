package import Casework
package import Labels

/// Who asked for the closing of a case, when and why.
package struct ClosureText: Sendable {
  private let words: Words

  package init(_ words: Words) { self.words = words }

  /// Empty where nobody has.
  ///
  /// - Parameter detail: of the case, with its history.
  package func request(_ detail: Detail) -> String {
    let status = Case.name(\.status)
    guard detail.card[status] == CaseStatus.closureRequested.fieldValue,
      let entry = detail.history.first(where: { $0.after[status] != nil })
    else { return "" }
    let texts = ValueText(words)
    return words(
      "desk.closureAsked", entry.who.map(texts.name) ?? "", texts.text(entry.at.dateInJapan),
      entry.reason)
  }
}
