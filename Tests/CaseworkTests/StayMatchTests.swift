import Casework
import TestSupport
import Testing

/// Which home suits whom, and why.
struct StayMatchTests {
  static let today = CivilDate(year: 2026, month: 10, day: 3) ?? CivilDate(dayNumber: 0)

  private var guest: Lodging {
    var guest = Lodging()
    guest.guests = .woman
    guest.from = Self.today.adding(days: 5)
    guest.until = Self.today.adding(days: 15)
    return guest
  }

  private var host: Host {
    var host = Host()
    host.stage = .approved
    host.approvalExpires = Self.today.adding(days: 300)
    host.capacity = 2
    return host
  }

  private func match(_ guest: Lodging, _ home: Home) -> StayMatch {
    StayMatch(guest, home, today: Self.today)
  }

  @Test func `is possible where nothing is asked and everything stands`() {
    #expect(match(guest, Home(host)).isPossible)
    #expect(match(guest, Home(host)).score == 0)
  }

  /// One hard rule after the other broken.
  static let broken: [(StayMatch.Obstacle, @Sendable (inout Lodging, inout Home) -> Void)] = [
    (.consent, { $1.mayBeTold = false }),
    (.blocked, { $1.isBlocked = true }), (.notApproved, { $1.host.stage = .suspended }),
    (.notApproved, { $1.host.approvalExpires = $0.from?.adding(days: -1) }),
    (.notApproved, { $1.isChecked = false }), (.notApproved, { $1.host.approvalExpires = nil }),
    (.dates, { $1.host.availableFrom = $0.from?.adding(days: 1) }),
    (.dates, { $1.host.availableUntil = $0.until?.adding(days: -1) }),
    (.dates, { lodging, _ in lodging.until = nil }),
    (.tooLong, { $1.host.longestStayNights = 9 }), (.noBed, { lodging, _ in lodging.persons = 3 }),
    (.noBed, { $1.host.capacity = nil }),
    (
      .menOnlyHome,
      {
        $0.guests = .womenChildren; $1.host.householdMix = .menOnly
      }
    ),
    (
      .womenOnlyHome,
      {
        $0.guests = .man; $1.host.householdMix = .womenOnly
      }
    ),
    (
      .language,
      {
        $0.languageNeed = .must; $0.languages = [Language(code: "fa")]
        $1.host.languages = [Language(code: "ja")]
      }
    ),
    (
      .diet,
      {
        $0.dietNeed = .must; $0.diets = [.halal]; $1.host.diets = [.vegan]
      }
    ),
    (
      .area,
      { lodging, _ in
        lodging.areaNeed = .must; lodging.prefectures = [Prefecture(code: "13")]
      }
    ),
    (
      .smoking,
      {
        $0.nonSmoking = .must; $1.host.hasSmokers = true
      }
    ),
    (
      .pets,
      {
        $0.noPets = .must; $1.host.hasPets = true
      }
    ),
    (.women, { lodging, _ in lodging.womenHousehold = .must }),
    (.alcohol, { lodging, _ in lodging.alcoholFree = .must }),
    (.prayer, { lodging, _ in lodging.prayerSpace = .must }),
    (.steps, { lodging, _ in lodging.stepFree = .must }),
    (.room, { lodging, _ in lodging.privateRoom = .must }),
    (.lock, { lodging, _ in lodging.lock = .must }),
    (
      .hostNoSmoking,
      {
        $0.smokes = true; $1.host.rules = [.noSmoking]
      }
    ),
    (
      .hostNoAlcohol,
      {
        $0.drinks = true; $1.host.rules = [.noAlcohol]
      }
    ),
    (
      .hostNoPets,
      {
        $0.bringsPet = true; $1.host.rules = [.noPets]
      }
    ),
    (
      .hostNoChildren,
      {
        $0.guests = .family; $1.host.rules = [.noChildren]
      }
    ),
    (
      .hostWomenOnly,
      {
        $0.guests = .man; $1.host.rules = [.womenOnly]
      }
    ),
  ]

  @Test(arguments: broken.indices) func `is kept out by each hard rule`(index: Int) {
    let (obstacle, breaks) = Self.broken[index]
    var (lodging, home) = (guest, Home(host))
    breaks(&lodging, &home)
    #expect(match(lodging, home).obstacles == [obstacle])
    #expect(match(lodging, home).score == 0)
  }

  /// One of the facts that are named, put back as it was, brings the two together again; and each rule
  /// names some but where none of their fields decides.
  @Test(arguments: broken.indices) func `names the fact that would change it`(index: Int) {
    let (obstacle, breaks) = Self.broken[index]
    var (lodging, home) = (guest, Home(host))
    breaks(&lodging, &home)
    if [.consent, .blocked].contains(obstacle) { return #expect(obstacle.facts.isEmpty) }
    guard home.isChecked else { return }
    let mended = obstacle.facts.filter { fact in
      var (changed, other) = (lodging, home)
      if fact.kind == .lodging {
        var values = lodging.values
        values[fact.field] = guest.values[fact.field]
        changed = Lodging(values: values)
      } else {
        var values = home.host.values
        values[fact.field] = host.values[fact.field]
        other.host = Host(values: values)
      }
      return match(changed, other).isPossible
    }
    #expect(!mended.isEmpty, "\(obstacle)")
  }

  @Test func `rests on fields that there are`() {
    let facts =
      StayMatch.Obstacle.allCases.flatMap(\.facts) + JobMatch.Obstacle.allCases.flatMap(\.facts)
    for fact in facts {
      #expect(RecordDescription.of(fact.kind)[fact.field] != nil, "\(fact)")
    }
  }

  @Test(arguments: [
    (GuestGroup.woman, HouseholdMix.menOnly, false), (.womenChildren, .menOnly, false),
    (.man, .womenOnly, false), (.man, .menOnly, true), (.woman, .womenOnly, true),
    (.couple, .menOnly, true), (.woman, .mixed, true),
  ])
  func `puts no woman alone among men and no man among women`(
    guests: GuestGroup, mix: HouseholdMix, isPossible: Bool
  ) {
    var (lodging, home) = (guest, Home(host))
    lodging.guests = guests
    home.host.householdMix = mix
    #expect(match(lodging, home).isPossible == isPossible)
  }

  @Test(arguments: [
    ([Diet.halal], [Diet.halal], true), ([.noPork], [.halal], true), ([.noPork], [.kosher], true),
    ([.vegetarian, .noPork, .noBeef], [.vegan], true), ([.noPork, .noBeef], [.vegetarian], true),
    ([.vegan], [.vegetarian], false), ([.halal], [.vegan], false), ([.halal], [.noPork], false),
    ([.halal], [.noRestriction], false), ([.noRestriction], [], true),
    ([.noBeef, .halal], [.halal, .noBeef], true), ([.noBeef, .halal], [.halal], false),
  ])
  func `knows what food serves whom`(needs: [Diet], offered: [Diet], isServed: Bool) {
    var (lodging, home) = (guest, Home(host))
    lodging.diets = needs
    lodging.dietNeed = .must
    home.host.diets = offered
    #expect(match(lodging, home).isPossible == isServed)
  }

  @Test func `asks for nothing where a list is empty`() {
    for need in NeedStrength.allCases {
      var lodging = guest
      lodging.languageNeed = need
      lodging.dietNeed = need
      lodging.areaNeed = need
      #expect(match(lodging, Home(host)).isPossible)
      #expect(match(lodging, Home(host)).score == 0)
    }
  }

  @Test func `is measured from today on where the wished start has passed`() {
    var (lodging, home) = (guest, Home(host))
    lodging.from = Self.today.adding(days: -20)
    home.host.availableFrom = Self.today
    home.host.longestStayNights = 15
    let past = Nights(from: Self.today.adding(days: -20), until: Self.today)
    home.taken = [(nights: past, persons: 2)]
    #expect(match(lodging, home).obstacles == [])
    #expect(lodging.firstNight(on: Self.today) == Self.today)
  }

  @Test func `knows every hard rule`() {
    #expect(Set(Self.broken.map(\.0)) == Set(StayMatch.Obstacle.allCases))
  }

  @Test func `gives the points of each reason and nothing else`() {
    var (lodging, home) = (guest, Home(host))
    lodging.languages = [Language(code: "fa"), Language(code: "en")]
    home.host.languages = [Language(code: "ja"), Language(code: "en")]
    lodging.languageNeed = .prefer
    lodging.noPets = .prefer
    lodging.lock = .prefer
    home.host.wishes = [.noSmoking, .womenOnly]
    lodging.persons = 2
    let found = match(lodging, home)
    #expect(
      found.reasons == [.exactBeds, .language, .pets, .hostNoSmoking, .hostWomenOnly])
    #expect(found.score == 3 + 20 + 10 + 5 + 5)
  }

  /// first night, leaving, beds, as days after today.
  @Test(
    arguments: [
      ([], true), ([(5, 15, 1)], true), ([(5, 15, 2)], false), ([(1, 5, 2), (15, 20, 2)], true),
      ([(1, 6, 1), (6, 9, 1), (9, 30, 1)], true), ([(1, 7, 1), (6, 9, 1)], false),
    ] as [([(Int, Int, Int)], Bool)])
  func `counts the beds of the fullest night`(taken: [(Int, Int, Int)], isFree: Bool) {
    var home = Home(host)
    home.taken = taken.map { first, leaving, beds in
      (
        nights: Nights(
          from: Self.today.adding(days: first), until: Self.today.adding(days: leaving)),
        persons: beds
      )
    }
    #expect(match(guest, home).isPossible == isFree)
  }
}
