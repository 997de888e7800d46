import Casework
import GRDB

/// Where a word may stand so that a record is found: in itself, in what it is about, and for a case in
/// all that is about it.
enum SearchPlace {
  case own(RecordKind)
  case about(column: String, RecordKind, of: RecordKind)
  case around

  static func all(of description: RecordDescription) -> [SearchPlace] {
    let kind = description.kind
    let own: [SearchPlace] = SearchKey.base(of: kind) == nil ? [] : [.own(kind)]
    let about = description.isAbout.filter { SearchKey.base(of: $0.kind) != nil }
      .map { SearchPlace.about(column: $0.column, $0.kind, of: kind) }
    return own + about + (description.isToldAround ? [.around] : [])
  }

  /// Whether the record that is read as `record` is found by a word here.
  func test(_ word: SearchWord, of record: String = "t") -> Condition {
    let held = word.test(in: "held")
    let place =
      switch self {
      case .own(let kind): "held.id = \(record).id + \(SearchKey.base(of: kind) ?? 0)"
      case .about(let column, let kind, _):
        "held.id = \(record).\(quoted(column)) + \(SearchKey.base(of: kind) ?? 0)"
      case .around: "held.about = \(record).id"
      }
    return Condition(
      sql: "EXISTS (SELECT 1 FROM searchText AS held WHERE \(place) AND \(held.sql))",
      arguments: held.arguments)
  }

  /// Whether the record `t` is one of those found by a word here, which are gathered before.
  ///
  /// The sign keeps SQLite from looking each of them up.
  func gathered(_ word: SearchWord) -> Condition {
    let (column, found) =
      switch self {
      case .own, .around: ("id", ids(word))
      case .about(let column, let kind, _): (column, SearchHits.ids(of: kind, holding: [word]))
      }
    return Condition(
      sql: "+t.\(quoted(column)) IN (\(found.sql))", arguments: found.arguments)
  }

  /// The ids of the records found by a word here; of a case that has it told around it each time.
  func ids(_ word: SearchWord) -> Condition {
    switch self {
    case .own(let kind): return SearchHits.ids(of: kind, holding: [word])
    case .about(let column, let kind, let own):
      let found = SearchHits.ids(of: kind, holding: [word])
      return Condition(
        sql: "SELECT id FROM \(own.table) WHERE \(quoted(column)) IN (\(found.sql))",
        arguments: found.arguments)
    case .around: return Self.told(word, "held.about AS id")
    }
  }

  /// Columns of what is told around cases by a word, which is read as `held`.
  static func told(_ word: SearchWord, _ columns: String) -> Condition {
    let hits = around.hits(word)
    return Condition(
      sql: """
        SELECT \(columns) FROM searchIndex AS found
        CROSS JOIN searchText AS held ON held.id = found.rowid WHERE \(hits.sql)
        """, arguments: hits.arguments)
  }

  /// The rows of the index that lead here.
  func hits(_ word: SearchWord) -> Condition {
    let range: ClosedRange<Int64>? =
      switch self {
      case .own(let kind), .about(_, let kind, _): SearchKey.range(of: kind)
      case .around: SearchKey.aboutCases
      }
    return SearchHits(word.phrase(.inside, inNames: false), in: range ?? 0...0).condition
  }
}

extension [SearchPlace] {
  /// How many rows of the index hold a word in any of the places, counted up to `limit`.
  func hits(_ word: SearchWord, upTo limit: Int, in db: Database) throws -> Int {
    try reduce(0) { sum, place in
      if sum >= limit { return sum }
      let hits = place.hits(word)
      let rows = Condition(
        sql: "SELECT 1 FROM searchIndex AS found WHERE \(hits.sql)", arguments: hits.arguments)
      return try sum + db.number(rows.counted(upTo: limit - 1))
    }
  }
}
