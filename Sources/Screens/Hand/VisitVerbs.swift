import Casework

/// Being in touch with somebody who is held.
struct VisitVerbs {
  let hand: Hand

  /// The form of a contact of the case in hand; from a time in detention that of a visit there.
  func logContact() -> [Deed] {
    let visited = RecordDescription.of(.contact)[\Contact.detention]?.shape
    let place = hand.subject.flatMap { card in
      visited == .reference(card.address.kind) ? card.ownLink(hand.words) : nil
    }
    let offered: [String: FieldValue] =
      place.map {
        [
          Contact.name(\.detention): .link($0),
          Contact.name(\.medium): ContactMedium.visit.fieldValue,
        ]
      } ?? [:]
    return RecordVerbs(hand: hand).log(.contact, by: .logContact, offered: offered)
  }
}
