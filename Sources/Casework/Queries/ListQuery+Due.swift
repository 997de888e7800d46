extension ListQuery {
  /// The deadlines that are due or warn on `today`, earliest first: what a list of the day reads.
  ///
  /// Two bounds on days keep it to an index: its cost follows what is due, not the store.
  /// - Parameters:
  ///   - owner: whose cases; nil for those of all.
  ///   - isLaw: only what law asks, or may ask; not what support organisations do by themselves.
  package static func due(
    _ today: CivilDate, owner: RecordAddress? = nil, isLaw: Bool = false
  ) -> ListQuery {
    let longest = DeadlineRule.all.flatMap(\.warningDays).max() ?? 0
    var query = ListQuery(
      .deadline,
      filters: [
        .open, FieldFilter("date", .upTo(today.adding(days: longest))),
        FieldFilter("warnFrom", .upTo(today)),
      ], sort: SortOrder("date"))
    if isLaw {
      let rules = DeadlineRule.all.filter { $0.standing != .practice }.map(\.id.rawValue)
      query.filters.append(FieldFilter("rule", .equals(.codes(rules))))
    }
    if let owner { query.filters.append(FieldFilter("owner", .equals(.link(Link(owner))))) }
    return query
  }
}
