import Casework

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

  /// What stands against each that is not possible.
  static func apart<Obstacle: KeepingApart & RawRepresentable<String>>(
    _ apart: [Apart<Obstacle>]
  ) -> JSONValue {
    .array(
      apart.map {
        .object([
          .init("with", .string($0.other.number)),
          .init("obstacles", .array($0.obstacles.map { .string($0.rawValue) })),
        ])
      })
  }
}
