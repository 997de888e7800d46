package import Casework
import GRDB

extension CaseStore {
  /// The gatherings from the first day of a month to its last, and their numbers; what was
  /// cancelled is among them.
  package func salonMonth(_ first: CivilDate) throws(Refusal) -> SalonMonth {
    let last = first.lastOfMonth
    let query = ListQuery(
      .salon, filters: [FieldFilter("date", .from(first)), FieldFilter("date", .upTo(last))],
      sort: SortOrder("date"))
    let page = try page(query, .first, count: 1000, fields: SalonMonth.fields)
    return try read { db in
      let days = [first.description.databaseValue, last.description.databaseValue]
      func number(_ sql: String) throws -> Int {
        Int(try db.rows(Condition(sql: sql, arguments: days)).first?.number(at: 0) ?? 0)
      }
      return SalonMonth(
        first: first, gatherings: page.cards,
        persons: try number(
          "SELECT count(DISTINCT who) FROM attendedPerson WHERE \"on\" >= ? AND \"on\" <= ?"),
        visits: try number("SELECT sum(visits) FROM salon WHERE date >= ? AND date <= ?"))
    }
  }
}
