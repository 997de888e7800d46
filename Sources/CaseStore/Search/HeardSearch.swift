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

  /// Whether a row of `searchText` is heard, which is read as `alias`.
  func test(in alias: String) -> Condition {
    let each = Condition.all(words.map { $0.test(in: alias) })
    guard let joined else { return each }
    return Condition(any: [
      Condition(sql: "(\(each.sql))", arguments: each.arguments), joined.heard(in: alias),
    ])
  }
}
