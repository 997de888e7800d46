import Casework
import GRDB

/// What the index is asked: which of its rows, along it and newest first.
struct SearchHits {
  private let phrase: String
  private let first: Int64
  private let last: Int64

  init(_ phrase: String, in range: ClosedRange<Int64>) {
    self.init(phrase, from: range.lowerBound, to: range.upperBound)
  }

  private init(_ phrase: String, from first: Int64, to last: Int64) {
    (self.phrase, self.first, self.last) = (phrase, first, last)
  }

  /// Those that come behind a row in a direction, of which forward leads to the older ones.
  func from(_ key: Int64, _ direction: ListStatement.Direction, isIncluded: Bool) -> SearchHits {
    let step: Int64 = isIncluded ? 0 : 1
    // An empty range finds nothing.
    return switch direction {
    case .forward: SearchHits(phrase, from: first, to: min(last, key - step))
    case .backward: SearchHits(phrase, from: max(first, key + step), to: last)
    }
  }

  /// The test of the rows of the index, which is read as `found`.
  var condition: Condition {
    Condition(
      sql: "found.searchIndex MATCH ? AND found.rowid BETWEEN ? AND ?",
      arguments: [phrase.databaseValue, first.databaseValue, last.databaseValue])
  }

  /// The ids of the records of a kind in which all of the words are found; nothing for a kind that is
  /// not searched.
  static func ids(of kind: RecordKind, holding words: [SearchWord]) -> Condition {
    guard !words.isEmpty, let range = SearchKey.range(of: kind) else {
      return Condition(sql: "SELECT 0 WHERE 0", arguments: [])
    }
    let hits = SearchHits(words.phrases(.inside, inNames: false), in: range).condition
    let id = "SELECT found.rowid - \(range.lowerBound) AS id FROM searchIndex AS found"
    guard words.contains(where: \.isByEar) else {
      return Condition(sql: "\(id) WHERE \(hits.sql)", arguments: hits.arguments)
    }
    let test = Condition.all(words.map { $0.test(in: "held") })
    return Condition(
      sql: """
        \(id) CROSS JOIN searchText AS held ON held.id = found.rowid
        WHERE \(hits.sql) AND \(test.sql)
        """, arguments: hits.arguments + test.arguments)
  }
}
