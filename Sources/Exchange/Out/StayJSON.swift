package import Casework

extension StayProposal {
  /// What scripts may rely on: the names of fields and stable codes.
  package var json: JSONValue {
    .object(
      need + [
        .init("hosts", .array(options.map(\.json))),
        .init("possible", .number(possible)), .init("obstacles", .counts(obstacles)),
        .init("apart", .apart(apart)),
      ])
  }

  /// Who waits and for what.
  var need: [JSONValue.Member] {
    func date(_ day: CivilDate?) -> JSONValue { day.map { .string($0.description) } ?? .null }
    return [
      .init("case", .string(about.number)), .init("lodging", .string(number)),
      .init("from", date(lodging.from)), .init("until", date(lodging.until)),
      .init("persons", .number(lodging.persons ?? 1)),
    ]
  }
}

extension StayProposal.Option {
  fileprivate var json: JSONValue {
    .object([
      .init("host", .string(host.number)),
      .init("name", .string(host.reading.isEmpty ? host.title : host.reading)),
      .init("score", .number(match.score)),
      .init("reasons", .reasons(match.reasons.map { ($0.rawValue, $0.points) })),
    ])
  }
}
