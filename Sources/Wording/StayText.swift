package import Casework
package import Labels

/// What a machine proposes for who waits for a host, in words: every point with its reason.
package struct StayText: Sendable {
  let words: Words

  package init(_ words: Words) { self.words = words }

  package func points(_ match: StayMatch) -> String { words("match.points", String(match.score)) }

  /// Each reason with its points; together they are the score.
  package func reasons(_ match: StayMatch) -> String {
    match.reasons.map { words("match.reason", words($0.labelKey), String($0.points)) }
      .joined(separator: words("list.separator"))
  }

  /// So many hard rules are named at most.
  package static let mostObstacles = 3

  /// The hard rules that keep hosts out, most often first.
  package func obstacles(
    of proposal: StayProposal, most: Int = StayText.mostObstacles
  ) -> String {
    StayMatch.Obstacle.allCases.compactMap { obstacle in
      proposal.obstacles[obstacle].map { (obstacle, $0) }
    }.sorted { $0.1 > $1.1 }.prefix(most)
      .map { words("match.keptOut", words($0.0.labelKey), String($0.1)) }
      .joined(separator: words("list.separator"))
  }

  /// Who waits, and the hosts proposed, one on a line.
  package func lines(_ proposal: StayProposal) -> [String] {
    let lodging = proposal.lodging
    func day(_ date: CivilDate?) -> String { date.map(ValueText(words).text) ?? "" }
    let head = words(
      "match.waiting", ValueText(words).text(proposal.about), day(lodging.from),
      day(lodging.until), String(lodging.persons ?? 1))
    let options = proposal.options.map { option in
      let parts = [
        points(option.match), ValueText(words).text(option.host), reasons(option.match),
      ]
      return "  " + parts.filter { !$0.isEmpty }.joined(separator: "  ")
    }
    let none = [words("match.none"), obstacles(of: proposal)].filter { !$0.isEmpty }
    return [head] + (options.isEmpty ? ["  " + none.joined(separator: "  ")] : options)
  }
}
