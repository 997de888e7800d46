import Casework
import GRDB

/// A search that lists what was meant most likely first: names that are the words, names that begin
/// with them, names that hold them, notes; for a case then what is told around it. In each rank the
/// newest come first.
///
/// Each rank is read along the index, as far as a page needs, and no record stands in two of them.
struct RankedSearch {
  let words: [SearchWord]
  private let kind: RecordKind
  private let own: ClosedRange<Int64>

  /// Nil where a list stays in its order: of what is about something else and has its day.
  init?(_ words: [SearchWord], of kind: RecordKind) {
    guard !words.isEmpty, RecordDescription.of(kind).isAbout.isEmpty,
      let own = SearchKey.range(of: kind)
    else { return nil }
    (self.words, self.kind, self.own) = (words, kind, own)
  }

  /// The list of each rank.
  func segments(of list: ListStatement) -> [ListStatement] {
    var earlier: [String] = []
    return queries.map { query in
      let others = earlier.map { " NOT (\($0))" }.joined()
      earlier = [query]
      return itself(list, "(\(query))\(others)")
    } + around(list)
  }

  /// The same records in as few lists as can be, to be counted.
  func counted(_ list: ListStatement) -> [ListStatement] {
    [itself(list, words.phrases(.inside, inNames: false))] + around(list)
  }

  private func itself(_ list: ListStatement, _ query: String) -> ListStatement {
    list.along(SearchHits(query, in: own), link: "t.id = found.rowid - \(own.lowerBound)")
  }

  /// Each holds all that the one before it holds.
  private var queries: [String] {
    SearchWord.Reach.allCases.map { words.phrases($0, inNames: true) }
      + [words.phrases(.inside, inNames: false)]
  }

  /// For each word the cases that do not hold it themselves but have it told around them, while they
  /// hold the words before it themselves and those behind it either way. A case stands at what is
  /// newest of it.
  private func around(_ list: ListStatement) -> [ListStatement] {
    guard kind == .case else { return [] }
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
    var columns: [String] = []
    var arguments: [DatabaseValue] = []
    for word in words {
      for reach in SearchWord.Reach.allCases {
        columns.append("ifnull(instr(own.names, ?) > 0, 0)")
        arguments.append(word.pattern(reach).databaseValue)
      }
      columns.append("ifnull(instr(own.notes, ?) > 0, 0)")
      arguments.append(word.pattern(.inside).databaseValue)
      let told = word.test(in: "told")
      columns.append(
        "(SELECT max(told.id) FROM searchText AS told WHERE told.about = ? AND \(told.sql))")
      arguments += [(kind == .case ? id.rawValue : -1).databaseValue] + told.arguments
    }
    let key = own.lowerBound + id.rawValue
    let sql = """
      SELECT \(columns.joined(separator: ", "))
      FROM (SELECT 1) LEFT JOIN searchText AS own ON own.id = ?
      """
    guard
      let row = try db.rows(Condition(sql: sql, arguments: arguments + [key.databaseValue])).first
    else { return nil }
    let found = words.indices.map { word in (0..<5).map { row.number(at: word * 5 + $0) ?? 0 } }
    for reach in 0..<3 where found.allSatisfy({ $0[reach] == 1 }) { return (reach, key) }
    func isOwn(_ word: [Int64]) -> Bool { word[2] == 1 || word[3] == 1 }
    guard let first = found.firstIndex(where: { !isOwn($0) }) else { return (3, key) }
    guard found.allSatisfy({ isOwn($0) || $0[4] > 0 }) else { return nil }
    return (4 + first, found[first][4])
  }
}
