import Casework
import Fold
import GRDB

/// A list as SQL: which records, in which order, read a page at a time from a place in that order.
struct ListStatement {
  private(set) var source: Source
  private var conditions: [String] = []
  private var arguments: [DatabaseValue] = []
  /// One of them must hold: each is read along its own index, and what they find is merged.
  private var branches: [Condition] = []
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

  private let isInOrder: Bool

  /// - Parameter isInOrder: whether it is read in its order; where all of it is counted, SQLite is free
  ///   to read along whichever index finds the records soonest.
  /// - Throws: `problems` naming fields that the kind has not, or that the viewer may not see.
  init(
    _ query: ListQuery, for viewer: Viewer, today: CivilDate, isInOrder: Bool = true
  ) throws(Refusal) {
    self.isInOrder = isInOrder
    var source = try Source(query.kind, for: viewer, today: today, isInOrder: isInOrder)
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
    for filter in query.kept {
      let field = try field(filter.field)
      if case .among(let links) = filter.test, links.count > 1, branches.isEmpty {
        let column = source.column(field)
        branches = try links.map { link throws(Refusal) in
          try Condition(field, .equals(.link(link)), column: column)
        }
        continue
      }
      parts.append(
        try Condition(field, filter.test, column: source.column(field), isInOrder: isInOrder))
    }
    parts += try Condition.words(of: query, in: &source, for: viewer, today: today)
    parts += Condition.search(query, in: &source)
    conditions = parts.map(\.sql)
    arguments = parts.flatMap(\.arguments)
    self.source = source
  }

  /// Leaves only the records for which a condition on the table `t` holds too.
  mutating func narrow(to condition: Condition) {
    conditions.append(condition.sql)
    arguments += condition.arguments
  }

  /// Leaves only the records at one place of the order.
  mutating func narrow(toKey key: DatabaseValue) {
    narrow(to: Condition(sql: "\(sortKey) = ?", arguments: [key]))
  }

  /// The columns of cards of this list; the tables they need are added to it.
  mutating func select(_ fields: [String]) throws(Refusal) -> CardSelect {
    try CardSelect(fields, from: &source)
  }

  /// The columns of links to the records of this list.
  mutating func selectLinks() -> LinkColumns {
    LinkColumns(source.description.kind, at: "t", in: &source)
  }

  /// What stands in a field of each record, as SQL; the tables it needs are added to the list.
  mutating func column(_ name: String) throws(Refusal) -> String {
    guard let field = source.description[name], source.maySee(field) else {
      throw .problems([FieldProblem(name, .notFound)])
    }
    return source.column(field)
  }

  /// What a filter asks, as SQL; for what is told apart within the list.
  mutating func condition(_ filter: FieldFilter) throws(Refusal) -> Condition {
    let column = try column(filter.field)
    guard let field = source.description[filter.field] else {
      throw .problems([FieldProblem(filter.field, .notFound)])
    }
    return try Condition(field, filter.test, column: column, isInOrder: isInOrder)
  }

  /// Reads `columns` from `place` on, or from that end of the list where there is none.
  func sql(
    _ columns: [String], from place: Place? = nil, _ direction: Direction = .forward, limit: Int?
  ) -> Condition {
    let rises = descending == (direction == .backward)
    var own = Condition(
      sql: conditions.joined(separator: " AND "), arguments: arguments)
    if let place {
      let sign = (rises ? ">" : "<") + (place.isIncluded ? "=" : "")
      // The first comparison lets the index be entered at the place; the second is exact.
      own = own.and(
        Condition(
          sql: "\(sortKey) \(rises ? ">=" : "<=") ? AND (\(sortKey), t.id) \(sign) (?, ?)",
          arguments: [place.key, place.key, place.id.rawValue.databaseValue]))
    }
    let way = rises ? "ASC" : "DESC"
    var found: Condition
    if branches.isEmpty {
      found = select(columns, own)
      found.sql += " ORDER BY \(sortKey) \(way), t.id \(way)"
    } else {
      // Merged by what each branch is already in the order of.
      let parts = branches.map {
        select(columns + ["\(sortKey) AS listKey", "t.id AS listID"], own.and($0))
      }
      found = Condition(
        sql: parts.map(\.sql).joined(separator: " UNION ALL "),
        arguments: parts.flatMap(\.arguments))
      found.sql += " ORDER BY listKey \(way), listID \(way)"
    }
    if let limit {
      found.sql += " LIMIT ?"
      found.arguments.append(limit.databaseValue)
    }
    return found
  }

  private func select(
    _ columns: [String], _ condition: Condition, _ asked: [DatabaseValue] = []
  ) -> Condition {
    let place = condition.sql.isEmpty ? "" : " WHERE \(condition.sql)"
    return Condition(
      sql: "SELECT \(columns.joined(separator: ", ")) FROM \(source.sql)\(place)",
      arguments: asked + source.arguments + condition.arguments)
  }

  /// All of its records, in no order.
  ///
  /// - Parameter asked: what the question marks in the columns stand for.
  func all(_ columns: [String], _ asked: [DatabaseValue] = []) -> Condition {
    let own = Condition(sql: conditions.joined(separator: " AND "), arguments: arguments)
    // Each branch by itself: for a choice of owners an index would be read that does not stop.
    let parts = branches.isEmpty ? [own] : branches.map(own.and)
    let selects = parts.map { select(columns, $0, asked) }
    return Condition(
      sql: selects.map(\.sql).joined(separator: " UNION ALL "),
      arguments: selects.flatMap(\.arguments))
  }

  /// How many there are, counted up to one more than `limit`.
  func count(limit: Int) -> Condition {
    let found = all(["1"])
    return Condition(
      sql: "SELECT count(*) FROM (\(found.sql) LIMIT ?)",
      arguments: found.arguments + [(limit + 1).databaseValue])
  }

  /// Where a record stands in the order, whether the list holds it or not.
  func place(of id: RecordID) -> Condition {
    Condition(
      sql: "SELECT \(sortKey) FROM \(source.sql) WHERE t.id = ?",
      arguments: source.arguments + [id.rawValue.databaseValue])
  }
}
