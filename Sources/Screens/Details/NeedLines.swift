import Casework
import Cells
import Labels
import Widgets

/// The needs of somebody over time: a small curve for each domain, and what moved since intake.
struct NeedLines {
  let words: Words
  let chrome: Chrome

  /// So many of the latest assessments are drawn.
  private static let mostShown = 12

  /// - Parameter cards: the assessments, latest first.
  func lines(of cards: [Card]) -> [LinesView.Line] {
    let courses = NeedCourse.all(of: cards)
    guard !courses.isEmpty else { return [] }
    let moved = courses.filter { $0.change != 0 }.sorted { $0.change > $1.change }
    var lines: [LinesView.Line] = [.text(words("desk.needs"), role: .muted)]
    if !moved.isEmpty {
      let changes = moved.map { "\(words($0.domain.labelKey)) \($0.change.signed)" }
      lines.append(.pair(words("desk.movedSinceIntake"), changes.joined(separator: "  ")))
    }
    return lines
      + courses.map { course in
        let change = course.change == 0 ? "" : "  \(course.change.signed)"
        let curve = course.curve(chrome, most: Self.mostShown)
        return .pair(
          words(course.domain.labelKey), "\(curve)  \(words(course.latest.labelKey))\(change)",
          role: course.role)
      }
  }

  /// What an assessment moved: 住居 2→3; of the first one how somebody stood.
  func moved(by card: Card, among cards: [Card]) -> String {
    guard let index = cards.firstIndex(where: { $0.address == card.address }) else { return "" }
    let (now, earlier) = (cards[index], cards[(index + 1)...])
    let parts = NeedDomain.allCases.compactMap { domain -> String? in
      guard let points = NeedScore(fieldValue: now[domain.field])?.points else { return nil }
      let before = earlier.lazy.compactMap { NeedScore(fieldValue: $0[domain.field])?.points }.first
      let label = words.text(ifAny: "\(domain.labelKey).short") ?? words(domain.labelKey)
      guard let before else { return "\(label) \(points)" }
      let arrow = chrome == .line ? "→" : ">"
      return before == points ? nil : "\(label) \(before)\(arrow)\(points)"
    }
    return parts.isEmpty ? words("needs.unmoved") : parts.joined(separator: "  ")
  }
}
