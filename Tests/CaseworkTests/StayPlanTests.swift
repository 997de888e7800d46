import TestSupport
import Testing

@testable import Casework

/// Homes for all who wait together, beside what each pair says of itself.
@Suite struct `A plan of stays` {
  private static let today = StayMatchTests.today

  private func host(_ random: inout SplitMix) -> Host {
    var host = Host()
    host.stage = .approved
    host.approvalExpires = Self.today.adding(days: Int.random(in: 0...200, using: &random))
    host.capacity = Int.random(in: 0...4, using: &random)
    host.householdMix = HouseholdMix.allCases.randomElement(using: &random)
    host.prefecture = ["13", "14", "27"].randomElement(using: &random).map(Prefecture.init(code:))
    host.languages = ["en", "fa", "ar"].filter { _ in Bool.random(using: &random) }
      .map(Language.init(code:))
    host.diets = Diet.allCases.filter { _ in Int.random(in: 0...4, using: &random) == 0 }
    host.rules = HouseRule.allCases.filter { _ in Int.random(in: 0...6, using: &random) == 0 }
    host.wishes = HouseRule.allCases.filter { _ in Bool.random(using: &random) }
    host.hasLock = Bool.random(using: &random)
    host.isStepFree = Bool.random(using: &random)
    host.hasPets = Bool.random(using: &random)
    host.longestStayNights = Bool.random(using: &random) ? 30 : nil
    host.availableFrom = Bool.random(using: &random) ? Self.today.adding(days: 10) : nil
    return host
  }

  private func lodging(_ number: Int, _ random: inout SplitMix) -> Lodging {
    var lodging = Lodging()
    lodging.case = Reference(RecordID(Int64(number)))
    let from = Int.random(in: -5...40, using: &random)
    lodging.from = Self.today.adding(days: from)
    lodging.until = Self.today.adding(days: max(1, from) + Int.random(in: 1...40, using: &random))
    lodging.persons = Int.random(in: 1...3, using: &random)
    lodging.guests = GuestGroup.allCases.randomElement(using: &random)
    lodging.languages = [Language(code: "en"), Language(code: "fa")]
    func strength() -> NeedStrength? {
      [.prefer, .prefer, nil, .must].randomElement(using: &random) ?? nil
    }
    lodging.languageNeed = strength()
    lodging.lock = strength()
    lodging.stepFree = strength()
    lodging.noPets = strength()
    lodging.smokes = Bool.random(using: &random)
    return lodging
  }

  @Test(arguments: UInt64(1)...30)
  func `gives each night of a home once, to whom it fits, and leaves nobody who could have one`(
    seed: UInt64
  ) throws {
    var random = SplitMix(seed: seed)
    let lodgings = (1...30).map { lodging($0, &random) }
    let homes = (1...12).map { _ in Home(host(&random)) }
    func made() throws -> StayPlan {
      try #require(
        StayPlan(
          lodgings.map { GuestProfile($0, told: Told(byDefault: true), today: Self.today) },
          in: homes.map { HomeProfile($0, today: Self.today) }, tell: { _, _ in true }))
    }
    let plan = try made()
    #expect(plan.worth <= plan.bound && (plan.gap == nil) == (plan.worth == plan.bound))
    #expect(try self.same(plan, made()))
    var taken: [Int: [Nights]] = [:]
    for (lodging, outcome) in zip(lodgings, plan.outcomes) {
      let matches = homes.map { StayMatch(lodging, $0, today: Self.today) }
      #expect(outcome.possible == matches.count(where: \.isPossible))
      for obstacle in StayMatch.Obstacle.allCases {
        let count = matches.count { $0.obstacles.contains(obstacle) }
        #expect(outcome.obstacles[obstacle] ?? 0 == count, "\(obstacle)")
      }
      guard let home = outcome.home else { continue }
      #expect(matches[home].isPossible && outcome.match?.score == matches[home].score)
      let first = try #require(lodging.firstNight(on: Self.today))
      let nights = Nights(from: first, until: lodging.until)
      #expect(taken[home, default: []].allSatisfy { !$0.overlap(nights) })
      taken[home, default: []].append(nights)
    }
    for (lodging, outcome) in zip(lodgings, plan.outcomes) where outcome.home == nil {
      let first = try #require(lodging.firstNight(on: Self.today))
      let nights = Nights(from: first, until: lodging.until)
      for (index, home) in homes.enumerated()
      where StayMatch(lodging, home, today: Self.today).isPossible {
        #expect(taken[index, default: []].contains { $0.overlap(nights) })
      }
    }
  }

  private func same(_ one: StayPlan, _ other: StayPlan) -> Bool {
    one.outcomes.map(\.home) == other.outcomes.map(\.home)
  }

  @Test func `says how much better another could be where it had no time`() throws {
    var random = SplitMix(seed: 4)
    let guests = (1...30).map {
      GuestProfile(lodging($0, &random), told: Told(byDefault: true), today: Self.today)
    }
    let homes = (1...12).map { _ in HomeProfile(Home(host(&random)), today: Self.today) }
    var told: [Int] = []
    let best = try #require(
      StayPlan(guests, in: homes) { done, total in
        told.append(done)
        return done <= total
      })
    #expect(told == told.sorted() && told.count > 60)
    let hasty = try #require(StayPlan(guests, in: homes, work: 0, tell: { _, _ in true }))
    #expect(hasty.gap != nil && best.bound <= hasty.bound && hasty.worth <= best.bound)
    #expect(StayPlan(guests, in: homes, tell: { done, _ in done < 40 }) == nil)
  }

  /// One who stays all the time and wishes for a lock, and four for half of it, over two homes.
  @Test func `houses four where giving each home once at a time houses three`() throws {
    let guests = [(0, 10), (0, 5), (5, 10), (0, 5), (5, 10)].enumerated().map { number, nights in
      var lodging = Lodging()
      lodging.case = Reference(RecordID(Int64(number)))
      lodging.from = Self.today.adding(days: 1 + nights.0)
      lodging.until = Self.today.adding(days: 1 + nights.1)
      lodging.lock = number == 0 ? .prefer : nil
      return GuestProfile(lodging, told: Told(byDefault: true), today: Self.today)
    }
    var host = Host()
    host.stage = .approved
    host.approvalExpires = Self.today.adding(days: 100)
    host.capacity = 1
    host.hasLock = true
    let homes = [host, host].map { HomeProfile(Home($0), today: Self.today) }
    let hasty = try #require(StayPlan(guests, in: homes, work: 0, tell: { _, _ in true }))
    let plan = try #require(
      StayPlan(guests, in: homes, solve: { $0.tried }, tell: { _, _ in true }))
    #expect(hasty.worth.persons == 3 && plan.worth.persons == 4 && plan.gap == nil)
    #expect(hasty.gap == StayPlan.Gap(persons: 2, points: 0))
    #expect(plan.outcomes[0].home == nil && plan.outcomes.compactMap(\.home).count == 4)
  }

  @Test func `is shown only where each home has a bed on every night, and nobody else`() {
    func guest(_ number: Int64, _ first: Int, _ leaving: Int, _ persons: Int = 1) -> GuestProfile {
      var lodging = Lodging()
      lodging.case = Reference(RecordID(number))
      lodging.from = Self.today.adding(days: first)
      lodging.until = Self.today.adding(days: leaving)
      lodging.persons = persons
      return GuestProfile(lodging, told: Told(byDefault: true), today: Self.today)
    }
    var host = Host()
    host.stage = .approved
    host.approvalExpires = Self.today.adding(days: 100)
    host.capacity = 3
    var home = HomeProfile(Home(host), today: Self.today)
    let taken = Nights(from: Self.today.adding(days: 20), until: Self.today.adding(days: 22))
    home.take([BedsTaken(taken, persons: 1, cases: [RecordID(9)])])
    func holds(_ guests: [GuestProfile], _ plan: [Int?]) -> Bool {
      StayPlanCheck(guests, [home]).holds(plan)
    }
    #expect(holds([guest(1, 1, 5), guest(2, 5, 9, 3)], [0, 0]))
    #expect(holds([guest(1, 1, 5), guest(2, 4, 9)], [0, nil]))
    // Who has the bed is not in their own way.
    #expect(holds([guest(9, 18, 25)], [0]))
    #expect(!holds([guest(1, 1, 5), guest(2, 4, 9)], [0, 0]))
    #expect(!holds([guest(1, 1, 5, 4)], [0]))
    #expect(!holds([guest(1, 21, 25)], [0]))
    #expect(!holds([guest(1, 1, 5)], [1]))
    #expect(!holds([guest(1, 1, 5)], []))
  }

  /// Consents may name a family, in any spelling.
  @Test func `tells only those families of a guest who may know`() throws {
    func consent(_ recipient: String, _ status: ConsentStatus = .given) -> Consent {
      var consent = Consent()
      consent.scope = .hostFamilies
      consent.recipient = recipient
      consent.status = status
      consent.on = Self.today
      return consent
    }
    var random = SplitMix(seed: 3)
    let lists = [
      [], [consent("")], [consent("Sato")], [consent(""), consent("ＳＡＴＯ", .refused)],
      [consent("sato"), consent("", .refused)], [consent("", .refused), consent("Sato")],
    ]
    for consents in lists {
      for name in ["Sato", "SATO", "Mori", ""] {
        var host = host(&random)
        host.name = name
        var home = Home(host)
        home.mayBeTold = Sharing.isAllowed(
          by: consents, .hostFamilies, to: name, on: Self.today)
        let lodging = lodging(1, &random)
        let guest = GuestProfile(
          lodging, told: Told(by: consents, on: Self.today), today: Self.today)
        let profile = HomeProfile(home, today: Self.today)
        #expect(
          StayMatch(guest, profile)
            == StayMatch(lodging, home, today: Self.today), "\(name) \(consents.count)")
      }
    }
  }

  /// A list that grows beyond the bits would lose its last codes.
  @Test func `has a bit for each language and each prefecture`() {
    #expect(Language.catalogue.codes.count <= 256 && Prefecture.catalogue.codes.count <= 256)
    #expect(Diet.allCases.count <= 8)
  }
}
