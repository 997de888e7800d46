package import Casework
package import Labels

/// The people who suit a job, or the jobs that suit a person, in words: every point with its
/// reason, and what is not known.
package struct JobMatchText: Sendable {
  let words: Words

  package init(_ words: Words) { self.words = words }

  package func points(_ match: JobMatch) -> String {
    words("jobMatch.points", String(match.score))
  }

  /// Each reason with its points; together they are the score.
  package func reasons(_ match: JobMatch) -> String {
    match.points.map { words("jobMatch.reason", words($0.reason.labelKey), String($0.points)) }
      .joined(separator: words("list.separator"))
  }

  /// What is to be asked or confirmed.
  package func unknown(_ match: JobMatch) -> String {
    match.unknown.map { words($0.labelKey) }.joined(separator: words("list.separator"))
  }

  /// What is not known stands first: nobody is to read past it.
  package func explanation(_ match: JobMatch) -> String {
    let open = match.unknown.isEmpty ? "" : words("jobMatch.unknown", unknown(match))
    return [open, reasons(match)].filter { !$0.isEmpty }.joined(separator: "  ")
  }

  /// The hard rules that keep out, most often first.
  package func obstacles(of proposal: JobProposal) -> String {
    JobMatch.Obstacle.allCases.compactMap { obstacle in
      proposal.obstacles[obstacle].map { (obstacle, $0) }
    }.sorted { $0.1 > $1.1 }.prefix(4)
      .map { words("jobMatch.keptOut", words($0.0.labelKey, ApartText.hours), String($0.1)) }
      .joined(separator: words("list.separator"))
  }

  /// The proposal, one option on a line.
  ///
  /// People stand by the numbers of their cases alone: what is printed may go to a company.
  package func lines(_ proposal: JobProposal) -> [String] {
    let head = proposal.isOfJob ? ValueText(words).text(proposal.about) : proposal.about.number
    guard proposal.isRegistered else { return [head, "  " + words("desk.notRegistered")] }
    let options = proposal.options.map { option in
      let subject =
        proposal.isOfJob
        ? option.case.number
        : "\(ValueText(words).text(option.job))  \(ValueText(words).name(of: option.company))"
      let parts = [points(option.match), subject, explanation(option.match)]
      return "  " + parts.filter { !$0.isEmpty }.joined(separator: "  ")
    }
    let none = [
      words(proposal.isOfJob ? "jobMatch.nobody" : "jobMatch.noJobs"), obstacles(of: proposal),
    ]
    .filter { !$0.isEmpty }
    let apart = proposal.apartInLines.map { apart in
      let other =
        proposal.isOfJob ? apart.other.number : ValueText(words).text(apart.other)
      return "  \(other)  \(ApartText(words).text(apart))"
    }
    return [head] + (options.isEmpty ? ["  " + none.joined(separator: "  ")] : options) + apart
  }
}
