/// How well a host suits what a guest needs: what stands against it, else points with their reasons.
///
/// A person always decides; hosts never see guests.
package struct StayMatch: Hashable, Sendable {
  /// A hard rule that is not met; with one of them the two do not go together.
  package enum Obstacle: String, CaseIterable, Sendable {
    case consent, blocked, notApproved, dates, tooLong, noBed
    case menOnlyHome, womenOnlyHome
    case language, diet, area, smoking, pets, women, alcohol, prayer, steps, room, lock
    case hostNoSmoking, hostNoAlcohol, hostNoPets, hostNoChildren, hostWomenOnly

    package var labelKey: String { "stayObstacle.\(rawValue)" }
  }

  /// What is liked and is so.
  package enum Reason: String, CaseIterable, Sendable {
    case language, diet, area, smoking, pets, women, alcohol, prayer, steps, room, lock
    case hostNoSmoking, hostNoAlcohol, hostNoPets, hostNoChildren, hostWomenOnly
    /// No bed is left empty.
    case exactBeds

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

  package private(set) var obstacles: [Obstacle] = []
  /// Each counts once; empty where something stands against it.
  package private(set) var reasons: [Reason] = []

  package var isPossible: Bool { obstacles.isEmpty }
  package var score: Int { reasons.reduce(0) { $0 + $1.points } }

  package init(_ lodging: Lodging, _ home: Home, today: CivilDate) {
    let host = home.host
    addHardRules(lodging, home, today)
    for need in Self.needs(lodging, host) {
      switch need.strength {
      case .must: if !need.isMet { obstacles.append(need.obstacle) }
      case .prefer: if need.isMet { reasons.append(need.reason) }
      case nil: break
      }
    }
    for rule in HouseRule.allCases {
      let isKept = rule.isKept(by: lodging)
      if host.rules.contains(rule), !isKept { obstacles.append(rule.obstacle) }
      if host.wishes.contains(rule), isKept { reasons.append(rule.reason) }
    }
    if !obstacles.isEmpty { reasons = [] }
  }

  /// Approval, who lives there, dates and beds.
  private mutating func addHardRules(_ lodging: Lodging, _ home: Home, _ today: CivilDate) {
    let host = home.host
    if !home.mayBeTold { obstacles.append(.consent) }
    guard let from = lodging.firstNight(on: today), let until = lodging.until else {
      obstacles.append(.dates)
      return
    }
    if home.isBlocked { obstacles.append(.blocked) }
    if !host.isApproved(on: today) || !host.isApproved(on: from) || !home.isChecked {
      obstacles.append(.notApproved)
    }
    switch host.householdMix {
    case .menOnly where lodging.guests?.isWomenOnly == true: obstacles.append(.menOnlyHome)
    case .womenOnly where lodging.guests == .man: obstacles.append(.womenOnlyHome)
    default: break
    }
    if host.availableFrom.map({ $0 > from }) ?? false
      || host.availableUntil.map({ $0 < until }) ?? false
    {
      obstacles.append(.dates)
    }
    let nights = Nights(from: from, until: until)
    if let longest = host.longestStayNights, nights.count > longest { obstacles.append(.tooLong) }
    let free = (host.capacity ?? 0) - nights.bedsTaken(by: home.taken)
    let persons = lodging.persons ?? 1
    if persons > free { obstacles.append(.noBed) }
    if persons == free { reasons.append(.exactBeds) }
  }

  private struct Need {
    let strength: NeedStrength?
    let obstacle: Obstacle
    let reason: Reason
    let isMet: Bool

    init(_ strength: NeedStrength?, _ obstacle: Obstacle, _ reason: Reason, _ isMet: Bool) {
      self.strength = strength
      self.obstacle = obstacle
      self.reason = reason
      self.isMet = isMet
    }
  }

  /// The needs of the guest and whether the home meets them; what is not known of a home is not so.
  private static func needs(_ guest: Lodging, _ host: Host) -> [Need] {
    [
      // A list without an entry asks for nothing.
      Need(
        guest.languages.isEmpty ? nil : guest.languageNeed, .language, .language,
        guest.languages.contains(where: host.languages.contains)),
      Need(
        guest.diets.isEmpty ? nil : guest.dietNeed, .diet, .diet,
        Diet.serve(guest.diets, from: host.diets)),
      Need(
        guest.prefectures.isEmpty ? nil : guest.areaNeed, .area, .area,
        host.prefecture.map(guest.prefectures.contains) ?? false),
      Need(guest.nonSmoking, .smoking, .smoking, !host.hasSmokers),
      Need(guest.noPets, .pets, .pets, !host.hasPets),
      Need(guest.womenHousehold, .women, .women, host.householdMix == .womenOnly),
      Need(guest.alcoholFree, .alcohol, .alcohol, host.isAlcoholFree),
      Need(guest.prayerSpace, .prayer, .prayer, host.hasPrayerSpace),
      Need(guest.stepFree, .steps, .steps, host.isStepFree),
      Need(guest.privateRoom, .room, .room, host.hasPrivateRoom),
      Need(guest.lock, .lock, .lock, host.hasLock),
    ]
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

extension HouseRule {
  func isKept(by guest: Lodging) -> Bool {
    switch self {
    case .noSmoking: !guest.smokes
    case .noAlcohol: !guest.drinks
    case .noPets: !guest.bringsPet
    case .noChildren: guest.guests?.hasChildren != true
    case .womenOnly: guest.guests?.isWomenOnly == true
    }
  }

  fileprivate var obstacle: StayMatch.Obstacle {
    switch self {
    case .noSmoking: .hostNoSmoking
    case .noAlcohol: .hostNoAlcohol
    case .noPets: .hostNoPets
    case .noChildren: .hostNoChildren
    case .womenOnly: .hostWomenOnly
    }
  }

  fileprivate var reason: StayMatch.Reason {
    switch self {
    case .noSmoking: .hostNoSmoking
    case .noAlcohol: .hostNoAlcohol
    case .noPets: .hostNoPets
    case .noChildren: .hostNoChildren
    case .womenOnly: .hostWomenOnly
    }
  }
}
