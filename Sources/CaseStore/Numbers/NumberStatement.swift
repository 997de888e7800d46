import Casework
import GRDB

/// An indicator as SQL: a row for each of its groups.
struct NumberStatement {
  enum Grouping: Hashable {
    case nothing
    case field(String)
    /// The months in which the days of its records lie.
    case month
  }

  struct Row {
    let group: FieldValue
    /// The first day of the month, of a number by months.
    let month: String?
    let value: Double?
    /// Of how many records it is made.
    let base: Int
    /// How many of them a share counts.
    let hits: Int
  }

  private let condition: Condition
  private let shape: Shape?

  /// - Throws: `problems` naming a field that the records have not.
  init(
    _ indicator: Indicator, of staff: [Link], in period: ClosedRange<CivilDate>?,
    by grouping: Grouping, for viewer: Viewer, today: CivilDate
  ) throws(Refusal) {
    var list = try ListStatement(
      indicator.query(today, of: staff, in: period), for: viewer, today: today, isInOrder: false)
    var quantity = QuantityColumn(list: list, today: today, period: period)
    let taken = try quantity.sql(of: indicator)
    list = quantity.list
    var group = "NULL"
    var shape: Shape?
    switch grouping {
    case .nothing: break
    case .field(let name):
      group = try list.column(name)
      shape = RecordDescription.of(indicator.kind)[name]?.shape
    case .month:
      if let day = indicator.day { group = "substr(\(try list.column(day)), 1, 7) || '-01'" }
    }
    var found = list.all(["\(group) AS g", "\(taken.sql) AS x"], taken.arguments)
    if case .choices(let choices)? = shape {
      found.sql = Self.eachOf(choices, found.sql)
      shape = .choice(choices)
    }
    self.shape = shape
    condition = Condition(
      sql: indicator.aggregate.made(of: found.sql, inGroups: grouping != .nothing),
      arguments: found.arguments)
  }

  /// A row for each of the several choices that a record holds: it is in as many groups.
  private static func eachOf(_ choices: Catalogue, _ rows: String) -> String {
    let codes = choices.codes.map { "('\($0)')" }.joined(separator: ", ")
    return """
      SELECT c.column1 AS g, r.x FROM (\(rows)) AS r LEFT JOIN (VALUES \(codes)) AS c
        ON instr(' ' || r.g || ' ', ' ' || c.column1 || ' ') > 0
      """
  }

  func rows(in db: Database) throws -> [Row] {
    try db.rows(condition).map { row in
      let group: DatabaseValue = row[0]
      return Row(
        group: shape.flatMap { $0.value(group) } ?? .absent, month: group.text,
        value: Double.fromDatabaseValue(row[1]), base: Int(row.number(at: 2) ?? 0),
        hits: Int(row.number(at: 3) ?? 0))
    }
  }
}

extension Indicator.Aggregate {
  /// A statement that makes the number, how many records it is made of, and how many of them a share
  /// counts, of rows of a group `g` and a quantity `x`.
  fileprivate func made(of rows: String, inGroups: Bool) -> String {
    let ending = inGroups ? " GROUP BY g ORDER BY g" : ""
    guard case .median = self else {
      return "SELECT g, \(sql), count(x), \(hits) FROM (\(rows))\(ending)"
    }
    return """
      SELECT g, round(avg(x), 10), max(n), 0 FROM (
        SELECT g, x, row_number() OVER (PARTITION BY g ORDER BY x) AS i,
          count(*) OVER (PARTITION BY g) AS n
        FROM (\(rows)) WHERE x IS NOT NULL)
      WHERE i IN ((n + 1) / 2, (n + 2) / 2)\(ending)
      """
  }

  private var sql: String {
    switch self {
    case .count: "count(*)"
    case .distinct: "count(DISTINCT x)"
    // Fractions add up to other last digits in another order; none of them is told.
    case .sum(.hours), .sum(.pace): "round(total(x), 10)"
    case .sum: "ifnull(sum(x), 0)"
    case .median, .mean: "round(avg(x), 10)"
    // What is not known to hold does not hold.
    case .share: "100.0 * total(x) / nullif(count(*), 0)"
    case .perOne: "CAST(count(x) AS REAL) / nullif(count(DISTINCT x), 0)"
    }
  }

  private var hits: String {
    if case .share = self { "ifnull(sum(x), 0)" } else { "0" }
  }
}
