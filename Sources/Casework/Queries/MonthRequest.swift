/// A month of the records of a list.
package struct MonthRequest: Hashable, Sendable {
  package var query: ListQuery
  /// The first day of the month.
  package var first: CivilDate

  package init(_ query: ListQuery, _ first: CivilDate) {
    self.query = query
    self.first = first
  }
}

extension MonthDays {
  /// What is read of each record of a kind.
  package func fields(of kind: RecordKind) -> [String] {
    let description = RecordDescription.of(kind)
    let open = description[RecordDescription.openField].map { [$0.name] } ?? []
    let all = [day, title] + [until, hour].compactMap(\.self) + said + beside + open
    return all.reduce(into: []) { if !$0.contains($1) { $0.append($1) } }
  }
}

/// The records of a month and what they come to.
package struct MonthRows: Hashable, Sendable {
  /// The first day of the month.
  package var first: CivilDate
  /// In the order of their days.
  package var cards: [Card]
  /// Of all of them together; empty where the list is narrowed.
  package var numbers: [Indicator: Int]

  /// More records than this in one month are not shown.
  package static let mostCards = 1000

  package init(first: CivilDate, cards: [Card] = [], numbers: [Indicator: Int] = [:]) {
    self.first = first
    self.cards = cards
    self.numbers = numbers
  }
}
