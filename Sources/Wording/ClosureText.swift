package import Casework
package import Labels

/// Who asked for the closing of a case, when and why.
package struct ClosureText: Sendable {
  /// What it reads of a case.
  package static let fields = Case.names(
    \.status, \.closureRequestedBy, \.closureRequestedOn, \.closureRequestReason)

  private let words: Words
  private var texts: ValueText { ValueText(words) }

  package init(_ words: Words) { self.words = words }

  /// A sentence; empty where nobody asks for it, or a list has not read who does.
  package func request(_ card: Card) -> String {
    guard card[\Case.status] == CaseStatus.closureRequested.fieldValue,
      !card[\Case.closureRequestedOn].isAbsent
    else { return "" }
    let on = texts.text(card, Case.name(\.closureRequestedOn))
    return words("desk.closureAsked", asker(card).map(texts.name) ?? "", on, why(card))
  }

  /// Who and why, for a row.
  package func short(_ card: Card) -> String {
    let why = why(card)
    return asker(card).map { words("today.closureAsked", texts.familiarName(of: $0), why) } ?? why
  }

  private func asker(_ card: Card) -> Link? {
    if case .link(let who) = card[\Case.closureRequestedBy] { who } else { nil }
  }

  private func why(_ card: Card) -> String {
    texts.text(card, Case.name(\.closureRequestReason))
  }
}
