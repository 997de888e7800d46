import Casework
import GRDB

/// A search that leaves a list in its order.
///
/// What few records hold is looked up in the index and put into the order; what many hold is met soon
/// enough on the way along it.
struct SortedSearch {
  /// From how many rows of the index on a word is looked for on the way.
  static let many = 2000

  private let words: [SearchWord]
  private let codes: [SearchedCodes]

  init(_ words: [SearchWord], _ codes: [SearchedCodes]) {
    (self.words, self.codes) = (words, codes)
  }

  func narrow(_ list: ListStatement, in db: Database) throws -> ListStatement {
    let places = SearchPlace.all(of: list.source.description)
    let counts = try words.map { try hits($0, places, in: db) }
    let rarest = words.indices.min { counts[$0] < counts[$1] }
    var found = list
    for index in words.indices {
      let word = words[index]
      if index == rarest, counts[index] < Self.many {
        let ids = places.map { $0.ids(word) }
        found = found.among(
          Condition(
            sql: "SELECT DISTINCT id FROM (\(ids.map(\.sql).joined(separator: " UNION ALL ")))",
            arguments: ids.flatMap(\.arguments)))
      } else {
        found.narrow(to: Condition(any: places.map { $0.test(word) } + labels(word)))
      }
    }
    return found
  }

  /// How many rows of the index hold a word in any of the places, counted up to `many`.
  private func hits(_ word: SearchWord, _ places: [SearchPlace], in db: Database) throws -> Int {
    // A choice is no word of the index.
    if places.isEmpty || !labels(word).isEmpty { return Self.many }
    return try places.reduce(0) { sum, place in
      if sum >= Self.many { return sum }
      let hits = place.hits(word)
      let count = try db.rows(
        Condition(
          sql: """
            SELECT count(*) FROM (
              SELECT 1 FROM searchIndex AS found WHERE \(hits.sql) LIMIT \(Self.many))
            """, arguments: hits.arguments)
      ).first?.number(at: 0)
      return sum + Int(count ?? 0)
    }
  }

  /// The choices that the word names.
  private func labels(_ word: SearchWord) -> [Condition] {
    codes.filter { $0.word == word.text }.map { meant in
      let marks = meant.codes.map { _ in "?" }.joined(separator: ", ")
      return Condition(
        sql: "t.\(quoted(meant.field)) IN (\(marks))",
        arguments: meant.codes.map(\.databaseValue))
    }
  }
}
