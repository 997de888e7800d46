internal import Fold

/// A home that may have guests, worked out once to be compared with all who wait.
package struct HomeProfile: Sendable {
  package private(set) var traits: HomeTraits
  private(set) var details: HomeDetails

  package init(_ home: Home, today: CivilDate) {
    traits = HomeTraits(home, today: today)
    details = HomeDetails(name: Fold.name(home.host.name), blocked: [], taken: [])
  }

  /// Takes beds for nights.
  package mutating func take(_ beds: [BedsTaken]) {
    change(details.blocked, details.taken + beds)
  }

  package mutating func keepOut(_ cases: Set<RecordID>) {
    change(details.blocked + cases.sorted(), details.taken)
  }

  /// The home as a machine may give it: to one party at a time, also where a bed is left.
  package var asAWhole: HomeProfile {
    var home = self
    home.change(
      details.blocked,
      details.taken.map { beds in
        var beds = beds
        beds.persons = traits.capacity
        return beds
      })
    return home
  }

  /// Gives the home to a party for its nights; another need of the same case is another party.
  package mutating func occupy(for guest: GuestProfile) {
    take([BedsTaken(guest.nights, persons: traits.capacity)])
  }

  private mutating func change(_ blocked: [RecordID], _ taken: [BedsTaken]) {
    details = HomeDetails(name: details.name, blocked: blocked, taken: taken)
    traits.hasBlocked = !blocked.isEmpty
    traits.takenFrom = taken.map(\.nights.first).min() ?? .max
    traits.takenUntil = taken.map(\.nights.leaving).max() ?? .min
  }
}

/// What is asked of a home where its traits do not tell: an object, to be looked at millions of times.
final class HomeDetails: Sendable {
  /// The folded name of the family, by which consents name it.
  let name: String
  /// The cases that must not come here.
  let blocked: [RecordID]
  fileprivate let taken: [BedsTaken]

  fileprivate init(name: String, blocked: [RecordID], taken: [BedsTaken]) {
    self.name = name
    self.blocked = blocked
    self.taken = taken
  }

  /// The beds that others have on the fullest night of a guest; one that the guest has already is
  /// free for them.
  func bedsTaken(for guest: GuestProfile) -> Int {
    func areThere(_ beds: BedsTaken) -> Bool {
      beds.nights.overlap(guest.nights) && !beds.cases.contains(guest.case)
    }
    var most = 0
    // A night gets fuller only where a stay begins.
    for one in taken where areThere(one) {
      let night = max(one.nights.first, guest.nights.first)
      var persons = 0
      for other in taken
      where other.nights.first <= night && night < other.nights.leaving && areThere(other) {
        persons += other.persons
      }
      most = max(most, persons)
    }
    return most
  }

  /// The beds that others than a guest have on one night.
  func bedsTaken(on night: Int, except guest: RecordID) -> Int {
    taken.reduce(0) { sum, beds in
      let isThere = beds.nights.first <= night && night < beds.nights.leaving
      return isThere && !beds.cases.contains(guest) ? sum + beds.persons : sum
    }
  }
}

/// Nights for which beds of a home are taken.
package struct BedsTaken: Sendable {
  let nights: Nights
  var persons: Int
  /// All cases of who sleeps there.
  let cases: [RecordID]

  package init(_ nights: Nights, persons: Int, cases: Set<RecordID> = []) {
    self.nights = nights
    self.persons = persons
    self.cases = cases.sorted()
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
  /// From the first to the last night for which beds are taken.
  fileprivate(set) var takenFrom = Int.max
  fileprivate(set) var takenUntil = Int.min
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
