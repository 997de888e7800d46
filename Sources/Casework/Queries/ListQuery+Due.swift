extension ListQuery {
  /// The deadlines that are due or warn on `today`, earliest first: what a list of the day reads.
  ///
  /// Two bounds on days keep it to an index: its cost follows what is due, not the store.
  /// - Parameter category: only what asks for them so; nil for all.
  package static func due(_ today: CivilDate, category: DeadlineCategory? = nil) -> ListQuery {
    let longest = DeadlineRule.all
      .filter { rule in category.map { rule.categories.contains($0) } ?? true }
      .flatMap(\.warningDays).max()
    var query = ListQuery(
      .deadline,
      filters: [
        .open, FieldFilter(\DeadlineRecord.date, .upTo(today.adding(days: longest ?? 0))),
        FieldFilter(\DeadlineRecord.warnFrom, .upTo(today)),
      ], sort: SortOrder(\DeadlineRecord.date))
    if let category {
      query.filters.append(FieldFilter(\DeadlineRecord.category, .equals(.code(category.rawValue))))
    }
    return query
  }
}
