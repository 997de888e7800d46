import Casework
import GRDB

/// Months: the records that stand on their days, and what they come to.
extension CaseStore {
  func month(_ request: MonthRequest) throws(Refusal) -> MonthRows {
    let query = request.query
    guard case .month(let days)? = RecordDescription.of(query.kind).picture else { throw .notFound }
    let (first, last) = (request.first, request.first.lastOfMonth)
    var ordered = query
    ordered.sort = SortOrder(days.day)
    ordered.filters.append(FieldFilter(days.day, .upTo(last)))
    if days.until == nil { ordered.filters.append(FieldFilter(days.day, .from(first))) }
    var list = try statement(of: ordered)
    if let until = days.until {
      let end = "ifnull(\(try list.column(until)), \(try list.column(days.day)))"
      list.narrow(
        to: Condition(sql: "\(end) >= ?", arguments: [first.description.databaseValue]))
    }
    let cards = try page(
      list, days.fields(of: query.kind), .first, count: MonthRows.mostCards
    ).cards
    let isNarrowed = !query.filters.isEmpty || query.isSearching
    var rows = MonthRows(first: first, cards: cards)
    for indicator in isNarrowed ? [] : days.numbers {
      rows.numbers[indicator] = try number(indicator, in: first...last).map { Int($0) }
    }
    return rows
  }
}
