extension ListQuery {
  /// The deadlines that are due or warn on `today`, earliest first: what a list of the day reads.
  ///
  /// Two bounds on days keep it to an index: its cost follows what is due, not the store.
  /// - Parameters:
  ///   - category: only what asks for them so; nil for all.
  ///   - from: only those of this day or later.
  ///   - to: only those of this day or earlier.
  package static func due(
    _ today: CivilDate, category: DeadlineCategory? = nil, from: CivilDate? = nil,
    to: CivilDate? = nil
  ) -> ListQuery {
    let longest = DeadlineRule.all
      .filter { rule in category.map { rule.categories.contains($0) } ?? true }
      .flatMap(\.warningDays).max()
    let last = today.adding(days: max(longest ?? 0, Ladder.mostDays))
    var query = ListQuery(
      .deadline,
      filters: [
        .open, FieldFilter(\DeadlineRecord.date, .upTo(to.map { min($0, last) } ?? last)),
        FieldFilter(\DeadlineRecord.warnFrom, .upTo(today)),
      ], sort: SortOrder(\DeadlineRecord.date))
    if let from { query.filters.append(FieldFilter(\DeadlineRecord.date, .from(from))) }
    if let category {
      query.filters.append(FieldFilter(\DeadlineRecord.category, .equals(.code(category.rawValue))))
    }
    return query
  }
}
