import Casework
import GRDB

/// A search that leaves a list in its order.
///
/// What few records hold is looked up in the index and put into the order; what many hold is met soon
/// enough on the way along it.
struct SortedSearch {
  /// From how many rows of the index on they are met sooner on the way along a list: looking so many up
  /// takes as long as going to the sixtieth of them.
  static func many(among records: Int) -> Int { Int(Double(40 * records).squareRoot()) }

  private let words: [SearchWord]
  private let codes: [SearchedCodes]

  init(_ words: [SearchWord], _ codes: [SearchedCodes]) {
    (self.words, self.codes) = (words, codes)
  }

  /// - Parameter many: nil where the size of the list's table decides.
  func narrow(_ list: ListStatement, many: Int?, in db: Database) throws -> ListStatement {
    let table = list.source.description.kind.table
    let many =
      try many
      ?? Self.many(among: Int(db.row("SELECT max(id) FROM \(table)")?.number(at: 0) ?? 0))
    let places = SearchPlace.all(of: list.source.description)
    let counts = try words.map { word in
      // A choice is no word of the index.
      let isFound = !places.isEmpty && labels(word).isEmpty
      return isFound ? try places.hits(word, upTo: many, in: db) : many
    }
    let rarest = words.indices.min { counts[$0] < counts[$1] }
    var found = list
    for index in words.indices {
      let word = words[index]
      if index == rarest, counts[index] < many {
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
