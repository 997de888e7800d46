import Casework

extension Desk {
  /// The cases that somebody is most likely to go on with: the opened ones, that in hand, and of the
  /// list the viewer's own.
  var casesAtHand: [FoundRecord] {
    let mine = scene(of: list.id).mine
    let own = list.cards.filter { card in
      guard let field = RecordDescription.of(card.address.kind).ownerField,
        case .link(let owner) = card[field.name]
      else { return false }
      return mine.contains { $0.address == owner.address }
    }
    let cards = details.reversed().map(\.detail.card) + [subject].compactMap(\.self) + own
    let links = cards.compactMap { $0.caseLink(words) }.reduce(into: [Link]()) { links, link in
      if !links.contains(where: { $0.address == link.address }) { links.append(link) }
    }
    return links.prefix(Self.mostAtHand).map { FoundRecord($0) }
  }

  private static let mostAtHand = 5
}
