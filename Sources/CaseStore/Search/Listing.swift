import Casework
import GRDB

/// A list as it is read: one statement, or several, one behind the other, for a search that ranks and
/// for an order around today.
struct Listing {
  private(set) var segments: [ListStatement]
  /// The same records in as few statements as can be.
  private var counted: [ListStatement]
  private let order: Order
  private let guesses: Guesses

  /// Which of its records were found by ear alone.
  private enum Guesses {
    case none
    case all
    case some(Set<RecordID>)
    case asked(RankedSearch)
  }

  private enum Order {
    /// That of the statement.
    case own
    /// That in which some records were ranked.
    case ranked([RecordID])
    case ranks(RankedSearch)
  }

  /// A place in it.
  struct Place {
    var segment: Int
    var at: ListStatement.Place
  }

  /// - Parameter isByEar: whether all of it was found by ear.
  init(_ list: ListStatement, isByEar: Bool = false) {
    (segments, counted, order) = (list.halves, [list], .own)
    guesses = isByEar ? .all : .none
  }

  /// What a search has found of it.
  init(_ list: ListStatement, _ found: RankedSearch.Found, by search: RankedSearch) {
    if let ids = found.ids {
      let list = list.ranked(ids)
      (segments, counted, order) = ([list], [list], .ranked(ids))
      guesses = .some(found.heard)
    } else {
      segments = search.segments(of: list)
      counted = search.counted(list)
      order = .ranks(search)
      guesses = .asked(search)
    }
  }

  /// Those of some of its records that were found by ear alone.
  func guesses(among ids: [RecordID], in db: Database) throws -> Set<RecordID> {
    switch guesses {
    case .none: []
    case .all: Set(ids)
    case .some(let heard): heard.intersection(ids)
    case .asked(let search): try search.onlyHeard(of: ids, in: db)
    }
  }

  /// The columns of cards of this list; the tables they need are added to it.
  mutating func select(_ fields: [String], named: Bool = true) throws(Refusal) -> CardSelect {
    var select: CardSelect?
    for index in segments.indices { select = try segments[index].select(fields, named: named) }
    guard let select else { throw .notFound }
    return select
  }

  mutating func selectLinks() throws(Refusal) -> LinkColumns {
    var columns: LinkColumns?
    for index in segments.indices { columns = segments[index].selectLinks() }
    guard let columns else { throw .notFound }
    return columns
  }

  /// How many there are, counted up to one more than `limit`.
  func count(limit: Int) -> Condition {
    let all = counted.map { $0.all(["1"]) }
    return Condition(
      sql: all.map(\.sql).joined(separator: " UNION ALL "), arguments: all.flatMap(\.arguments)
    ).counted(upTo: limit)
  }

  /// The statements that read `columns` from `place` on, each of which is asked where those before it
  /// gave too few.
  func statements(
    _ columns: [String], from place: Place?, _ direction: ListStatement.Direction
  ) -> [Condition] {
    let first = place?.segment ?? (direction == .forward ? 0 : segments.count - 1)
    let rest =
      direction == .forward
      ? Array(first..<segments.count) : (0...first).reversed()
    return rest.map { index in
      segments[index].sql(
        columns, from: index == place?.segment ? place?.at : nil, direction, limit: nil)
    }
  }

  /// What is tried first, where many are met near a place.
  func vicinity(
    _ columns: [String], of place: Place?, _ direction: ListStatement.Direction, limit: Int
  ) -> ListStatement.Vicinity? {
    guard case .own = order, segments.count == 1 else { return nil }
    return segments[0].vicinity(columns, of: place?.at, direction, limit: limit)
  }

  /// Where a record stands, whether the list holds it or not; nil where it has no place.
  func place(of id: RecordID, isIncluded: Bool, in db: Database) throws -> Place? {
    func place(_ segment: Int, _ key: DatabaseValue) -> Place {
      Place(
        segment: segment, at: ListStatement.Place(key: key, id: id, isIncluded: isIncluded))
    }
    switch order {
    case .own:
      return try db.rows(segments[0].place(of: id)).first.map { row in
        place(segments[0].half(of: row[0]), row[0])
      }
    case .ranked(let ids):
      return ids.firstIndex(of: id).map { place(0, $0.databaseValue) }
    case .ranks(let search):
      return try search.place(of: id, in: db).map { place($0.segment, $0.key.databaseValue) }
    }
  }
}
