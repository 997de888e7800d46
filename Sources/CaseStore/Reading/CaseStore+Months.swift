package import Casework
import GRDB

/// Months: the records that stand on their days, and what they come to.
extension CaseStore {
  /// A month of a list, counted beside a desk: what grows with the store is in it.
  ///
  /// - Parameter goesOn: is asked every few milliseconds; false stops.
  /// - Throws: `stopped` where it said so; `notPermitted` for a volunteer; `notFound` where the kind
  ///   stands on no days.
  package func month(
    _ request: MonthRequest, unlessStopped goesOn: () -> Bool
  ) throws(Refusal) -> MonthRows {
    try read { db in
      try withoutActuallyEscaping(goesOn) { goesOn in
        try db.stopping(unless: goesOn) {
          guard goesOn() else { throw Refusal.stopped }
          return try month(request)
        }
      }
    }
  }

  func month(_ request: MonthRequest) throws(Refusal) -> MonthRows {
    let query = request.query
    guard case .month(let days)? = RecordDescription.of(query.kind).picture else { throw .notFound }
    var rows =
      if let until = days.until {
        try spans(request, days, until: until)
      } else {
        try single(request, days)
      }
    let isNarrowed = !query.filters.isEmpty || query.isSearching
    for indicator in isNarrowed || !request.isCounted ? [] : days.numbers {
      rows.numbers[indicator] = try number(indicator, in: request.days).map { Int($0) }
    }
    return rows
  }

  /// What lasts for days: the first of them, as many as there is room for.
  private func spans(
    _ request: MonthRequest, _ days: MonthDays, until: String
  ) throws(Refusal) -> MonthRows {
    var query = request.query
    query.sort = SortOrder(days.day)
    query.filters.append(FieldFilter(days.day, .upTo(request.days.upperBound)))
    var list = try statement(of: query)
    let end = "ifnull(\(try list.column(until)), \(try list.column(days.day)))"
    list.narrow(
      to: Condition(
        sql: "\(end) >= ?", arguments: [request.first.description.databaseValue]))
    let page = try page(
      list, days.fields(of: query.kind), .first, count: MonthRows.mostCards)
    var rows = MonthRows(first: request.first, cards: page.cards)
    if page.hasMoreAfter { rows.held = ListCount(MonthRows.mostCards, isExact: false) }
    return rows
  }

  /// What has one day: the earliest of each day and how many there are, each day entered along the
  /// index and left where it is known well enough.
  private func single(_ request: MonthRequest, _ days: MonthDays) throws(Refusal) -> MonthRows {
    var query = request.query
    query.sort = SortOrder(days.day)
    let list = try statement(of: query)
    return try read { db in
      var rows = MonthRows(first: request.first)
      var shown: [RecordID] = []
      for number in request.first.dayNumber...request.days.upperBound.dayNumber {
        let day = CivilDate(dayNumber: number)
        var ofDay = list
        ofDay.narrow(toKey: day.description.databaseValue)
        let count = ListCount(found: try db.number(ofDay.count(limit: ListCount.limit)))
        guard count.value > 0 else { continue }
        if count.value > request.depth { rows.counts[day] = count }
        shown += try db.rows(ofDay.first(request.depth(of: day), by: days.hour))
          .compactMap { $0.number(at: 0).map(RecordID.init(_:)) }
      }
      var cards = list
      let select = try cards.select(days.fields(of: query.kind))
      for ids in IDList.lists(of: shown) {
        var some = cards
        some.narrow(to: Condition(sql: "t.id IN (\(ids.marks))", arguments: ids.arguments))
        rows.cards += try db.rows(some.all(select.columns)).map(select.card)
      }
      if !rows.counts.isEmpty { rows.held = try held(request, days, in: db) }
      return rows
    }
  }

  /// How many records of the month are not called off, counted up to `ListCount.limit`.
  private func held(
    _ request: MonthRequest, _ days: MonthDays, in db: Database
  ) throws -> ListCount {
    var query = request.query
    query.sort = SortOrder(days.day)
    query.filters += [
      FieldFilter(days.day, .from(request.first)),
      FieldFilter(days.day, .upTo(request.days.upperBound)),
    ]
    var list = try statement(of: query)
    let description = RecordDescription.of(query.kind)
    if description[RecordDescription.openField] != nil {
      let column = try list.column(RecordDescription.openField)
      list.narrow(to: Condition(sql: "\(column) IS NOT 0", arguments: []))
    }
    let status = Salon.name(\.status)
    let off = SessionStatus.cancelled.rawValue
    if case .choice(let catalogue)? = description[status]?.shape, catalogue.contains(off) {
      list.narrow(
        to: Condition(
          sql: "\(try list.column(status)) IS NOT ?", arguments: [off.databaseValue]))
    }
    return ListCount(found: try db.number(list.count(limit: ListCount.limit)))
  }
}

extension ListStatement {
  /// The ids of the earliest records of a list, by a time of day; those without one come last.
  ///
  /// So many are looked at that a list is called long; none beyond them.
  fileprivate func first(_ count: Int, by hour: String?) throws -> Condition {
    var list = self
    guard let hour else { return list.sql(["t.id"], limit: count) }
    let time = try list.column(hour)
    let found = list.sql(["t.id AS id", "\(time) AS hour"], limit: ListCount.limit)
    return Condition(
      sql: "SELECT id FROM (\(found.sql)) ORDER BY ifnull(hour, '~'), id LIMIT ?",
      arguments: found.arguments + [count.databaseValue])
  }
}
