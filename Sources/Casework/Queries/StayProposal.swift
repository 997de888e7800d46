/// What a machine proposes for somebody who waits for a host; a person decides.
package struct StayProposal: Hashable, Sendable {
  /// A host with what speaks for them.
  package struct Option: Hashable, Sendable {
    package var host: Link
    package var match: StayMatch

    package init(_ host: Link, _ match: StayMatch) {
      self.host = host
      self.match = match
    }
  }

  /// The case that waits.
  package var about: Link
  package var lodging: Lodging
  package var number: String
  /// For one case: every possible host, best first.
  ///
  /// For all who wait: the host that is best for all together, or none.
  package var options: [Option] = []
  /// How many hosts each hard rule keeps out, and how many are possible for this need alone.
  package var obstacles: [StayMatch.Obstacle: Int] = [:]
  package var possible = 0
  /// For all who wait: how many of these have no other guest on these nights.
  package var alone: Int?
  /// For one case: hosts that are not possible, those with the fewest obstacles first.
  package var apart: [Apart<StayMatch.Obstacle>] = []

  package init(about: Link, lodging: Lodging, number: String) {
    self.about = about
    self.lodging = lodging
    self.number = number
  }
}

/// What a machine proposes for all who wait together.
package struct StayProposals: Hashable, Sendable {
  package var proposals: [StayProposal]
  /// How many persons have a home in it, and with how many points.
  package var worth: StayTask.Worth
  /// How much better others could be at most; nil where there are none better.
  package var gap: StayPlan.Gap?

  package init(
    _ proposals: [StayProposal], worth: StayTask.Worth = StayTask.Worth(),
    gap: StayPlan.Gap? = nil
  ) {
    self.proposals = proposals
    self.worth = worth
    self.gap = gap
  }

  /// Those with a home, host by host in the order of their nights.
  package var stays: [(host: Link, proposal: StayProposal, match: StayMatch)] {
    proposals.compactMap { proposal in
      proposal.options.first.map { ($0.host, proposal, $0.match) }
    }.sorted {
      ($0.host.address.id, $0.proposal.lodging.from?.dayNumber ?? 0, $0.proposal.number)
        < ($1.host.address.id, $1.proposal.lodging.from?.dayNumber ?? 0, $1.proposal.number)
    }
  }

  /// Those without, who waits longest first.
  package func waiting(on today: CivilDate) -> [StayProposal] {
    proposals.filter(\.options.isEmpty).sorted {
      ($1.lodging.daysWaited(on: today), $0.number) < ($0.lodging.daysWaited(on: today), $1.number)
    }
  }
}
