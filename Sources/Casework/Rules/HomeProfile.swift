internal import Fold

/// A home that may have guests, worked out once to be compared with all who wait.
package struct HomeProfile: Sendable {
  package private(set) var traits: HomeTraits
  /// The folded name of the family, by which consents name it.
  let name: String
  /// The cases that must not come here.
  private(set) var blocked: Set<RecordID> = []
  private var taken: [BedsTaken] = []

  package init(_ home: Home, today: CivilDate) {
    traits = HomeTraits(home, today: today)
    name = Fold.name(home.host.name)
  }

  /// Takes beds for nights.
  package mutating func take(_ beds: [BedsTaken]) {
    taken += beds
    traits.hasTakenBeds = !taken.isEmpty
  }

  package mutating func keepOut(_ cases: Set<RecordID>) {
    blocked.formUnion(cases)
    traits.hasBlocked = !blocked.isEmpty
  }

  /// The home as a machine may give it: to one party at a time, also where a bed is left.
  package var asAWhole: HomeProfile {
    var home = self
    for index in taken.indices { home.taken[index].persons = traits.capacity }
    return home
  }

  /// Gives the home to a party for its nights; another need of the same case is another party.
  package mutating func occupy(for guest: GuestProfile) {
    take([BedsTaken(guest.nights, persons: traits.capacity)])
  }

  /// The beds that others have on the fullest night of a guest; one that the guest has already is
  /// free for them.
  func bedsTaken(for guest: GuestProfile) -> Int {
    let others = taken.filter {
      $0.nights.overlap(guest.nights) && !$0.cases.contains(guest.case)
    }
    guard others.count > 1 else { return others.first?.persons ?? 0 }
    return guest.nights.bedsTaken(by: others.map { (nights: $0.nights, persons: $0.persons) })
  }
}

/// Nights for which beds of a home are taken.
package struct BedsTaken: Sendable {
  let nights: Nights
  var persons: Int
  /// All cases of who sleeps there.
  let cases: Set<RecordID>

  package init(_ nights: Nights, persons: Int, cases: Set<RecordID> = []) {
    self.nights = nights
    self.persons = persons
    self.cases = cases
  }
}

/// The part of a home that most comparisons need: numbers alone.
package struct HomeTraits: Sendable {
  let capacity: Int
  /// What it has of what guests ask for.
  let offers: StayTraits
  /// What guests have to keep to, and what the host would like.
  let musts: StayTraits
  let likes: StayTraits
  let languages: CodeBits
  let prefecture: CodeBits
  let diets: UInt8
  let mix: HouseholdMix?
  let isApproved: Bool
  let approvedUntil: Int
  let availableFrom: Int
  let availableUntil: Int
  /// In nights.
  let longest: Int
  fileprivate(set) var hasTakenBeds = false
  fileprivate(set) var hasBlocked = false

  /// What is not known of a home is not so.
  fileprivate init(_ home: Home, today: CivilDate) {
    let host = home.host
    capacity = host.capacity ?? 0
    let all: [(StayTraits, Bool)] = [
      (.smoking, !host.hasSmokers), (.pets, !host.hasPets),
      (.women, host.householdMix == .womenOnly), (.alcohol, host.isAlcoholFree),
      (.prayer, host.hasPrayerSpace), (.steps, host.isStepFree), (.room, host.hasPrivateRoom),
      (.lock, host.hasLock),
    ]
    offers = all.filter(\.1).reduce(into: []) { $0.insert($1.0) }
    musts = host.rules.reduce(into: []) { $0.insert($1.trait) }
    likes = host.wishes.reduce(into: []) { $0.insert($1.trait) }
    languages = CodeBits(host.languages.map(\.rawValue), of: StayPlaces.languages)
    prefecture = CodeBits(
      [host.prefecture?.rawValue].compactMap(\.self), of: StayPlaces.prefectures)
    diets = Diet.bits(Diet.served(from: host.diets))
    mix = host.householdMix
    isApproved = host.isApproved(on: today) && home.isChecked
    approvedUntil = host.approvalExpires?.dayNumber ?? .min
    availableFrom = host.availableFrom?.dayNumber ?? .min
    availableUntil = host.availableUntil?.dayNumber ?? .max
    longest = host.longestStayNights ?? .max
  }
}
