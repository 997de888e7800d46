/// What the rules of a stay need to know of the host and of who else stays there.
package struct StayFacts: Hashable, Sendable {
  package var host = Host()
  /// The adults of the household who are named.
  package var adults: [HostAdult] = []
  /// Other stays that hold beds of the host.
  package var others: [Homestay] = []
  /// Whether this guest and this host must not be brought together.
  package var isBlocked = false

  package init() {}
}

extension StayStage {
  /// The stages in which a stay holds beds that nobody else can be given.
  package static let holding: [StayStage] = [.confirmed, .inProgress, .extended]
  package var holdsBed: Bool { Self.holding.contains(self) }
}

/// The nights for which beds are taken: up to the morning of leaving, one night at least.
package struct Nights: Hashable, Sendable {
  package let first: Int
  /// The day of leaving; the far future where no end is known.
  package let leaving: Int

  package init(from start: CivilDate, until end: CivilDate?) {
    first = start.dayNumber
    leaving = max(first + 1, end?.dayNumber ?? .max)
  }

  package var count: Int { leaving - first }

  /// How many beds of a home are taken on its fullest of these nights.
  package func bedsTaken(by stays: [(nights: Nights, persons: Int)]) -> Int {
    let there = stays.filter { $0.nights.first < leaving && first < $0.nights.leaving }
    // A night gets fuller only where a stay begins.
    let nights = [first] + there.map(\.nights.first).filter { $0 > first }
    return nights.map { night in
      there.filter { $0.nights.first <= night && night < $0.nights.leaving }
        .reduce(0) { $0 + $1.persons }
    }.max() ?? 0
  }
}

extension Homestay {
  package var beds: Int { persons ?? 1 }

  /// The nights it takes, as it stands on a day: who is still there after the planned end stays the
  /// coming night too.
  package func nights(on today: CivilDate) -> Nights? {
    let isThere = stage == .inProgress || stage == .extended
    return start.map { start in
      Nights(from: start, until: end.map { isThere ? max($0, today.adding(days: 1)) : $0 })
    }
  }
}
