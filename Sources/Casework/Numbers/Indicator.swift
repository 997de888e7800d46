/// A number that screens, reports, listings and exports show: its one definition.
///
/// What is counted, over which records and in which time, is said here alone; the statement that
/// counts, the list behind the number and its sentence are made of it.
package struct Indicator: Sendable {
  /// Stable: how listings and reports call it; the second half of its label key.
  package let code: String
  /// The records that it counts.
  package let kind: RecordKind
  package let aggregate: Aggregate
  /// The day that places a record in a period; nil for a number that says how it stands today.
  package let day: String?
  /// The fields by which it can be told apart, such as the stage.
  package let groupings: [String]
  private let labels: String
  private let population: @Sendable (CivilDate) -> [FieldFilter]
  private let sort: SortOrder?
  /// The facts of its sentence, in the order of their places.
  package let facts: [String]

  /// What is made of the records.
  package enum Aggregate: Hashable, Sendable {
    case count
    /// Different ones of something, such as 実人数.
    case distinct(Quantity)
    case sum(Quantity)
    /// The middle one; of an even number the mean of the two in the middle.
    case median(Quantity)
  }

  /// What is taken of each record.
  package enum Quantity: Hashable, Sendable {
    case field(String)
    /// The person: two cases of one person are one, a guest is known by name and kind.
    case person
    /// The days from the day in a field to today.
    case daysSince(String)
  }

  /// - Parameters:
  ///   - labels: the first half of its label key; its sentence stands under `.about`.
  ///   - population: what the records must hold on a day.
  init(
    _ code: String, of kind: RecordKind, _ aggregate: Aggregate = .count, day: String? = nil,
    by groupings: [String] = [], sort: SortOrder? = nil, labels: String = "indicator",
    facts: [String] = [], where population: @escaping @Sendable (CivilDate) -> [FieldFilter]
  ) {
    self.code = code
    self.kind = kind
    self.aggregate = aggregate
    self.day = day
    self.groupings = groupings
    self.labels = labels
    self.population = population
    self.sort = sort
    self.facts = facts
  }

  package init?(code: String) {
    guard let found = Self.all.first(where: { $0.code == code }) else { return nil }
    self = found
  }

  package var labelKey: String { "\(labels).\(code)" }

  /// The records behind the number.
  ///
  /// - Parameters:
  ///   - staff: whose; everybody's where it is empty.
  ///   - period: its first and last day, of a number that has one.
  package func query(
    _ today: CivilDate, of staff: [Link] = [], in period: ClosedRange<CivilDate>? = nil
  ) -> ListQuery {
    var query = ListQuery(kind, filters: population(today), sort: sort)
    if let day, let period {
      query.filters += [
        FieldFilter(day, .from(period.lowerBound)), FieldFilter(day, .upTo(period.upperBound)),
      ]
    }
    return query.owned(by: staff)
  }

  /// The indicator whose records a list holds, or some of them.
  package init?(filtering query: ListQuery, on today: CivilDate) {
    let found = Self.narrowing.first { indicator in
      indicator.kind == query.kind
        && indicator.query(today).filters.allSatisfy(query.filters.contains)
    }
    guard let found else { return nil }
    self = found
  }
}

extension Indicator: Hashable {
  package static func == (a: Self, b: Self) -> Bool { a.code == b.code }
  package func hash(into hasher: inout Hasher) { hasher.combine(code) }
}

/// A number, or one of its groups.
package struct IndicatorValue: Hashable, Sendable {
  /// What the group holds in the field it is told apart by; absent for the whole.
  package let group: FieldValue
  /// Exact; nil where there is nothing to make a median of.
  package let value: Double?

  package init(group: FieldValue = .absent, value: Double?) {
    self.group = group
    self.value = value
  }
}
