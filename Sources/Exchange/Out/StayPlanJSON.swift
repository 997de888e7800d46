package import Casework

extension StayProposals {
  /// What scripts may rely on: the names of fields and stable codes.
  ///
  /// `personsAtMost` and `pointsAtMost` are what no plan has more of; `pointsAtMost` is null where more
  /// persons may be possible, for then nobody knows.
  package func json(on today: CivilDate) -> JSONValue {
    let (persons, points) = (gap?.persons ?? 0, gap?.points ?? 0)
    return .object([
      .init("made", .string(today.description)), .init("isProved", .bool(gap == nil)),
      .init("persons", .number(worth.persons)),
      .init("personsAtMost", .number(worth.persons + persons)),
      .init("points", .number(worth.points)),
      .init("pointsAtMost", persons > 0 ? .null : .number(worth.points + points)),
      .init("stays", .array(stays.map { .object($0.proposal.need + stay($0.host, $0.match)) })),
      .init(
        "waiting",
        .array(
          waiting(on: today).map { proposal in
            .object(
              proposal.need + [
                .init("days", .number(proposal.lodging.daysWaited(on: today))),
                .init("possible", .number(proposal.possible)),
                .init("obstacles", .counts(proposal.obstacles)),
              ])
          })),
    ])
  }

  private func stay(_ host: Link, _ match: StayMatch) -> [JSONValue.Member] {
    [
      .init("host", .string(host.number)), .init("score", .number(match.score)),
      .init("reasons", .reasons(match.reasons.map { ($0.rawValue, $0.points) })),
    ]
  }
}
