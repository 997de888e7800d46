import Casework
import Fold
import GRDB

/// A search by ear: each word as it stands or as it is spoken, or all of them spoken as one name
/// (Abdul Rahman, Abdulrahman).
///
/// What it finds beside what holds the words are guesses: they come last, and are told to be guesses.
struct HeardSearch {
  private let words: [SearchWord]
  private let joined: SearchWord?

  /// Nil where no word says enough to be heard.
  init?(_ words: [SearchWord]) {
    let heard = words.map(\.byEar)
    let all = SearchWord(words.map(\.text).joined()).byEar
    let joined = 2...Self.mostJoined ~= words.count && all.isByEar ? all : nil
    guard heard.contains(where: \.isByEar) || joined != nil else { return nil }
    (self.words, self.joined) = (heard, joined)
  }

  private static let mostJoined = 4

  /// The query of the index; what it finds is still to be tested.
  var phrase: String {
    let each = words.map { $0.phrase(.inside, inNames: false) }.joined(separator: " AND ")
    return joined.map { "(\(each)) OR (\($0.soundPhrase))" } ?? each
  }

  /// So many of the newest that share the keys are compared: what is typed costs the same in every
  /// store, and of more that sound alike nobody looks for one by ear.
  static let mostCompared = 2000

  /// Whether a row of the index, which is read as `found`, is among those that are compared.
  func isCompared(in range: ClosedRange<Int64>) -> Condition {
    Condition(
      sql: """
        found.rowid >= ifnull((SELECT newest.rowid FROM searchIndex AS newest
          WHERE newest.searchIndex MATCH ? AND newest.rowid BETWEEN ? AND ?
          ORDER BY newest.rowid DESC LIMIT 1 OFFSET ?), 0)
        """,
      arguments: [
        phrase.databaseValue, range.lowerBound.databaseValue, range.upperBound.databaseValue,
        Self.mostCompared.databaseValue,
      ])
  }

  /// Whether a row of `searchText` is heard, which is read as `alias`.
  func test(in alias: String) -> Condition {
    let each = Condition.all(words.map { $0.test(in: alias) })
    guard let joined else { return each }
    return Condition(any: [
      Condition(sql: "(\(each.sql))", arguments: each.arguments), joined.heard(in: alias),
    ])
  }
}
