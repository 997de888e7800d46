import Casework
import GRDB

/// What an indicator takes of each record of a list, as SQL.
struct QuantityColumn {
  /// The list with the tables that the quantity needs.
  private(set) var list: ListStatement
  let today: CivilDate
  let period: ClosedRange<CivilDate>?

  /// - Throws: `problems` naming a field that the records have not.
  mutating func sql(of indicator: Indicator) throws(Refusal) -> Condition {
    switch indicator.aggregate {
    case .count: return Condition(sql: "1", arguments: [])
    case .share: return try hits(indicator.hits(today, in: period))
    case .distinct(let quantity), .sum(let quantity), .median(let quantity), .mean(let quantity),
      .perOne(let quantity):
      return Condition(sql: try sql(quantity), arguments: [])
    }
  }

  /// 1 where a record holds all that is asked, else 0.
  private mutating func hits(_ filters: [FieldFilter]) throws(Refusal) -> Condition {
    var all = Condition(sql: "", arguments: [])
    for filter in filters { all = all.and(try list.condition(filter)) }
    return Condition(sql: "ifnull(\(all.sql.isEmpty ? "1" : all.sql), 0)", arguments: all.arguments)
  }

  private mutating func sql(_ quantity: Indicator.Quantity) throws(Refusal) -> String {
    switch quantity {
    case .field(let name): return try list.column(name)
    case .person: return person
    case .daysSince(let name):
      return "CAST(julianday('\(today)') - julianday(\(try list.column(name))) AS INTEGER)"
    case .days(let from, let to): return try days(from, to)
    case .months(let from, let to): return "\(try days(from, to)) / 30.4375"
    case .hours(let name): return "\(try list.column(name)) / 60.0"
    case .nights(let from, let to): return try nights(from, to)
    case .pace(let goal, let have, let end):
      let left = "max(0, \(try list.column(goal)) - ifnull(\(try list.column(have)), 0))"
      let days = "(julianday(\(try list.column(end))) - julianday('\(today)') + 1)"
      return "CASE WHEN \(days) > 0 THEN \(left) / \(days) END"
    }
  }

  private mutating func days(_ from: String, _ to: String) throws(Refusal) -> String {
    let (begin, end) = (try list.column(from), try list.column(to))
    return "CAST(julianday(\(end)) - julianday(\(begin)) AS INTEGER)"
  }

  private mutating func nights(_ from: String, _ to: String) throws(Refusal) -> String {
    // The night of today is not slept yet.
    let morning = min(period?.upperBound.adding(days: 1) ?? today, today)
    var begin = try list.column(from)
    if let first = period?.lowerBound { begin = "max(\(begin), '\(first)')" }
    let end = "min(ifnull(\(try list.column(to)), '\(morning)'), '\(morning)')"
    return "max(0, CAST(julianday(\(end)) - julianday(\(begin)) AS INTEGER))"
  }

  private var person: String {
    let description = list.source.description
    if description[\Case.person] != nil { return "t.person" }
    let person = "(SELECT person FROM \(HeldViews.persons) WHERE id = t.\"case\")"
    guard description[\Attendance.guestName] != nil else { return person }
    let guest = "'g' || t.personRole || ' ' || t.guestName"
    return "CASE WHEN t.\"case\" IS NULL THEN \(guest) ELSE 'p' || \(person) END"
  }
}
