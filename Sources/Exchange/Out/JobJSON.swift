package import Casework

extension JobProposal {
  /// What scripts may rely on: numbers of records, names of fields and stable codes.
  package var json: JSONValue {
    .object([
      .init(isOfJob ? "job" : "case", .string(about.number)),
      .init("registered", .bool(isRegistered)),
      .init(isOfJob ? "people" : "jobs", .array(options.map(\.json))),
      .init("obstacles", .counts(obstacles)),
      .init("apart", .apart(apart)),
    ])
  }
}

extension JobProposal.Option {
  fileprivate var json: JSONValue {
    .object([
      .init("case", .string(self.case.number)), .init("job", .string(job.number)),
      .init("company", .string(company.number)), .init("score", .number(match.score)),
      .init("reasons", .reasons(match.points.map { ($0.reason.rawValue, $0.points) })),
      .init("unknown", .array(match.unknown.map { .string($0.rawValue) })),
    ])
  }
}
