/// What the rules of a stay need to know of the host and of who else stays there.
package struct StayFacts: Hashable, Sendable {
  package var host = Host()
  /// The adults of the household who are named.
  package var adults: [HostAdult] = []
  /// Other stays that hold beds of the host.
  package var others: [Homestay] = []
  /// Other stays of the same person that hold beds, in whichever case.
  package var own: [OwnStay] = []
  /// Whether this guest and this host must not be brought together.
  package var isBlocked = false

  package init() {}

  /// A stay of the same person, and the home as staff call it.
  package struct OwnStay: Hashable, Sendable {
    package let stay: Homestay
    package let home: Link

    package init(_ stay: Homestay, home: Link) {
      self.stay = stay
      self.home = home
    }
  }
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

  package func overlap(_ other: Nights) -> Bool { other.first < leaving && first < other.leaving }

  /// How many beds of a home are taken on its fullest of these nights.
  package func bedsTaken(by stays: [(nights: Nights, persons: Int)]) -> Int {
    let there = stays.filter { overlap($0.nights) }
    // A night gets fuller only where a stay begins.
    let nights = [first] + there.map(\.nights.first).filter { $0 > first }
    return nights.map { night in
      there.filter { $0.nights.first <= night && night < $0.nights.leaving }
        .reduce(0) { $0 + $1.persons }
    }.max() ?? 0
  }

  /// How many beds stays of one home take on its fullest night.
  package static func mostBeds(_ stays: [Homestay], on today: CivilDate) -> Int {
    let taken = stays.compactMap { stay in
      stay.nights(on: today).map { (nights: $0, persons: stay.beds) }
    }
    return taken.map { $0.nights.bedsTaken(by: taken) }.max() ?? 0
  }
}

extension Homestay {
  package var beds: Int { persons ?? 1 }

  /// The nights it is planned for.
  package var nights: Nights? { start.map { Nights(from: $0, until: end) } }

  /// The nights it takes, as it stands on a day: who is still there after the planned end stays the
  /// coming night too.
  package func nights(on today: CivilDate) -> Nights? {
    let isThere = stage.isUnderWay
    return start.map { start in
      Nights(from: start, until: end.map { isThere ? max($0, today.adding(days: 1)) : $0 })
    }
  }
}
