import Casework

extension FindBox {
  /// The cases that somebody is most likely to go on with: the opened ones, that in hand, and of the
  /// list the viewer's own.
  static func casesAtHand(_ desk: Desk) -> [FoundRecord] {
    let mine = desk.scene(of: desk.list.id).mine
    let own = desk.list.cards.filter { card in
      guard let field = RecordDescription.of(card.address.kind).ownerField,
        case .link(let owner) = card[field.name]
      else { return false }
      return mine.contains { $0.address == owner.address }
    }
    let cards =
      desk.details.reversed().map(\.detail.card) + [desk.subject].compactMap(\.self) + own
    let links = cards.compactMap { $0.caseLink(desk.words) }
      .reduce(into: [Link]()) { links, link in
        if !links.contains(where: { $0.address == link.address }) { links.append(link) }
      }
    return links.prefix(mostAtHand).map { FoundRecord($0) }
  }

  private static let mostAtHand = 5
}
