import Casework
import Cells
import Labels
import Widgets

/// The needs of somebody over time: a small curve for each domain, and what moved since intake.
struct NeedLines {
  let words: Words
  let chrome: Chrome

  /// - Parameter cards: the assessments, latest first.
  func lines(of cards: [Card]) -> [LinesView.Line] {
    let courses = NeedDomain.allCases.compactMap { Course($0, cards.reversed(), chrome) }
    guard !courses.isEmpty else { return [] }
    let moved = courses.filter { $0.change != 0 }.sorted { $0.change > $1.change }
    var lines: [LinesView.Line] = [.text(words("desk.needs"), role: .muted)]
    if !moved.isEmpty {
      let changes = moved.map { "\(words($0.domain.labelKey)) \(signed($0.change))" }
      lines.append(.pair(words("desk.movedSinceIntake"), changes.joined(separator: "  ")))
    }
    return lines + courses.map(line)
  }

  private func line(_ course: Course) -> LinesView.Line {
    let change = course.change == 0 ? "" : "  \(signed(course.change))"
    let role: Role =
      course.latest == .crisis ? .error : course.change < 0 ? .warning : .plain
    return .pair(
      words(course.domain.labelKey),
      "\(course.curve)  \(words(course.latest.labelKey))\(change)", role: role)
  }

  private func signed(_ change: Int) -> String { change > 0 ? "+\(change)" : String(change) }
}

/// The scores of one domain, oldest first.
private struct Course {
  let domain: NeedDomain
  let latest: NeedScore
  /// How many points it moved since the first assessment.
  let change: Int
  let curve: String

  /// So many of the latest are drawn.
  private static let mostShown = 12

  init?(_ domain: NeedDomain, _ cards: [Card], _ chrome: Chrome) {
    let scores = cards.map { card in NeedScore(fieldValue: card[domain.field]) }
    let known = scores.compactMap { score in score?.points.map { (score: score, points: $0) } }
    guard let first = known.first, let last = known.last, let latest = last.score else {
      return nil
    }
    self.domain = domain
    self.latest = latest
    change = last.points - first.points
    let shown = scores.suffix(Self.mostShown).map {
      $0?.points.map { Self.mark($0, chrome) } ?? " "
    }
    let room = min(cards.count, Self.mostShown)
    curve = String(repeating: " ", count: room - shown.count) + shown.joined()
  }

  /// The higher, the better: blocks, or marks of ASCII, which are one column wide everywhere.
  private static func mark(_ points: Int, _ chrome: Chrome) -> String {
    switch chrome {
    case .plain: ["_", ".", "-", "'", "\""][points - 1]
    case .line: chrome.column([1, 3, 5, 6, 8][points - 1])
    }
  }
}
