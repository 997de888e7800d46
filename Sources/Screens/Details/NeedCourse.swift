import Casework
import Cells
import Labels

/// The scores of one domain of life, oldest first.
struct NeedCourse: Hashable {
  let domain: NeedDomain
  let latest: NeedScore
  /// How many points it moved since the first assessment.
  let change: Int
  /// Nil where nobody spoke about it.
  private let points: [Int?]

  /// - Parameter cards: the assessments, oldest first.
  init?(_ domain: NeedDomain, _ cards: [Card]) {
    let scores = cards.map { card in NeedScore(fieldValue: card[domain.field]) }
    let known = scores.compactMap { score in score?.points.map { (score: score, points: $0) } }
    guard let first = known.first, let last = known.last, let latest = last.score else {
      return nil
    }
    self.domain = domain
    self.latest = latest
    change = last.points - first.points
    points = scores.map { $0?.points }
  }

  /// The courses of a case's assessments, latest first as the store gives them.
  static func all(of cards: [Card]) -> [NeedCourse] {
    NeedDomain.allCases.compactMap { NeedCourse($0, cards.reversed()) }
  }

  var role: Role { latest == .crisis ? .error : change < 0 ? .warning : .plain }

  /// The higher, the better: blocks, or the points themselves.
  func curve(_ chrome: Chrome, most: Int) -> String {
    points.suffix(most).map { points in
      points.map { chrome == .line ? Self.blocks[$0 - 1] : String($0) }
        ?? (chrome == .line ? " " : "-")
    }.joined()
  }

  /// For one to five points.
  private static let blocks = ["▁", "▂", "▄", "▆", "█"]
}

extension Int {
  /// With its sign.
  var signed: String { self > 0 ? "+\(self)" : String(self) }
}
