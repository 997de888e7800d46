import Casework
import Fold
import GRDB

/// A list as SQL: which records, in which order, read a page at a time from a place in that order.
struct ListStatement {
  private(set) var source: Source
  private var conditions: [String] = []
  private var arguments: [DatabaseValue] = []
  private let sortKey: String
  private let descending: Bool

  /// A place in the order: the sort key of a record and its id.
  struct Place {
    var key: DatabaseValue
    var id: RecordID
    /// Whether a list from here begins with the record at the place.
    var isIncluded = false
  }

  enum Direction {
    case forward
    case backward
  }

  /// - Throws: `problems` naming fields that the kind has not, or that the viewer may not see.
  init(_ query: ListQuery, for viewer: Viewer, today: CivilDate) throws(Refusal) {
    var source = try Source(query.kind, for: viewer, today: today)
    let description = source.description
    func field(_ name: String) throws(Refusal) -> FieldFacts {
      guard let field = description[name], source.maySee(field) else {
        throw .problems([FieldProblem(name, .notFound)])
      }
      return field
    }
    var order = query.order
    if query.sort == nil, description[order.field].map(source.maySee) != true {
      let other = description.fields.first { source.maySee($0) && $0.uses.contains(.sort) }
      order = SortOrder(other?.name ?? order.field)
    }
    sortKey = try source.sortKey(field(order.field))
    descending = order.descending
    var parts: [Condition] = []
    for filter in query.filters {
      let field = try field(filter.field)
      parts.append(try Condition(field, filter.test, column: source.column(field)))
    }
    parts += Condition.search(query.search, in: &source)
    conditions = parts.map(\.sql)
    arguments = parts.flatMap(\.arguments)
    self.source = source
  }

  /// The columns of cards of this list; the tables they need are added to it.
  mutating func select(_ fields: [String]) throws(Refusal) -> CardSelect {
    try CardSelect(fields, from: &source)
  }

  /// The columns of links to the records of this list.
  mutating func selectLinks() -> LinkColumns {
    LinkColumns(source.description.kind, at: "t", in: &source)
  }

  /// Reads `columns` from `place` on, or from that end of the list where there is none.
  func sql(
    _ columns: [String], from place: Place? = nil, _ direction: Direction = .forward, limit: Int?
  ) -> Condition {
    let rises = descending == (direction == .backward)
    var conditions = conditions
    var values = source.arguments + arguments
    if let place {
      let sign = (rises ? ">" : "<") + (place.isIncluded ? "=" : "")
      // The first comparison lets the index be entered at the place; the second is exact.
      conditions.append("\(sortKey) \(rises ? ">=" : "<=") ? AND (\(sortKey), t.id) \(sign) (?, ?)")
      values += [place.key, place.key, place.id.rawValue.databaseValue]
    }
    let way = rises ? "ASC" : "DESC"
    var sql = "SELECT \(columns.joined(separator: ", ")) FROM \(source.sql)"
    if !conditions.isEmpty { sql += " WHERE " + conditions.joined(separator: " AND ") }
    sql += " ORDER BY \(sortKey) \(way), t.id \(way)"
    if let limit {
      sql += " LIMIT ?"
      values.append(limit.databaseValue)
    }
    return Condition(sql: sql, arguments: values)
  }

  /// How many there are, counted up to one more than `limit`.
  func count(limit: Int) -> Condition {
    let place = conditions.isEmpty ? "" : " WHERE " + conditions.joined(separator: " AND ")
    return Condition(
      sql: "SELECT count(*) FROM (SELECT 1 FROM \(source.sql)\(place) LIMIT ?)",
      arguments: source.arguments + arguments + [(limit + 1).databaseValue])
  }

  /// Where a record stands in the order, whether the list holds it or not.
  func place(of id: RecordID) -> Condition {
    Condition(
      sql: "SELECT \(sortKey) FROM \(source.sql) WHERE t.id = ?",
      arguments: source.arguments + [id.rawValue.databaseValue])
  }
}
