/// A month of the records of a list.
package struct MonthRequest: Hashable, Sendable {
  package var query: ListQuery
  /// The first day of the month.
  package var first: CivilDate
  /// How many records of a day are read at most; of `whole` more of them.
  package var depth: Int
  /// The day that somebody goes through record by record, where it has more than `depth`.
  package var whole: CivilDate?
  /// Whether also the numbers of all of them are counted, which takes longer the more there are.
  package var isCounted: Bool

  package init(
    _ query: ListQuery, _ first: CivilDate, depth: Int = 100, whole: CivilDate? = nil,
    isCounted: Bool = true
  ) {
    self.query = query
    self.first = first
    self.depth = depth
    self.whole = whole
    self.isCounted = isCounted
  }

  /// How many records of the day that somebody goes through are read.
  package static let mostOfDay = 200

  /// The days of the month.
  package var days: ClosedRange<CivilDate> { first...first.lastOfMonth }

  package func depth(of day: CivilDate) -> Int { day == whole ? Self.mostOfDay : depth }
}

extension PictureRequest {
  /// The same with what takes longer to read, for after the picture stands; nil where that is all.
  package var counted: PictureRequest? {
    guard case .month(var request) = self, !request.isCounted,
      case .month(let days)? = RecordDescription.of(request.query.kind).picture,
      !days.numbers.isEmpty, request.query.filters.isEmpty, !request.query.isSearching
    else { return nil }
    request.isCounted = true
    return .month(request)
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
  package var cards: [Card]
  /// How many a day has, where they are more than every day shows.
  package var counts: [CivilDate: ListCount] = [:]
  /// How many of the month were not called off; nil where `cards` are all of them.
  package var held: ListCount?
  /// Of all of them together; empty where the list is narrowed, and until they are counted.
  package var numbers: [Indicator: Int]

  /// More records than this in one month are not shown where they last for days.
  package static let mostCards = 1000

  package init(first: CivilDate, cards: [Card] = [], numbers: [Indicator: Int] = [:]) {
    self.first = first
    self.cards = cards
    self.numbers = numbers
  }
}
