import Casework
import Cells
import Labels
import Widgets
import Wording

/// Who belongs to somebody, what they consented to, and how their needs have moved.
struct SupportLines {
  let words: Words
  let today: CivilDate

  private var texts: ValueText { ValueText(words) }

  func lines(of detail: Detail) -> [LinesView.Line] {
    household(detail.household) + consents(detail.consents) + closing(detail.card)
      + NeedLines(words: words).lines(of: detail.needs)
  }

  private func household(_ members: [Card]) -> [LinesView.Line] {
    members.map { card in
      let parts = [
        "\(card.number) \(texts.title(of: card))", text(card, "householdRole"),
        text(card, "status"),
      ]
      return .pair(
        words("desk.household"), parts.filter { !$0.isEmpty }.joined(separator: "  "))
    }
  }

  /// The scopes in force, each once; who works with the case sees at a glance what may be told.
  private func consents(_ cards: [Card]) -> [LinesView.Line] {
    guard let scope = RecordDescription.of(.consent)["scope"] else { return [] }
    let given = cards.filter { Consent($0).isInForce(on: today) }.map { card in
      let withheld = text(card, "withheld")
      let label = texts.shortText(card["scope"], of: scope.shape)
      return withheld.isEmpty ? label : words("desk.withheld", label, withheld)
    }
    var seen: Set<String> = []
    let each = given.filter { seen.insert($0).inserted }
    return [
      .pair(
        words("desk.consents"),
        each.isEmpty ? words("desk.noConsents") : each.joined(separator: words("list.separator")),
        role: each.isEmpty ? .warning : .plain)
    ]
  }

  /// Where nobody else could approve the closing, that is said.
  private func closing(_ card: Card) -> [LinesView.Line] {
    guard case .link(let one) = card["closureRequestedBy"],
      case .link(let other) = card["closureApprovedBy"], one.address == other.address
    else { return [] }
    return [.text(words("desk.ownApproval"), role: .warning)]
  }

  private func text(_ card: Card, _ field: String) -> String {
    RecordDescription.of(card.address.kind)[field]
      .map { texts.shortText(card[field], of: $0.shape) } ?? ""
  }
}

extension Consent {
  /// A consent as a card holds it.
  fileprivate init(_ card: Card) {
    self.init(
      values: Dictionary(
        uniqueKeysWithValues: Self.fields.map { ($0.facts.name, card[$0.facts.name]) }))
  }

  fileprivate func isInForce(on day: CivilDate) -> Bool { allows(scope, to: nil, on: day) }
}
