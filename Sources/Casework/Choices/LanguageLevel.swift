/// A level of the Common European Framework of Reference for Languages, lowest first.
package enum CEFRLevel: String, Choice, Comparable {
  case a1, a2, b1, b2, c1, c2

  package static let catalogueName = "cefr"

  package static func < (a: Self, b: Self) -> Bool { a.rawValue < b.rawValue }
}

extension JapaneseLevel {
  /// The level of the framework that a passed test shows, by `Resources/Tables/jlptCefr.tsv`.
  ///
  /// - Parameter score: all points of the test; without it the least level that passing shows.
  /// - Returns: nil where the test says nothing of a level, or was not passed.
  package func cefr(score: Int? = nil) -> CEFRLevel? {
    let rows = LanguageScale.rows.filter { $0.level == self }
    guard let score else { return rows.map(\.cefr).min() }
    return rows.filter { $0.leastScore ?? 0 <= score }.map(\.cefr).max()
  }

  /// How much Japanese it is, N5 being 1 and N1 being 5; nil where it was not tested.
  package var rank: Int? {
    switch self {
    case .n1: 5
    case .n2: 4
    case .n3: 3
    case .n4: 2
    case .n5: 1
    case .belowN5: 0
    case .unknown: nil
    }
  }
}

/// The table between the two scales of languages.
package enum LanguageScale {
  package struct Row: Hashable, Sendable {
    package let level: JapaneseLevel
    /// Nil where passing is enough.
    package let leastScore: Int?
    package let cefr: CEFRLevel
    /// Whether it is found in the source, or from general knowledge.
    package let isFound: Bool
    package let checked: String
    package let source: String
  }

  package static let rows: [Row] = ResourceTable.rows("jlptCefr").compactMap { cells in
    guard cells.count == 6, let level = JapaneseLevel(rawValue: cells[0]),
      let cefr = CEFRLevel(rawValue: cells[2])
    else { return nil }
    return Row(
      level: level, leastScore: Int(cells[1]), cefr: cefr, isFound: cells[3] == "found",
      checked: cells[4], source: cells[5])
  }
}
