/// How well a host suits what a guest needs: what stands against it, else points with their reasons.
///
/// A person always decides; hosts never see guests. It is a handful of bits, because all who wait are
/// compared with all homes: some thirty million pairs at the size of a country.
package struct StayMatch: Hashable, Sendable {
  /// A hard rule that is not met; with one of them the two do not go together.
  ///
  /// First what `StayRules` names, then what `StayTraits` does, in their order.
  package enum Obstacle: String, CaseIterable, Sendable {
    case consent, blocked, notApproved, menOnlyHome, womenOnlyHome, dates, tooLong, noBed
    case language, diet, area, smoking, pets, women, alcohol, prayer, steps, room, lock
    case hostNoSmoking, hostNoAlcohol, hostNoPets, hostNoChildren, hostWomenOnly

    package var labelKey: String { "stayObstacle.\(rawValue)" }
  }

  /// What is liked and is so; behind the first what `StayTraits` names, in its order.
  package enum Reason: String, CaseIterable, Sendable {
    /// No bed is left empty.
    case exactBeds
    case language, diet, area, smoking, pets, women, alcohol, prayer, steps, room, lock
    case hostNoSmoking, hostNoAlcohol, hostNoPets, hostNoChildren, hostWomenOnly

    package var points: Int {
      switch self {
      case .language: 20
      case .diet, .area, .women: 15
      case .smoking, .pets, .prayer, .steps, .room, .lock: 10
      case .alcohol, .hostNoSmoking, .hostNoAlcohol, .hostNoPets, .hostNoChildren, .hostWomenOnly:
        5
      case .exactBeds: 3
      }
    }

    package var labelKey: String { "stayReason.\(rawValue)" }
  }

  /// A bit for each obstacle, in their order.
  let against: UInt32
  /// A bit for each reason, in their order; none where something stands against it.
  private let inFavour: UInt32

  package var obstacles: [Obstacle] { Self.cases(against) }
  /// Each counts once; empty where something stands against it.
  package var reasons: [Reason] { Self.cases(inFavour) }
  package var isPossible: Bool { against == 0 }
  package var score: Int {
    var (left, sum) = (inFavour, 0)
    while left != 0 {
      sum += Self.points[left.trailingZeroBitCount]
      left &= left - 1
    }
    return sum
  }

  private static let points = Reason.allCases.map(\.points)

  private static func cases<Case: CaseIterable>(_ bits: UInt32) -> [Case] {
    Case.allCases.enumerated().filter { bits & 1 << UInt32($0.offset) != 0 }.map(\.element)
  }

  package init(_ guest: GuestProfile, _ home: HomeProfile) {
    self.init(guest, home.traits, home.details)
  }

  /// - Parameter home: asked only where more than its traits has to be known.
  init(_ guest: GuestProfile, _ traits: HomeTraits, _ home: @autoclosure () -> HomeDetails) {
    var rules = guest.rules(against: traits)
    var free = traits.capacity
    // Of most homes nothing is taken in these nights.
    let isTaken =
      traits.takenFrom < guest.nights.leaving && guest.nights.first < traits.takenUntil
    if isTaken || traits.hasBlocked || !guest.told.isAlikeForAll {
      let home = home()
      if isTaken { free -= home.bedsTaken(for: guest) }
      if home.blocked.contains(guest.case) { rules.insert(.blocked) }
      if !guest.told.includes(home.name) { rules.insert(.consent) }
    } else if !guest.told.byDefault {
      rules.insert(.consent)
    }
    let isExact = guest.persons == free
    if guest.isDated {
      if guest.persons > free { rules.insert(.noBed) }
    } else {
      // Nothing can be said of nights that nobody knows.
      rules = rules.intersection(.consent).union(.dates)
    }
    let met = traits.offers.union(guest.keeps).union(guest.offers(of: traits))
    let missed = guest.musts.union(traits.musts).subtracting(met)
    against =
      UInt32(rules.rawValue) | UInt32(missed.rawValue) << UInt32(StayRules.count)
    let liked = guest.likes.union(traits.likes).intersection(met)
    inFavour =
      against == 0 ? UInt32(liked.rawValue) << 1 | (isExact ? 1 : 0) : 0
  }

  package init(_ lodging: Lodging, _ home: Home, today: CivilDate) {
    let guest = GuestProfile(lodging, told: Told(byDefault: home.mayBeTold), today: today)
    var profile = HomeProfile(home, today: today)
    profile.take(home.taken.map { BedsTaken($0.nights, persons: $0.persons) })
    if home.isBlocked { profile.keepOut([guest.case]) }
    self.init(guest, profile)
  }
}

/// A host as matching sees them.
package struct Home: Sendable {
  package var host: Host
  /// The nights for which beds are taken, and how many.
  package var taken: [(nights: Nights, persons: Int)] = []
  /// Whether every adult who is named has been checked.
  package var isChecked = true
  /// Whether this guest and this host must not be brought together.
  package var isBlocked = false
  /// Whether the guest agrees that this family is told of them.
  package var mayBeTold = true

  package init(_ host: Host) { self.host = host }
}
