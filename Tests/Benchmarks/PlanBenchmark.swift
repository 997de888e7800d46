import Casework
import TestSupport

/// Homes for 500 who wait among 300, over half a year: each home given once at a time, and the best plan
/// over time with what it lacks at most; how long both take and what both are worth.
struct PlanBenchmark {
  private static let today = CivilDate(dayNumber: 20_700)
  private let guests: [GuestProfile]
  private let homes: [HomeProfile]

  init(seed: UInt64, guests: Int = 500, homes: Int = 300) {
    var random = SplitMix(seed: seed)
    self.guests = (1...guests).map { number in
      GuestProfile(
        Self.lodging(number, &random), told: Told(byDefault: true), today: Self.today)
    }
    self.homes = (1...homes).map { _ in HomeProfile(Self.home(&random), today: Self.today) }
  }

  private static func lodging(_ number: Int, _ random: inout SplitMix) -> Lodging {
    var lodging = Lodging()
    lodging.case = Reference(RecordID(Int64(number)))
    let from = Int.random(in: -10...120, using: &random)
    lodging.from = today.adding(days: from)
    lodging.until = today.adding(days: max(1, from) + Int.random(in: 5...60, using: &random))
    lodging.persons = [1, 1, 1, 2, 2, 3, 4].randomElement(using: &random)
    lodging.guests = GuestGroup.allCases.randomElement(using: &random)
    lodging.languages = ["en", "fa", "ar", "my", "fr"]
      .filter { _ in Int.random(in: 0...2, using: &random) == 0 }.map(Language.init(code:))
    func strength() -> NeedStrength? {
      [.prefer, .prefer, nil, nil, nil, .must].randomElement(using: &random) ?? nil
    }
    lodging.languageNeed = lodging.languages.isEmpty ? nil : strength()
    lodging.lock = strength()
    lodging.stepFree = strength()
    lodging.noPets = strength()
    lodging.nonSmoking = strength()
    lodging.smokes = Int.random(in: 0...3, using: &random) == 0
    return lodging
  }

  private static func home(_ random: inout SplitMix) -> Home {
    var host = Host()
    host.stage = .approved
    host.approvalExpires = today.adding(days: Int.random(in: 60...400, using: &random))
    host.capacity = Int.random(in: 1...4, using: &random)
    host.householdMix = HouseholdMix.allCases.randomElement(using: &random)
    host.languages = ["en", "fa", "ar", "my", "fr"]
      .filter { _ in Int.random(in: 0...2, using: &random) == 0 }.map(Language.init(code:))
    host.rules = HouseRule.allCases.filter { _ in Int.random(in: 0...9, using: &random) == 0 }
    host.wishes = HouseRule.allCases.filter { _ in Int.random(in: 0...3, using: &random) == 0 }
    host.hasLock = Bool.random(using: &random)
    host.isStepFree = Bool.random(using: &random)
    host.hasPets = Int.random(in: 0...3, using: &random) == 0
    host.hasSmokers = Int.random(in: 0...3, using: &random) == 0
    host.longestStayNights = Bool.random(using: &random) ? 45 : nil
    let free = Int.random(in: -100...60, using: &random)
    host.availableFrom = today.adding(days: free)
    host.availableUntil = today.adding(days: free + Int.random(in: 60...300, using: &random))
    return Home(host)
  }

  func run(rounds: Int) {
    let clock = ContinuousClock()
    for number in 1...rounds {
      var (turns, best): (StayPlan?, StayPlan?)
      let short = clock.measure {
        turns = StayPlan(guests, in: homes, isOverTime: false, tell: { _, _ in true })
      }
      let long = clock.measure {
        let end = clock.now + .seconds(1.5)
        best = StayPlan(
          guests, in: homes,
          solve: { question in
            let left = Int((end - clock.now) / .milliseconds(1))
            let time = question.least == 0 ? left * 65 / 100 : left
            guard time >= 50 else { return nil }
            let run = try? ProgramRun(
              BuiltProduct.path("tomoni-plan"), input: question.lines(milliseconds: time))
            return run.flatMap { question.answer(reading: $0.output) }
          }, tell: { _, _ in true })
      }
      guard let turns, let best else { return }
      let gap = best.gap.map { "\($0.persons) persons \($0.points) points" } ?? "proved"
      print(
        "\(number): once at a time \(text(turns.worth)) in \(short); over time \(text(best.worth)) in"
          + " \(long), x \(Int(long / short)), of at most \(text(best.bound)), gap \(gap)")
    }
  }

  private func text(_ worth: StayTask.Worth) -> String {
    "\(worth.persons) persons \(worth.points) points"
  }
}
