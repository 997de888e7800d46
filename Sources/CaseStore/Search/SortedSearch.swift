import Casework
import GRDB

/// A search that leaves a list in its order.
///
/// What few records hold is looked up in the index and put into the order; what many hold is met soon
/// enough on the way along it.
struct SortedSearch {
  /// From how many rows of the index on they are met sooner on the way: among 100,000 records.
  static let many = 2000

  private let words: [SearchWord]
  private let codes: [SearchedCodes]

  init(_ words: [SearchWord], _ codes: [SearchedCodes]) {
    (self.words, self.codes) = (words, codes)
  }

  func narrow(_ list: ListStatement, many: Int, in db: Database) throws -> ListStatement {
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
