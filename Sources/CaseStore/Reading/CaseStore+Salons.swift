package import Casework
import GRDB

extension CaseStore {
  /// The gatherings from the first day of a month to its last, and their numbers; what was
  /// cancelled is among them.
  package func salonMonth(_ first: CivilDate) throws(Refusal) -> SalonMonth {
    let last = first.lastOfMonth
    let query = ListQuery(
      .salon,
      filters: [FieldFilter(\Salon.date, .from(first)), FieldFilter(\Salon.date, .upTo(last))],
      sort: SortOrder(\Salon.date))
    return try read { _ in
      SalonMonth(
        first: first,
        gatherings: try page(query, .first, count: 1000, fields: SalonMonth.fields).cards,
        numbers: try Indicator.gatherings.reduce(into: [:]) { numbers, indicator in
          numbers[indicator] = try number(indicator, in: first...last).map { Int($0) }
        })
    }
  }
}
