package import Casework
package import Labels

/// What a machine proposes for who waits for a host, in words: every point with its reason.
package struct StayText: Sendable {
  let words: Words

  package init(_ words: Words) { self.words = words }

  /// Who waits, for which nights and how many they are.
  package func waiting(_ proposal: StayProposal, as name: String) -> String {
    let lodging = proposal.lodging
    func day(_ date: CivilDate?) -> String { date.map(ValueText(words).text) ?? "" }
    return words(
      "match.waiting", name, day(lodging.from), day(lodging.until), String(lodging.persons ?? 1))
  }

  package func points(_ match: StayMatch) -> String { words("match.points", String(match.score)) }

  /// Each reason with its points; together they are the score.
  package func reasons(_ match: StayMatch) -> String {
    match.reasons.map { words("match.reason", words($0.labelKey), String($0.points)) }
      .joined(separator: words("list.separator"))
  }

  /// How many hard rules are named at most.
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

  /// Why no host is proposed: none fits, those who do have other guests then, or they are better given
  /// to others.
  package func nobody(for proposal: StayProposal) -> String {
    if proposal.possible > 0, proposal.alone == 0 {
      return words("match.withOthers", String(proposal.possible))
    }
    if proposal.possible > 0 {
      return words("match.givenToOthers", String(proposal.alone ?? proposal.possible))
    }
    return [words("match.none"), obstacles(of: proposal)].filter { !$0.isEmpty }
      .joined(separator: "  ")
  }

  /// How much better another choice for all who wait could be; nil where there is none better.
  package func gap(_ plan: StayProposals) -> String? {
    plan.gap.map { gap in
      gap.persons > 0
        ? words("match.gap.persons", String(gap.persons))
        : words("match.gap.points", String(gap.points))
    }
  }

  /// Who waits, and the hosts proposed, one on a line.
  package func lines(_ proposal: StayProposal) -> [String] {
    let head = waiting(proposal, as: ValueText(words).text(proposal.about))
    let options = proposal.options.map { option in
      let parts = [
        points(option.match), ValueText(words).text(option.host), reasons(option.match),
      ]
      return "  " + parts.filter { !$0.isEmpty }.joined(separator: "  ")
    }
    // Who has a choice does not ask for what is none.
    let apart = options.isEmpty ? proposal.apart.map { line($0) } : []
    return [head] + (options.isEmpty ? ["  " + nobody(for: proposal)] : options) + apart
  }

  private func line(_ apart: Apart<StayMatch.Obstacle>) -> String {
    "  \(ValueText(words).text(apart.other))  \(ApartText(words).text(apart))"
  }
}
