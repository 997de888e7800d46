/// Homes for all who wait together, over all their nights.
///
/// At first each home is given once, as well as possible; those who are left over are given what nights
/// the homes have left, again and again until nobody finds one. From there on the best plan over time
/// is looked for (`StaySearch`); what it finds is shown only where it holds (`StayPlanCheck`).
package struct StayPlan {
  /// What a guest is told of.
  package struct Outcome: Sendable {
    /// The home by its index, and how the two go together; nil for who goes without.
    package fileprivate(set) var home: Int?
    package fileprivate(set) var match: StayMatch?
    /// How many homes each hard rule keeps out, and how many are possible for this need alone.
    package fileprivate(set) var obstacles: [StayMatch.Obstacle: Int] = [:]
    package fileprivate(set) var possible = 0
    /// How many of these have no other guest on these nights: a machine gives no others.
    package fileprivate(set) var alone = 0
  }

  /// How much better another plan could be at most.
  package struct Gap: Hashable, Sendable {
    package let persons: Int
    /// Where no more persons could be housed.
    package let points: Int

    package init(persons: Int, points: Int) {
      self.persons = persons
      self.points = points
    }
  }

  /// Is told again and again how much of how much is done; false stops.
  package typealias Tell = (_ done: Int, _ of: Int) -> Bool

  private let guests: [GuestProfile]
  private var homes: [HomeProfile]
  private var work: Int
  private var done = 0
  package private(set) var outcomes: [Outcome]
  package private(set) var worth = StayTask.Worth()
  /// What no plan is worth more than.
  package private(set) var bound = StayTask.Worth()

  /// Nil where it is the best there is.
  package var gap: Gap? {
    let persons = bound.persons - worth.persons
    return worth >= bound
      ? nil : Gap(persons: persons, points: persons > 0 ? 0 : bound.points - worth.points)
  }

  /// How many pairs are looked at over time at most; where there are more, each home is given once at
  /// a time.
  private static let mostPairs = 2_000_000

  /// - Parameters:
  ///   - work: how many choices may be looked at before what is found counts as good enough.
  ///   - isOverTime: whether the best over time is looked for once each home was given a turn at a time.
  ///   - solve: decides what is left open; without it the best plan may not be proved to be it.
  /// - Returns: nil where it was stopped.
  package init?(
    _ guests: [GuestProfile], in homes: [HomeProfile], work: Int = StayAssignment.mostWork,
    isOverTime: Bool = true, solve: StayQuestion.Solve? = nil, tell: Tell
  ) {
    self.guests = guests
    self.homes = homes
    self.work = work
    outcomes = Array(repeating: Outcome(), count: guests.count)
    guard compare(tell) else { return nil }
    for index in homes.indices { self.homes[index] = homes[index].asAWhole }
    var left = Array(guests.indices)
    while !left.isEmpty {
      guard let count = house(left, tell) else { return nil }
      left = left.filter { outcomes[$0].home == nil }
      if count == 0 { break }
    }
    guard look(homes, solve, work: isOverTime ? min(work, StaySearch.mostWork) : 0, tell) else {
      return nil
    }
  }

  /// Looks for a better plan over time, and says how good it can be at most.
  ///
  /// - Parameter homes: as they are.
  private mutating func look(
    _ homes: [HomeProfile], _ solve: StayQuestion.Solve?, work: Int, _ tell: Tell
  ) -> Bool {
    for (guest, outcome) in zip(guests, outcomes) {
      guard let match = outcome.match else { continue }
      worth.persons += guest.persons
      worth.points += match.score
    }
    self.homes = homes.map(\.asAWhole)
    bound = StayTask.Worth()
    let isSmall = outcomes.reduce(0) { $0 + $1.possible } <= Self.mostPairs
    var parties: [StayTask.Party] = []
    let total = 4 * guests.count
    for (index, guest) in guests.enumerated() {
      guard tell(3 * guests.count, total) else { return false }
      let choices = outcomes[index].possible == 0 ? [] : choices(of: guest)
      outcomes[index].alone = choices.count
      if let best = choices.map(\.score).max() {
        bound.persons += guest.persons
        bound.points += best
      }
      if isSmall {
        parties.append(
          StayTask.Party(persons: guest.persons, nights: guest.nights, choices: choices))
      }
    }
    guard isSmall, worth < bound else { return true }
    guard
      let search = StaySearch(
        StayTask(parties, homes: homes.count), from: outcomes.map(\.home), work: work,
        solve: solve, tell: { tell(3 * guests.count + Int($0 * Double(guests.count)), total) })
    else { return false }
    bound = search.bound
    if search.worth > worth, StayPlanCheck(guests, homes).holds(search.plan) {
      worth = search.worth
      for index in guests.indices {
        outcomes[index].home = search.plan[index]
        outcomes[index].match = search.plan[index].map {
          StayMatch(guests[index], self.homes[$0])
        }
      }
    }
    return true
  }

  /// What keeps out how many of the homes as they are.
  private mutating func compare(_ tell: Tell) -> Bool {
    for (index, guest) in guests.enumerated() {
      guard tell(index, 4 * guests.count) else { return false }
      var counts = [Int](repeating: 0, count: StayMatch.Obstacle.allCases.count)
      for home in homes.indices {
        var bits = StayMatch(guest, homes[home].traits, homes[home].details).against
        if bits == 0 { outcomes[index].possible += 1 }
        while bits != 0 {
          counts[bits.trailingZeroBitCount] += 1
          bits &= bits - 1
        }
      }
      for (obstacle, count) in zip(StayMatch.Obstacle.allCases, counts) where count > 0 {
        outcomes[index].obstacles[obstacle] = count
      }
    }
    done = guests.count
    return true
  }

  /// Gives homes to those who are left; how many found one, or nil where it was stopped.
  private mutating func house(_ left: [Int], _ tell: Tell) -> Int? {
    let (most, total) = (3 * guests.count, 4 * guests.count)
    var parties: [StayAssignment.Party] = []
    for (place, index) in left.enumerated() {
      guard tell(min(done, most), total) else { return nil }
      parties.append(
        StayAssignment.Party(
          persons: guests[index].persons, bestOf: choices(of: guests[index]),
          parties: left.count, turn: place * homes.count / left.count))
      done += 1
    }
    let before = done
    guard
      let best = StayAssignment(
        parties, hosts: homes.count, work: &work, tell: { tell(min(before + $0, most), total) })
    else { return nil }
    done += left.count
    var given = 0
    for case (let index, let home?) in zip(left, best.hosts) {
      outcomes[index].home = home
      outcomes[index].match = StayMatch(guests[index], homes[home])
      given += 1
    }
    for case (let index, let home?) in zip(left, best.hosts) {
      homes[home].occupy(for: guests[index])
    }
    return given
  }

  private func choices(of guest: GuestProfile) -> [StayAssignment.Choice] {
    var choices: [StayAssignment.Choice] = []
    for home in homes.indices {
      let match = StayMatch(guest, homes[home].traits, homes[home].details)
      if match.isPossible { choices.append(StayAssignment.Choice(host: home, score: match.score)) }
    }
    return choices
  }
}
