package import Casework
package import Labels

/// A plan for all who wait for a home, in words: who goes where from when to when, who goes without and
/// how long they have waited, and how good the plan is.
package struct StayPlanText: Sendable {
  private let words: Words
  private let today: CivilDate

  package init(_ words: Words, today: CivilDate) {
    self.words = words
    self.today = today
  }

  /// How many find a home in it.
  package func sum(_ plan: StayProposals) -> String {
    let persons = plan.proposals.reduce(0) { $0 + ($1.lodging.persons ?? 1) }
    return words(
      "match.plan.sum", ValueText(words).text(today),
      String(plan.proposals.count { !$0.options.isEmpty }), String(plan.proposals.count),
      String(plan.worth.persons), String(persons), String(plan.worth.points))
  }

  /// That it is the best, or how much better another one could be at most.
  package func verdict(_ plan: StayProposals) -> String {
    guard let gap = plan.gap else { return words("match.plan.best") }
    let (more, found) =
      gap.persons > 0 ? (gap.persons, plan.worth.persons) : (gap.points, plan.worth.points)
    // Rounded up: it is never better than it is told.
    let tenths = (1000 * more + more + found - 1) / max(1, more + found)
    return words(
      gap.persons > 0 ? "match.plan.gap.persons" : "match.plan.gap.points", String(more),
      "\(tenths / 10).\(tenths % 10)")
  }

  package func lines(_ plan: StayProposals) -> [String] {
    let text = StayText(words)
    let values = ValueText(words)
    var lines = [sum(plan), verdict(plan)]
    var host: RecordAddress?
    for stay in plan.stays {
      if stay.host.address != host { lines += ["", values.text(stay.host)] }
      host = stay.host.address
      let parts = [
        text.waiting(stay.proposal, as: values.text(stay.proposal.about)), text.points(stay.match),
        text.reasons(stay.match),
      ]
      lines.append("  " + parts.filter { !$0.isEmpty }.joined(separator: "  "))
    }
    let waiting = plan.waiting(on: today)
    if !waiting.isEmpty { lines += ["", words("match.plan.waiting")] }
    for proposal in waiting {
      let parts = [
        text.waiting(proposal, as: values.text(proposal.about)), waited(proposal),
        text.nobody(for: proposal),
      ]
      lines.append("  " + parts.joined(separator: "  "))
    }
    return lines
  }

  private func waited(_ proposal: StayProposal) -> String {
    words("match.plan.waited", String(proposal.lodging.daysWaited(on: today)))
  }

  // MARK: As a table

  package var header: [String] {
    [
      words("kind.case"), words("field.name"), words("kind.lodging"), words("lodging.from"),
      words("lodging.until"), words("lodging.persons"), words("kind.host"), words("host.name"),
      words("match.plan.points"), words("match.plan.days"), words("match.plan.reason"),
    ]
  }

  /// A row for each need: who has a home by their hosts, then who goes without.
  package func rows(_ plan: StayProposals) -> [[String]] {
    let text = StayText(words)
    return plan.stays.map { stay in
      cells(stay.proposal) + [
        stay.host.number, ValueText(words).name(of: stay.host), String(stay.match.score), "",
        text.reasons(stay.match),
      ]
    }
      + plan.waiting(on: today).map { proposal in
        cells(proposal) + [
          "", "", "", String(proposal.lodging.daysWaited(on: today)), text.nobody(for: proposal),
        ]
      }
  }

  private func cells(_ proposal: StayProposal) -> [String] {
    let lodging = proposal.lodging
    return [
      proposal.about.number, ValueText(words).name(of: proposal.about), proposal.number,
      lodging.from?.description ?? "", lodging.until?.description ?? "",
      String(lodging.persons ?? 1),
    ]
  }
}
