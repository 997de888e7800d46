/// What a guest may ask of a home, and what a host may ask of a guest; a bit each.
///
/// In the order of `StayMatch.Obstacle` and `StayMatch.Reason`, which name the same things.
package struct StayTraits: OptionSet, Hashable, Sendable {
  package let rawValue: UInt16
  package init(rawValue: UInt16) { self.rawValue = rawValue }

  static let language = StayTraits(rawValue: 1 << 0)
  static let diet = StayTraits(rawValue: 1 << 1)
  static let area = StayTraits(rawValue: 1 << 2)
  static let smoking = StayTraits(rawValue: 1 << 3)
  static let pets = StayTraits(rawValue: 1 << 4)
  static let women = StayTraits(rawValue: 1 << 5)
  static let alcohol = StayTraits(rawValue: 1 << 6)
  static let prayer = StayTraits(rawValue: 1 << 7)
  static let steps = StayTraits(rawValue: 1 << 8)
  static let room = StayTraits(rawValue: 1 << 9)
  static let lock = StayTraits(rawValue: 1 << 10)
  static let hostNoSmoking = StayTraits(rawValue: 1 << 11)
  static let hostNoAlcohol = StayTraits(rawValue: 1 << 12)
  static let hostNoPets = StayTraits(rawValue: 1 << 13)
  static let hostNoChildren = StayTraits(rawValue: 1 << 14)
  static let hostWomenOnly = StayTraits(rawValue: 1 << 15)
}

/// Hard rules that nobody wishes or asks; in the order of `StayMatch.Obstacle`.
struct StayRules: OptionSet, Hashable, Sendable {
  let rawValue: UInt8

  static let consent = StayRules(rawValue: 1 << 0)
  static let blocked = StayRules(rawValue: 1 << 1)
  static let notApproved = StayRules(rawValue: 1 << 2)
  static let menOnlyHome = StayRules(rawValue: 1 << 3)
  static let womenOnlyHome = StayRules(rawValue: 1 << 4)
  static let dates = StayRules(rawValue: 1 << 5)
  static let tooLong = StayRules(rawValue: 1 << 6)
  static let noBed = StayRules(rawValue: 1 << 7)

  static let count = 8
}

/// Codes of a closed list as bits, to see at once whether two lists share one.
struct CodeBits: Hashable, Sendable {
  /// A list of more codes than this does not fit.
  static let most = 256

  private var bits = SIMD4<UInt64>()

  init(_ codes: [String], of places: [String: Int]) {
    for place in codes.compactMap({ places[$0] }) where place < Self.most {
      bits[place / 64] |= 1 << UInt64(place % 64)
    }
  }

  func meets(_ other: CodeBits) -> Bool { (bits & other.bits) != SIMD4() }

  /// The place of each code in its list.
  static func places(of catalogue: Catalogue) -> [String: Int] {
    catalogue.codes.enumerated().reduce(into: [:]) { $0[$1.element] = $1.offset }
  }
}

extension Diet {
  /// A bit each.
  static func bits(_ diets: some Sequence<Diet>) -> UInt8 {
    diets.reduce(into: 0) { $0 |= $1.bit }
  }

  private var bit: UInt8 {
    switch self {
    case .noRestriction: 1 << 0
    case .halal: 1 << 1
    case .vegetarian: 1 << 2
    case .vegan: 1 << 3
    case .kosher: 1 << 4
    case .noPork: 1 << 5
    case .noBeef: 1 << 6
    }
  }
}

extension HouseRule {
  var trait: StayTraits {
    switch self {
    case .noSmoking: .hostNoSmoking
    case .noAlcohol: .hostNoAlcohol
    case .noPets: .hostNoPets
    case .noChildren: .hostNoChildren
    case .womenOnly: .hostWomenOnly
    }
  }

  func isKept(by guest: Lodging) -> Bool {
    switch self {
    case .noSmoking: !guest.smokes
    case .noAlcohol: !guest.drinks
    case .noPets: !guest.bringsPet
    case .noChildren: guest.guests?.hasChildren != true
    case .womenOnly: guest.guests?.isWomenOnly == true
    }
  }
}
