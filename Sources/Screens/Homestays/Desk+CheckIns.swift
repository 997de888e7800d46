import Casework
import Wording

/// Asking guest and host, apart from each other, how they are.
extension Desk {
  /// The form of a check-in of the case in hand, with the stay filled in where one is meant.
  mutating func logCheckIn() -> [Effect] {
    log(
      .checkIn, by: .logCheckIn,
      offered: subjectStay.map { ["homestay": .link($0)] } ?? [:])
  }

  /// The stay in hand: the selected or opened one, that of a check-in which is due, else the one
  /// that goes on in the opened case.
  private var subjectStay: Link? {
    guard let subject else { return nil }
    switch subject.address.kind {
    case .homestay: return link(to: subject)
    case .checkIn: return if case .link(let stay) = subject["homestay"] { stay } else { nil }
    case .deadline:
      guard subject.isCheckInDue, case .text(let number) = subject["about"] else { return nil }
      let id = number.split(separator: "-").last.flatMap { Int64($0) }
      return id.map { Link(RecordAddress(.homestay, RecordID($0)), number: number) }
    default:
      let opened = details.last?.detail
      if let card = opened?.card, card.address.kind == .homestay { return link(to: card) }
      return opened?.timeline.first { card in
        card.address.kind == .homestay
          && StayStage(fieldValue: card["stage"]).map { $0 == .inProgress || $0 == .extended }
            ?? false
      }.map(link)
    }
  }

  private func link(to card: Card) -> Link {
    Link(card.address, number: card.number, title: ValueText(words).title(of: card))
  }
}
