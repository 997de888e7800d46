/// A number that screens, reports, listings and exports show: its one definition.
///
/// What is counted, over which records and in which time, is said here alone; the statement that
/// counts, the list behind the number and its sentence are made of it.
package struct Indicator: Sendable {
  /// What the records must hold on a day.
  typealias Population = @Sendable (CivilDate) -> [FieldFilter]

  /// What a record of a share must hold to be one of the hundred.
  ///
  /// A type of its own: of two closures with a default, the one that stands behind an indicator would
  /// be taken for the first, and the indicator would count everything.
  struct Hits {
    let filters: Population

    init(_ filters: @escaping Population) { self.filters = filters }
  }

  /// Stable: how listings and reports call it; the second half of its label key.
  package let code: String
  /// The records that it counts.
  package let kind: RecordKind
  package let aggregate: Aggregate
  package let unit: Unit
  /// The day that places a record in a period; nil for a number that says how it stands today.
  package let day: String?
  /// The first day on which the record is over, for what lasts: it is in every period that it
  /// touches. A field that may be empty, which is not over.
  package let over: String?
  /// The fields by which it can be told apart, such as the stage.
  package let groupings: [String]
  /// Whether it is also told since the organisation began, with what was counted before the program
  /// was there.
  package let accumulates: Bool
  private let labels: String
  private let population: Population
  private let wanted: Population
  /// Of a share, the day that must lie in the period too for a record to be one of the hundred.
  private let hitDay: String?
  private let sort: SortOrder?
  /// The facts of its sentence, in the order of their places.
  package let facts: [String]

  /// - Parameters:
  ///   - labels: the first half of its label key; its sentence stands under `.about`.
  ///   - hits: of a share, what a record must hold to be one of the hundred.
  ///   - hitDay: the day of it that must lie in the period for that.
  ///   - population: what the records must hold on a day.
  init(
    _ code: String, of kind: RecordKind, _ aggregate: Aggregate = .count, unit: Unit? = nil,
    day: String? = nil, over: String? = nil, by groupings: [String] = [], sort: SortOrder? = nil,
    labels: String = "indicator", facts: [String] = [], accumulates: Bool = false,
    hits: Hits = Hits { _ in [] }, hitDay: String? = nil,
    where population: @escaping Population = { _ in [] }
  ) {
    self.code = code
    self.kind = kind
    self.aggregate = aggregate
    self.unit = unit ?? Self.unit(of: aggregate)
    self.day = day
    self.over = over
    self.groupings = groupings
    self.accumulates = accumulates
    self.labels = labels
    self.population = population
    wanted = hits.filters
    self.hitDay = hitDay
    self.sort = sort
    self.facts = facts
  }

  package init?(code: String) {
    guard let found = Self.all.first(where: { $0.code == code }) else { return nil }
    self = found
  }

  package var labelKey: String { "\(labels).\(code)" }

  /// The records behind the number; of a share all of which it is one.
  ///
  /// - Parameters:
  ///   - staff: whose; everybody's where it is empty.
  ///   - period: its first and last day, of a number that has one.
  package func query(
    _ today: CivilDate, of staff: [Link] = [], in period: ClosedRange<CivilDate>? = nil
  ) -> ListQuery {
    var query = ListQuery(kind, filters: population(today), sort: sort)
    if let day, let period {
      let from = over ?? day
      let first = over == nil ? period.lowerBound : period.lowerBound.adding(days: 1)
      query.filters += [
        FieldFilter(from, over == nil ? .from(first) : .absentOrFrom(first)),
        FieldFilter(day, .upTo(period.upperBound)),
      ]
    }
    return query.owned(by: staff)
  }

  /// The records behind one of its parts.
  ///
  /// - Parameter group: what they hold in the field `grouping`.
  package func query(
    _ today: CivilDate, of staff: [Link] = [], in period: ClosedRange<CivilDate>? = nil,
    by grouping: String, _ group: FieldValue
  ) -> ListQuery {
    var query = query(today, of: staff, in: period)
    query.filters.append(FieldFilter(grouping, .equals(group)))
    return query
  }

  /// What a record of a share must hold to be one of the hundred.
  package func hits(
    _ today: CivilDate, in period: ClosedRange<CivilDate>? = nil
  ) -> [FieldFilter] {
    guard let hitDay, let period else { return wanted(today) }
    return wanted(today) + [
      FieldFilter(hitDay, .from(period.lowerBound)), FieldFilter(hitDay, .upTo(period.upperBound)),
    ]
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
