extension ListQuery {
  /// The deadlines that are due or warn on `today`, earliest first: what a list of the day reads.
  ///
  /// Two bounds on days keep it to an index: its cost follows what is due, not the store.
  /// - Parameter owner: whose cases; nil for those of all.
  package static func due(_ today: CivilDate, owner: RecordAddress? = nil) -> ListQuery {
    let longest = DeadlineRule.all.flatMap(\.warningDays).max() ?? 0
    var query = ListQuery(
      .deadline,
      filters: [
        .open, FieldFilter("date", .upTo(today.adding(days: longest))),
        FieldFilter("warnFrom", .upTo(today)),
      ], sort: SortOrder("date"))
    if let owner { query.filters.append(FieldFilter("owner", .equals(.link(Link(owner))))) }
    return query
  }
}
