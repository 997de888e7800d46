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
  private var descending: Bool
  /// The day around which it is ordered; nil for any other order.
  private let middle: CivilDate?
  private var lead = Lead.own

  /// What it is read along.
  private enum Lead {
    /// Its own order.
    case own
    /// The index of the search, newest first, by way of the tables and to its records as said.
    case hits(SearchHits, tables: String, link: String)
    /// Its own order, of which only some records are read.
    case kept(Kept)
    /// Some ids, which are then put into its order.
    case ids(Condition)
    /// Some records, in just this order.
    case ranked([RecordID])
  }

  /// Records that are met on the way along a list.
  struct Kept {
    /// Whether the record `t` is one of them; all that are have been gathered before.
    var test: Condition
    /// Their ids where no order is asked for, and which of these are meant.
    var ids: Condition
    var also: Condition
    /// Where so many are that a page of them is met near any place: what is found out of a record
    /// alone, and how many records lie between two of them where they lie evenly.
    var near: (test: Condition, distance: Int)?
  }

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
    sortKey = try source.sortKey(field(order.field), in: query.names)
    // What a search finds is no list of days: the latest comes first.
    let isSearch = !query.search.isEmpty
    descending = order.descending || order.isAroundToday && isSearch
    middle = order.isAroundToday && !isSearch ? today : nil
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
    if source.isForVolunteer { parts += Condition.folding(query.search, in: &source) }
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

  /// What is still to come of it and what is past, each in its order; the list alone where it is not
  /// ordered around a day.
  var halves: [ListStatement] {
    guard let day = middle?.description else { return [self] }
    var (ahead, past) = (self, self)
    ahead.narrow(to: Condition(sql: "\(sortKey) >= ?", arguments: [day.databaseValue]))
    past.narrow(to: Condition(sql: "\(sortKey) < ?", arguments: [day.databaseValue]))
    past.descending = true
    return [ahead, past]
  }

  /// Which of the halves a sort key stands in.
  func half(of key: DatabaseValue) -> Int {
    guard let day = middle?.description, let text = String.fromDatabaseValue(key) else { return 0 }
    return text < day ? 1 : 0
  }

  /// The same list along the index of the search.
  func along(_ hits: SearchHits, tables: String = "", link: String) -> ListStatement {
    var list = self
    list.narrowToBranches()
    list.lead = .hits(hits, tables: tables, link: link)
    return list
  }

  /// The same list of these records alone.
  func among(_ ids: Condition) -> ListStatement {
    var list = self
    list.narrowToBranches()
    list.lead = .ids(ids)
    return list
  }

  /// The same list along its own order, without what is not among these records.
  func keeping(_ kept: Kept) -> ListStatement {
    var list = self
    list.lead = .kept(kept)
    return list
  }

  /// A page or so is looked through even for a single record.
  private static let leastNear = 30
  /// So many are looked at in a fraction of what it takes to gather what is held by more.
  private static let mostNear = 7000

  /// What is met near a place, looked at record by record.
  struct Vicinity {
    var found: Condition
    /// How many records are looked at, and after how many it ends.
    var looked: Condition
    var reach: Int
  }

  /// Reads `columns` of what is met near a place; nil for a list that is not worth the try.
  func vicinity(
    _ columns: [String], of place: Place?, _ direction: Direction, limit: Int
  ) -> Vicinity? {
    guard case .kept(let kept) = lead, let near = kept.near else { return nil }
    var list = self
    list.lead = .own
    let reach = min(2 * max(limit, Self.leastNear) * near.distance, Self.mostNear)
    let first = list.sql(["t.id AS id"], from: place, direction, limit: reach)
    list.branches = []
    // CROSS JOIN keeps the order of what is found first, and stops with it.
    list.lead = .ids(Condition(sql: "SELECT id FROM (\(first.sql))", arguments: first.arguments))
    return Vicinity(
      found: list.select(columns, list.own.and(near.test)).limited(to: limit),
      looked: Condition(
        sql: "SELECT count(*) FROM (\(first.sql))", arguments: first.arguments),
      reach: reach)
  }

  /// The same list of these records alone, in the order in which they are given.
  func ranked(_ ids: [RecordID]) -> ListStatement {
    var list = self
    list.narrowToBranches()
    list.lead = .ranked(ids)
    return list
  }

  private mutating func narrowToBranches() {
    if branches.isEmpty { return }
    narrow(to: Condition(any: branches))
    branches = []
  }

  /// The columns of cards of this list; the tables they need are added to it.
  mutating func select(_ fields: [String], named: Bool = true) throws(Refusal) -> CardSelect {
    try CardSelect(fields, from: &source, named: named)
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
    switch lead {
    case .own, .kept, .ids: break
    case .hits(let hits, _, _):
      return along(hits, columns, from: place, direction, limit: limit)
    case .ranked(let ids):
      return ranked(ids, columns, from: place, direction).limited(to: limit)
    }
    let rises = descending == (direction == .backward)
    var own = own
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
    return found.limited(to: limit)
  }

  /// Reads from a row of the index on, which it is entered at.
  private func along(
    _ hits: SearchHits, _ columns: [String], from place: Place?, _ direction: Direction, limit: Int?
  ) -> Condition {
    var list = self
    if let place, let key = place.key.number, case .hits(_, let tables, let link) = lead {
      list.lead = .hits(
        hits.from(key, direction, isIncluded: place.isIncluded), tables: tables, link: link)
    }
    var found = list.select(columns, own)
    found.sql += " ORDER BY found.rowid \(direction == .backward ? "ASC" : "DESC")"
    return found.limited(to: limit)
  }

  /// Reads records from the place of one of them on, which is its index.
  private func ranked(
    _ ids: [RecordID], _ columns: [String], from place: Place?, _ direction: Direction
  ) -> Condition {
    var rest = ids[...]
    if let place, let index = place.key.number.map(Int.init(_:)) {
      switch direction {
      case .forward: rest = ids[min(ids.count, index + (place.isIncluded ? 0 : 1))...]
      case .backward: rest = ids[..<min(ids.count, index + (place.isIncluded ? 1 : 0))]
      }
    }
    var list = self
    list.lead = .ranked(direction == .forward ? Array(rest) : rest.reversed())
    return list.select(columns, own)
  }

  /// What holds of each of its records, beside one of the branches.
  private var own: Condition {
    Condition(sql: conditions.joined(separator: " AND "), arguments: arguments)
  }

  private func select(
    _ columns: [String], _ condition: Condition, _ asked: [DatabaseValue] = []
  ) -> Condition {
    // CROSS JOIN is SQLite's word for: what was found first, in its order, then its records.
    var tables = Condition(sql: "", arguments: [])
    var all = condition
    switch lead {
    case .own: break
    case .kept(let kept): all = condition.and(kept.test)
    case .hits(let hits, let others, let link):
      tables.sql = "searchIndex AS found CROSS JOIN \(others)"
      all = hits.condition.and(Condition(sql: link, arguments: [])).and(condition)
    case .ids(let ids):
      tables = Condition(sql: "(\(ids.sql)) AS found CROSS JOIN ", arguments: ids.arguments)
      all = Condition(sql: "t.id = found.id", arguments: []).and(condition)
    case .ranked(let ids):
      let list = "[\(ids.map { String($0.rawValue) }.joined(separator: ","))]"
      tables = Condition(
        sql: "json_each(?) AS found CROSS JOIN ", arguments: [list.databaseValue])
      all = Condition(sql: "t.id = found.value", arguments: []).and(condition)
    }
    let place = all.sql.isEmpty ? "" : " WHERE \(all.sql)"
    return Condition(
      sql: "SELECT \(columns.joined(separator: ", ")) FROM \(tables.sql)\(source.sql)\(place)",
      arguments: asked + tables.arguments + source.arguments + all.arguments)
  }

  /// All of its records, in no order.
  ///
  /// - Parameter asked: what the question marks in the columns stand for.
  func all(_ columns: [String], _ asked: [DatabaseValue] = []) -> Condition {
    if case .kept(let kept) = lead {
      var list = among(kept.ids)
      if !kept.also.sql.isEmpty { list.narrow(to: kept.also) }
      return list.all(columns, asked)
    }
    // Each branch by itself: for a choice of owners an index would be read that does not stop.
    let parts = branches.isEmpty ? [own] : branches.map(own.and)
    let selects = parts.map { select(columns, $0, asked) }
    return Condition(
      sql: selects.map(\.sql).joined(separator: " UNION ALL "),
      arguments: selects.flatMap(\.arguments))
  }

  /// How many there are, counted up to one more than `limit`.
  func count(limit: Int) -> Condition { all(["1"]).counted(upTo: limit) }

  /// Where a record stands in the order, whether the list holds it or not.
  func place(of id: RecordID) -> Condition {
    Condition(
      sql: "SELECT \(sortKey) FROM \(source.sql) WHERE t.id = ?",
      arguments: source.arguments + [id.rawValue.databaseValue])
  }
}
