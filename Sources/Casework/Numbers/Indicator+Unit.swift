extension Indicator {
  /// What the number is a number of: every output writes it the same way.
  package enum Unit: String, CaseIterable, Sendable {
    /// Records, gatherings, organisations.
    case count
    case people
    case yen
    /// Of a hundred.
    case percent
    case months, days, nights, hours
  }

  package var unit: Unit {
    switch aggregate {
    case .distinct(.person): .people
    case .median(.daysSince): .days
    case .count, .distinct, .sum, .median: .count
    }
  }
}
