/// What every proposal says in the same shape, whoever is matched with whom.
extension JSONValue {
  /// The points of a match, each with its reason as a code.
  static func reasons(_ points: [(reason: String, points: Int)]) -> JSONValue {
    .array(
      points.map {
        .object([.init("reason", .string($0.reason)), .init("points", .number($0.points))])
      })
  }

  /// How often each obstacle kept somebody out, in the order of their codes.
  static func counts<Obstacle: CaseIterable & RawRepresentable<String> & Hashable>(
    _ obstacles: [Obstacle: Int]
  ) -> JSONValue {
    .object(
      Obstacle.allCases.compactMap { obstacle in
        obstacles[obstacle].map { .init(obstacle.rawValue, .number($0)) }
      })
  }
}
