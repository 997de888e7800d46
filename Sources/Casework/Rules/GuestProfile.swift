internal import Fold

/// What somebody needs of a home, worked out once to be compared with all homes.
package struct GuestProfile: Sendable {
  package let `case`: RecordID
  package let persons: Int
  let told: Told
  /// What has to be so, and what would be liked.
  let musts: StayTraits
  let likes: StayTraits
  /// What hosts may ask of them and is so.
  let keeps: StayTraits
  let nights: Nights
  /// Whether it is known from when until when.
  let isDated: Bool
  private let from: Int
  private let until: Int
  private let isWomenOnly: Bool
  private let isMan: Bool
  private let languages: CodeBits
  private let prefectures: CodeBits
  private let diets: UInt8

  /// - Parameter told: which families may be told of the guest.
  package init(_ lodging: Lodging, told: Told, today: CivilDate) {
    self.told = told
    `case` = lodging.case.id
    persons = lodging.persons ?? 1
    let first = lodging.firstNight(on: today)
    isDated = first != nil && lodging.until != nil
    from = first?.dayNumber ?? 0
    until = lodging.until?.dayNumber ?? 0
    nights = Nights(from: first ?? today, until: lodging.until)
    isWomenOnly = lodging.guests?.isWomenOnly == true
    isMan = lodging.guests == .man
    languages = CodeBits(lodging.languages.map(\.rawValue), of: StayPlaces.languages)
    prefectures = CodeBits(lodging.prefectures.map(\.rawValue), of: StayPlaces.prefectures)
    diets = Diet.bits(lodging.diets)
    keeps = HouseRule.allCases.filter { $0.isKept(by: lodging) }
      .reduce(into: []) { $0.insert($1.trait) }
    let needs = lodging.stayNeeds
    musts = needs.reduce(into: []) { if $1.strength == .must { $0.insert($1.trait) } }
    likes = needs.reduce(into: []) { if $1.strength == .prefer { $0.insert($1.trait) } }
  }

  /// What a home has of what only both sides together tell.
  func offers(of home: HomeTraits) -> StayTraits {
    var traits: StayTraits = []
    if languages.meets(home.languages) { traits.insert(.language) }
    if diets & ~home.diets == 0 { traits.insert(.diet) }
    if prefectures.meets(home.prefecture) { traits.insert(.area) }
    return traits
  }

  /// Approval, who lives there, and dates.
  func rules(against home: HomeTraits) -> StayRules {
    var rules: StayRules = []
    if !home.isApproved || home.approvedUntil < from { rules.insert(.notApproved) }
    switch home.mix {
    case .menOnly where isWomenOnly: rules.insert(.menOnlyHome)
    case .womenOnly where isMan: rules.insert(.womenOnlyHome)
    default: break
    }
    if home.availableFrom > from || home.availableUntil < until { rules.insert(.dates) }
    if nights.count > home.longest { rules.insert(.tooLong) }
    return rules
  }
}

/// Which families may be told of somebody.
package struct Told: Sendable {
  /// Whether those may whom no consent names.
  let byDefault: Bool
  /// Whether those may whom a consent names, by their folded name.
  private var named: [String: Bool] = [:]

  package init(byDefault: Bool) { self.byDefault = byDefault }

  /// By what the person said, in the order in which it was entered.
  package init(by consents: [Consent], on today: CivilDate) {
    func isAllowed(_ consents: [Consent], to name: String) -> Bool {
      Sharing.isAllowed(by: consents, .hostFamilies, to: name, on: today)
    }
    byDefault = isAllowed(consents.filter(\.recipient.isEmpty), to: "")
    for consent in consents where !consent.recipient.isEmpty {
      let name = Fold.name(consent.recipient)
      if named[name] == nil { named[name] = isAllowed(consents, to: consent.recipient) }
    }
  }

  var isAlikeForAll: Bool { named.isEmpty }

  func includes(_ name: String) -> Bool { named.isEmpty ? byDefault : named[name] ?? byDefault }
}

/// Where each code stands in the long lists of which guests and hosts name some.
enum StayPlaces {
  static let languages = CodeBits.places(of: Language.catalogue)
  static let prefectures = CodeBits.places(of: Prefecture.catalogue)
}

extension Lodging {
  /// How much each trait of a home matters; a list without an entry asks for nothing.
  fileprivate var stayNeeds: [(trait: StayTraits, strength: NeedStrength?)] {
    [
      (.language, languages.isEmpty ? nil : languageNeed),
      (.diet, diets.isEmpty ? nil : dietNeed),
      (.area, prefectures.isEmpty ? nil : areaNeed),
      (.smoking, nonSmoking), (.pets, noPets), (.women, womenHousehold), (.alcohol, alcoholFree),
      (.prayer, prayerSpace), (.steps, stepFree), (.room, privateRoom), (.lock, lock),
    ]
  }
}
