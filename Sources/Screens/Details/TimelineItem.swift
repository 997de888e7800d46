import Casework

/// One thing on the timeline of a record.
enum TimelineItem: Hashable, Sendable {
  /// A record about it: a stay, an attendance, a placement, a contact, a note, a follow-up.
  case record(Card)
  /// A move of its status, as the journal keeps it, and how many days the status before lasted.
  case move(JournalEntry, from: FieldValue, to: FieldValue, days: Int?)

  /// Everything around a record, latest first; of one day the moves first.
  static func items(of detail: Detail) -> [TimelineItem] {
    let status = RecordDescription.of(detail.card.address.kind).statusField?.name
    let moves = detail.history.compactMap { entry -> TimelineItem? in
      guard let status, let from = entry.before[status], let to = entry.after[status] else {
        return nil
      }
      let days = entry.daysBefore(status, in: detail.history)
      return .move(entry, from: from, to: to, days: days)
    }
    return (moves + detail.timeline.map(TimelineItem.record)).enumerated()
      .sorted { ($1.element.date, $0.offset) < ($0.element.date, $1.offset) }.map(\.element)
  }

  /// Nil where nobody said: such a record stands at the end.
  var day: CivilDate? {
    switch self {
    case .record(let card):
      let field = RecordDescription.of(card.address.kind).timelineField
      if let field, case .date(let date) = card[field] { return date }
      return nil
    case .move(let entry, _, _, _): return entry.at.dateInJapan
    }
  }

  private var date: Int { day?.dayNumber ?? .min }

  var card: Card? { if case .record(let card) = self { card } else { nil } }
}
