import Casework
import Cells
import Labels
import Widgets
import Wording

/// Who belongs to somebody, what they consented to, and how their needs have moved.
struct SupportLines {
  let words: Words
  let today: CivilDate
  let chrome: Chrome

  private var texts: ValueText { ValueText(words) }

  func lines(of detail: Detail) -> [LinesView.Line] {
    household(detail.household) + consents(detail.consents) + closing(detail.card)
      + NeedLines(words: words, chrome: chrome).lines(of: detail.needs)
  }

  private func household(_ members: [Card]) -> [LinesView.Line] {
    members.map { card in
      let parts = [
        "\(card.number) \(texts.title(of: card))", texts.shortText(card, "householdRole"),
        texts.shortText(card, "status"),
      ]
      return .pair(
        words("desk.household"), parts.filter { !$0.isEmpty }.joined(separator: "  "))
    }
  }

  /// What is kept back of what may be told; which consents there are is in the summary.
  private func consents(_ cards: [Card]) -> [LinesView.Line] {
    let withheld = cards.filter { Consent($0).isInForce(on: today) }.compactMap { card -> String? in
      let withheld = texts.shortText(card, "withheld")
      return withheld.isEmpty
        ? nil : words("desk.withheld", texts.shortText(card, "scope"), withheld)
    }
    var seen: Set<String> = []
    let each = withheld.filter { seen.insert($0).inserted }
    return each.isEmpty
      ? []
      : [
        .pair(
          words("desk.consents"), each.joined(separator: words("list.separator")), role: .warning)
      ]
  }

  /// Where nobody else could approve the closing, that is said.
  private func closing(_ card: Card) -> [LinesView.Line] {
    guard case .link(let one) = card[\Case.closureRequestedBy],
      case .link(let other) = card[\Case.closureApprovedBy], one.address == other.address
    else { return [] }
    return [.text(words("desk.ownApproval"), role: .warning)]
  }
}
