import Casework
import GRDB

/// A search that lists what was meant most likely first.
///
/// Names that are the words come before names that begin with them, names that hold them, and notes;
/// behind them, for a case, what is told around it, and at last names that sound like the words. In
/// each rank the newest come first. Few records
/// are ranked together; of many each rank is read along the index, as far as a page needs, and no
/// record stands in two of them.
struct RankedSearch {
  /// From how many rows of the index on what is found is not looked up whole.
  static let many = 300
  /// The records of a list that is not longer are looked at themselves, whatever the index holds.
  static let few = 1000

  let words: [SearchWord]
  private let heard: HeardSearch?
  private let kind: RecordKind
  private let own: ClosedRange<Int64>
  private var isToldAround: Bool { RecordDescription.of(kind).isToldAround }

  /// The records that a list holds, and in which state of the store.
  struct Found {
    let query: ListQuery
    let state: [Int]
    /// Nil where there are many.
    let ids: [RecordID]?
    /// Those of them whose names only sound like the words.
    var heard: Set<RecordID> = []
  }

  /// Nil where a list stays in its order: of what is about something else and has its day.
  init?(_ words: [SearchWord], of kind: RecordKind, isLiteral: Bool = false) {
    guard !words.isEmpty, RecordDescription.of(kind).isAbout.isEmpty,
      let own = SearchKey.range(of: kind)
    else { return nil }
    (self.words, self.kind, self.own) = (words, kind, own)
    heard = isLiteral ? nil : HeardSearch(words)
  }

  /// All that is found, in its order; nil where there are `many`.
  ///
  /// - Parameter among: the records that are looked at alone.
  func found(
    many: Int, among few: [RecordID]? = nil, in db: Database
  ) throws -> (ids: [RecordID], heard: Set<RecordID>)? {
    let held = try few.map { try whole(among: $0, in: db) } ?? whole(many: many, in: db)
    guard let held, let heard = try heard(many: few == nil ? many : .max, among: few, in: db) else {
      return nil
    }
    let known = Set(held)
    let others = heard.filter { !known.contains($0) }
    return (held + others, Set(others))
  }

  /// The records whose names sound like the words or hold them, the newest first; nil where there are
  /// `many`.
  private func heard(
    many: Int, among few: [RecordID]?, in db: Database
  ) throws -> [RecordID]? {
    guard let heard else { return [] }
    let hits = SearchHits(heard.phrase, in: own).condition
    let place =
      few.map { few in
        Condition(
          sql: "found.rowid - \(own.lowerBound) IN (SELECT value FROM json_each(?))",
          arguments: ["\(few.map(\.rawValue))".databaseValue])
      } ?? heard.isCompared(in: own)
    let all = hits.and(place).and(heard.test(in: "own"))
    let ids = try db.rows(
      Condition(
        sql: """
          SELECT found.rowid - \(own.lowerBound) FROM searchIndex AS found
          CROSS JOIN searchText AS own ON own.id = found.rowid
          WHERE \(all.sql) ORDER BY found.rowid DESC
          """, arguments: all.arguments
      ).limited(to: many == .max ? nil : many)
    ) { RecordID($0.integer(at: 0)) }
    return ids.count >= many ? nil : ids
  }

  /// Those of some records in which the words are not found, but only names that sound like them.
  func onlyHeard(of ids: [RecordID], in db: Database) throws -> Set<RecordID> {
    guard heard != nil, !ids.isEmpty else { return [] }
    let held = try db.rows(ranks(of: ids.map(\.rawValue))) { RecordID($0.integer(at: 0)) }
    return Set(ids).subtracting(held)
  }

  /// All that is found, in its order, by way of the rows that hold the rarest word; nil where there are
  /// `many`.
  private func whole(many: Int, in db: Database) throws -> [RecordID]? {
    var fewest: (word: SearchWord, found: [Int64: Int64])?
    for word in words {
      guard let found = try found(word, many: many, in: db),
        found.count < fewest?.found.count ?? .max
      else { continue }
      fewest = (word, found)
    }
    guard let (driver, found) = fewest else { return nil }
    return sorted(try db.rows(ranks(of: found.keys.sorted(), besides: driver))) { found[$0] }
  }

  /// What is found of some records, in its order.
  private func whole(among ids: [RecordID], in db: Database) throws -> [RecordID] {
    let rows = try db.rows(ranks(of: ids.map(\.rawValue)))
    let around = rows.filter { $0.number(at: 1) == 4 }.compactMap { $0.number(at: 0) }
    guard let word = words.first, !around.isEmpty else { return sorted(rows) { _ in nil } }
    let told = word.test(in: "told")
    let newest = try db.rows(
      Condition(
        sql: """
          SELECT hit.value, (SELECT max(told.id) FROM searchText AS told
            WHERE told.about = hit.value AND \(told.sql)) FROM json_each(?) AS hit
          """, arguments: told.arguments + ["\(around)".databaseValue]))
    let places = Dictionary(
      uniqueKeysWithValues: newest.map { ($0.number(at: 0) ?? 0, $0.number(at: 1) ?? 0) })
    return sorted(rows) { places[$0] }
  }

  /// Rows of ids and ranks in their order; what is found around a record stands at its newest.
  private func sorted(_ rows: [Row], newest: (Int64) -> Int64?) -> [RecordID] {
    let ranked = rows.map { row in
      let (id, rank) = (row.number(at: 0) ?? 0, row.number(at: 1) ?? 0)
      return (id: RecordID(id), rank: rank, place: rank == 4 ? newest(id) ?? 0 : id)
    }
    return ranked.sorted { ($0.rank, $1.place) < ($1.rank, $0.place) }.map(\.id)
  }

  /// The records in which, or around which, a word is found, each with the newest row around it; nil
  /// where there are `many`.
  private func found(
    _ word: SearchWord, many: Int, in db: Database
  ) throws -> [Int64: Int64]? {
    var found: [Int64: Int64] = [:]
    let itself = try db.rows(SearchHits.ids(of: kind, holding: [word]).limited(to: many))
    if itself.count >= many { return nil }
    for id in itself.compactMap({ $0.number(at: 0) }) { found[id] = 0 }
    guard isToldAround else { return found }
    let around = try db.rows(SearchPlace.told(word, "held.about, held.id").limited(to: many))
    if around.count >= many { return nil }
    for row in around {
      guard let id = row.number(at: 0), let told = row.number(at: 1) else { continue }
      found[id] = max(found[id] ?? 0, told)
    }
    return found
  }

  /// The rank of each of some records, where they hold the words or have them told around them.
  ///
  /// - Parameter driver: a word of which it is known that they do.
  private func ranks(of ids: [Int64], besides driver: SearchWord? = nil) -> Condition {
    let ranks =
      SearchWord.Reach.allCases.map { reach in
        Condition.all(words.map { $0.test(reach, inNamesOf: "own") })
      } + [Condition.all(words.map { $0.test(in: "own") })]
    let cases = ranks.indices.map { "WHEN \(ranks[$0].sql) THEN \($0)" }.joined(separator: " ")
    let others = words.filter { $0.text != driver?.text }.map { word in
      let around = isToldAround ? [SearchPlace.around.test(word, of: "hit")] : []
      return Condition(any: [word.test(in: "own")] + around)
    }
    let test = Condition.all(others)
    return Condition(
      sql: """
        SELECT hit.id, CASE \(cases) ELSE 4 END FROM (SELECT value AS id FROM json_each(?)) AS hit
        LEFT JOIN searchText AS own ON own.id = hit.id + \(own.lowerBound)
        \(test.sql.isEmpty ? "" : "WHERE \(test.sql)")
        """,
      arguments: ranks.flatMap(\.arguments) + ["\(ids)".databaseValue] + test.arguments)
  }

  /// The list of each rank.
  func segments(of list: ListStatement) -> [ListStatement] {
    var earlier: [String] = []
    return queries.map { query in
      let others = earlier.map { " NOT (\($0))" }.joined()
      earlier = [query]
      return itself(list, "(\(query))\(others)")
    } + around(list) + heard(list)
  }

  /// Those whose names sound like the words, and which none of the other lists holds.
  private func heard(_ list: ListStatement) -> [ListStatement] {
    guard let heard else { return [] }
    var found = itself(list, heard.phrase)
    found.narrow(to: heard.isCompared(in: own))
    let test = heard.test(in: "heard")
    found.narrow(
      to: Condition(
        sql: """
          EXISTS (SELECT 1 FROM searchText AS heard WHERE heard.id = found.rowid AND \(test.sql))
          """, arguments: test.arguments))
    let places = [SearchPlace.own(kind)] + (isToldAround ? [.around] : [])
    let held = Condition.all(words.map { word in Condition(any: places.map { $0.test(word) }) })
    found.narrow(to: Condition(sql: "NOT (\(held.sql))", arguments: held.arguments))
    return [found]
  }

  /// The same records in as few lists as can be, to be counted.
  func counted(_ list: ListStatement) -> [ListStatement] {
    [itself(list, words.phrases(.inside, inNames: false))] + around(list) + heard(list)
  }

  private func itself(_ list: ListStatement, _ query: String) -> ListStatement {
    list.along(SearchHits(query, in: own), link: "t.id = found.rowid - \(own.lowerBound)")
  }

  /// Each holds all that the one before it holds.
  private var queries: [String] {
    SearchWord.Reach.allCases.map { words.phrases($0, inNames: true) }
      + [words.phrases(.inside, inNames: false)]
  }

  /// For each word the cases that do not hold it themselves but have it told around them.
  ///
  /// They hold the words before it themselves and those behind it either way, so that no case is in two
  /// of the lists. A case stands at what is newest of it.
  private func around(_ list: ListStatement) -> [ListStatement] {
    guard isToldAround else { return [] }
    return words.indices.map { index in
      let word = words[index]
      var found = list.along(
        SearchHits(word.phrase(.inside, inNames: false), in: SearchKey.aboutCases),
        tables: "searchText AS told CROSS JOIN ",
        link: "told.id = found.rowid AND t.id = told.about")
      let newer = word.test(in: "newer")
      found.narrow(
        to: Condition(
          sql: """
            NOT EXISTS (SELECT 1 FROM searchText AS newer
              WHERE newer.about = t.id AND newer.id > found.rowid AND \(newer.sql))
            """, arguments: newer.arguments))
      let itself = SearchPlace.own(.case)
      for other in words[..<index] { found.narrow(to: itself.test(other)) }
      let held = itself.test(word)
      found.narrow(to: Condition(sql: "NOT \(held.sql)", arguments: held.arguments))
      for other in words[(index + 1)...] {
        found.narrow(to: Condition(any: [itself.test(other), SearchPlace.around.test(other)]))
      }
      return found
    }
  }

  /// In which segment a record stands, and at which row of the index; nil where nothing is found in it.
  func place(of id: RecordID, in db: Database) throws -> (segment: Int, key: Int64)? {
    let key = own.lowerBound + id.rawValue
    guard let rank = try db.rows(ranks(of: [id.rawValue])).first?.number(at: 1) else {
      let isHeard = try !(heard(many: .max, among: [id], in: db) ?? []).isEmpty
      return isHeard ? (4 + (isToldAround ? words.count : 0), key) : nil
    }
    if rank < 4 { return (Int(rank), key) }
    for (index, word) in words.enumerated() {
      let (told, held) = (word.test(in: "told"), word.test(in: "own"))
      let newest = try db.rows(
        Condition(
          sql: """
            SELECT max(told.id) FROM searchText AS told
            LEFT JOIN searchText AS own ON own.id = ?
            WHERE told.about = ? AND \(told.sql) AND NOT ifnull(\(held.sql), 0)
            """,
          arguments: [key.databaseValue, id.rawValue.databaseValue] + told.arguments
            + held.arguments)
      ).first?.number(at: 0)
      if let newest { return (4 + index, newest) }
    }
    return nil
  }
}
