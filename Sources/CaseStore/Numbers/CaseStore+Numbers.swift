package import Casework
import GRDB

extension CaseStore {
  /// An indicator, exact whatever the size of the store.
  ///
  /// - Parameters:
  ///   - staff: whose records it counts; everybody's where it is empty.
  ///   - period: its first and last day.
  /// - Throws: `notPermitted` for a volunteer.
  package func number(
    _ indicator: Indicator, of staff: [Link] = [], in period: ClosedRange<CivilDate>? = nil
  ) throws(Refusal) -> Double? {
    try numbers(indicator, of: staff, in: period, by: nil).first?.value
  }

  /// An indicator by what the records hold in one of its groupings, in the order of the stored
  /// values; a group of no records is missing.
  ///
  /// - Throws: as `number(_:of:in:)`; `problems` naming a field that is no grouping of it.
  package func numbers(
    _ indicator: Indicator, of staff: [Link] = [], in period: ClosedRange<CivilDate>? = nil,
    by grouping: String
  ) throws(Refusal) -> [IndicatorValue] {
    guard indicator.groupings.contains(grouping) else {
      throw .problems([FieldProblem(grouping, .notFound)])
    }
    return try numbers(indicator, of: staff, in: period, by: grouping as String?)
  }

  private func numbers(
    _ indicator: Indicator, of staff: [Link], in period: ClosedRange<CivilDate>?,
    by grouping: String?
  ) throws(Refusal) -> [IndicatorValue] {
    try require(.staff)
    let query = indicator.query(today, of: staff, in: period)
    let statement = try ListStatement(query, for: viewer, today: today)
      .aggregate(indicator.aggregate, by: grouping, today: today)
    let shape = grouping.flatMap { RecordDescription.of(indicator.kind)[$0]?.shape }
    return try read { db in
      try db.rows(statement).map { row in
        IndicatorValue(
          group: shape.flatMap { $0.value(row[0]) } ?? .absent,
          value: Double.fromDatabaseValue(row[1] as DatabaseValue))
      }
    }
  }
}

extension ListStatement {
  /// Makes a number of the records of a list: rows of what they hold in `grouping`, and the number.
  fileprivate func aggregate(
    _ aggregate: Indicator.Aggregate, by grouping: String?, today: CivilDate
  ) -> Condition {
    let group = grouping.map { "t.\(quoted($0))" } ?? "NULL"
    let value = aggregate.quantity?.sql(of: source.description, today) ?? "1"
    var found = all(["\(group) AS g", "\(value) AS x"])
    let rows =
      if case .median = aggregate {
        """
        (SELECT g, x FROM (
          SELECT g, x, row_number() OVER (PARTITION BY g ORDER BY x) AS i,
            count(*) OVER (PARTITION BY g) AS n
          FROM (\(found.sql)) WHERE x IS NOT NULL)
        WHERE i IN ((n + 1) / 2, (n + 2) / 2))
        """
      } else {
        "(\(found.sql))"
      }
    found.sql = "SELECT g, \(aggregate.sql) FROM \(rows)"
    if grouping != nil { found.sql += " GROUP BY g ORDER BY g" }
    return found
  }
}

extension Indicator.Aggregate {
  fileprivate var quantity: Indicator.Quantity? {
    switch self {
    case .count: nil
    case .distinct(let quantity), .sum(let quantity), .median(let quantity): quantity
    }
  }

  /// The number made of the quantities `x`; of a median they are the one or two in the middle.
  fileprivate var sql: String {
    switch self {
    case .count: "count(*)"
    case .distinct: "count(DISTINCT x)"
    case .sum: "ifnull(sum(x), 0)"
    case .median: "avg(x)"
    }
  }
}

extension Indicator.Quantity {
  /// Its value for the record of the table `t`.
  fileprivate func sql(of description: RecordDescription, _ today: CivilDate) -> String {
    switch self {
    case .field(let name): return "t.\(quoted(name))"
    case .person:
      if description[\Case.person] != nil { return "t.person" }
      let person = "(SELECT person FROM \"case\" WHERE id = t.\"case\")"
      guard description[\Attendance.guestName] != nil else { return person }
      let guest = "'g' || t.personRole || ' ' || t.guestName"
      return "CASE WHEN t.\"case\" IS NULL THEN \(guest) ELSE 'p' || \(person) END"
    case .daysSince(let name):
      return "CAST(julianday('\(today)') - julianday(t.\(quoted(name))) AS INTEGER)"
    }
  }
}
