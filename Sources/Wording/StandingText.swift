package import Casework
package import Labels

/// What is under way at the authority for the person of a case, in words: applications that are still
/// decided, and where somebody is held.
package struct StandingText: Sendable {
  private let words: Words
  private var texts: ValueText { ValueText(words) }

  package init(_ words: Words) { self.words = words }

  /// Where somebody is held first.
  package func facts(of detail: Detail) -> [LegalText.Fact] {
    detail.detentions.map(held) + detail.applications.map(pending)
  }

  private func held(_ card: Card) -> LegalText.Fact {
    let since = words("desk.standing.heldSince", texts.text(card, Detention.name(\.on)))
    return LegalText.Fact(
      label: words("kind.detention.short"),
      text: "\(texts.text(card, Detention.name(\.place)))  \(since)", standing: .unconfirmed)
  }

  /// What no paper shows is said.
  private func pending(_ card: Card) -> LegalText.Fact {
    let isSeen = !card[\StatusApplication.receipt].isAbsent
    let parts = [
      texts.shortText(card, StatusApplication.name(\.type)),
      texts.text(card, StatusApplication.name(\.on)),
      isSeen ? "" : words("desk.standing.noReceipt"),
    ]
    return LegalText.Fact(
      label: words("kind.application.short"),
      text: parts.filter { !$0.isEmpty }.joined(separator: "  "),
      standing: isSeen ? .confirmed : .unconfirmed)
  }
}
