import Casework
import GRDB

/// A search that leaves a list in its order.
///
/// A word that stands nowhere is looked for by ear.
/// What few records hold is looked up in the index and put into the order. What more hold is met on
/// the way along it: the index tells all that hold it, and only those are read.
struct SortedSearch {
  /// How many rows of the index are read at once and how.
  struct Sizes {
    /// From how many on they are met sooner on the way along a list than all put into its order.
    var many: Int
    /// From how many on a page is met so soon that the first records are looked at themselves, before
    /// the index is asked for all that hold the word.
    var most: Int
    /// In how many records of the list a word is expected once where `most` hold it.
    var distance: Int
    static let farthest = 1_000_000

    /// Measured: to put one into the order takes as long as to pass thirty on the way along it; to
    /// look at one itself as long as to pass a hundred.
    init(records: Int) {
      many = Int(Double(10 * records).squareRoot())
      most = 8 * many
      distance = records / max(1, most) + 1
    }

    init(many: Int) { (self.many, most, distance) = (many, 4 * many, 2) }
  }

  /// Of how many words all that hold them are gathered; SQLite takes so many questions in one.
  private static let mostGathered = 4

  let words: [SearchWord]
  private let codes: [SearchedCodes]

  init(_ words: [SearchWord], of query: ListQuery, in db: Database) throws {
    let (places, codes) = (SearchPlace.all(of: .of(query.kind)), query.searchedCodes)
    self.words = try words.map { word in
      let isKnown =
        try query.isLiteral || codes.contains { $0.word == word.text }
        || places.hits(word, upTo: 1, in: db) > 0
      return isKnown ? word : word.byEar
    }
    self.codes = codes
  }

  /// Whether what it finds are guesses.
  var isByEar: Bool { words.contains(where: \.isByEar) }

  /// - Parameter many: nil where the size of the list's table decides.
  func narrow(_ list: ListStatement, many: Int?, in db: Database) throws -> ListStatement {
    let table = list.source.description.kind.table
    let sizes =
      try many.map(Sizes.init(many:))
      ?? Sizes(records: Int(db.row("SELECT max(id) FROM \(table)")?.number(at: 0) ?? 0))
    let places = SearchPlace.all(of: list.source.description)
    var found = list
    // A choice is no word of the index.
    let (named, indexed) = (
      words.filter { places.isEmpty || !labels($0).isEmpty },
      words.filter { !places.isEmpty && labels($0).isEmpty }
    )
    for word in named { found.narrow(to: test(word, places)) }
    let counted = try indexed.map { word in
      (word: word, hits: try places.hits(word, upTo: sizes.most, in: db))
    }
    .sorted { $0.hits < $1.hits }
    guard let rarest = counted.first else { return found }
    if rarest.hits < sizes.many {
      for other in counted.dropFirst() { found.narrow(to: test(other.word, places)) }
      return found.among(Self.ids(of: [rarest.word], places))
    }
    for other in counted.dropFirst(Self.mostGathered) { found.narrow(to: test(other.word, places)) }
    let words = counted.prefix(Self.mostGathered).map(\.word)
    let gathered = Condition.all(
      words.map { word in Condition(any: places.map { $0.gathered(word) }) })
    if rarest.hits >= sizes.most {
      let distance = words.dropFirst().reduce(sizes.distance) { product, _ in
        min(product * sizes.distance, Sizes.farthest)
      }
      return found.keeping(
        ListStatement.Kept(
          test: gathered, ids: Self.ids(of: [rarest.word], places),
          also: .all(words.dropFirst().map { test($0, places) }),
          near: (.all(words.map { test($0, places) }), distance)))
    }
    let ids = Self.ids(of: words, places)
    // Two words that many hold may be held together by few.
    if words.count > 1, try db.number(ids.counted(upTo: sizes.many)) <= sizes.many {
      return found.among(ids)
    }
    return found.keeping(
      ListStatement.Kept(test: gathered, ids: ids, also: .all([]), near: nil))
  }

  /// The records in which each of the words is found in one of the places.
  private static func ids(of words: [SearchWord], _ places: [SearchPlace]) -> Condition {
    let each = words.map { word in
      let ids = places.map { $0.ids(word) }
      return Condition(
        sql: "SELECT DISTINCT id FROM (\(ids.map(\.sql).joined(separator: " UNION ALL ")))",
        arguments: ids.flatMap(\.arguments))
    }
    return Condition(
      sql: each.map(\.sql).joined(separator: " INTERSECT "), arguments: each.flatMap(\.arguments))
  }

  private func test(_ word: SearchWord, _ places: [SearchPlace]) -> Condition {
    Condition(any: places.map { $0.test(word) } + labels(word))
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
