package import Casework

extension StayProposal {
  /// What scripts may rely on: the names of fields and stable codes.
  package var json: JSONValue {
    func date(_ day: CivilDate?) -> JSONValue { day.map { .string($0.description) } ?? .null }
    return .object([
      .init("case", .string(about.number)), .init("lodging", .string(number)),
      .init("from", date(lodging.from)), .init("until", date(lodging.until)),
      .init("persons", .number(lodging.persons ?? 1)),
      .init("hosts", .array(options.map(\.json))),
      .init(
        "obstacles",
        .object(
          StayMatch.Obstacle.allCases.compactMap { obstacle in
            obstacles[obstacle].map { .init(obstacle.rawValue, .number($0)) }
          })),
    ])
  }
}

extension StayProposal.Option {
  fileprivate var json: JSONValue {
    .object([
      .init("host", .string(host.number)), .init("name", .string(host.title)),
      .init("score", .number(match.score)),
      .init(
        "reasons",
        .array(
          match.reasons.map {
            .object([.init("reason", .string($0.rawValue)), .init("points", .number($0.points))])
          })),
    ])
  }
}
