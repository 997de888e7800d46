/// Homes for all who wait together.
///
/// Those who are left over are given what nights the homes have left, again and again until nobody
/// finds one.
package struct StayPlan {
  /// What a guest is told of.
  package struct Outcome: Sendable {
    /// The home by its index, and how the two go together; nil for who goes without.
    package fileprivate(set) var home: Int?
    package fileprivate(set) var match: StayMatch?
    /// How many homes each hard rule keeps out, and how many are possible for this need alone.
    package fileprivate(set) var obstacles: [StayMatch.Obstacle: Int] = [:]
    package fileprivate(set) var possible = 0
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
  /// What all assignments could be worth more together.
  private var lacking = 0
  package private(set) var outcomes: [Outcome]

  /// Nil where it is the best there is.
  package var gap: Gap? {
    let persons = lacking / StayAssignment.worthOfPerson
    return lacking == 0
      ? nil : Gap(persons: persons, points: persons > 0 ? 0 : lacking)
  }

  /// - Parameters:
  ///   - work: how many choices may be looked at before what is found counts as good enough.
  /// - Returns: nil where it was stopped.
  package init?(
    _ guests: [GuestProfile], in homes: [HomeProfile], work: Int = StayAssignment.mostWork,
    tell: Tell
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
  }

  /// What keeps out how many of the homes as they are.
  private mutating func compare(_ tell: Tell) -> Bool {
    for (index, guest) in guests.enumerated() {
      guard tell(index, 3 * guests.count) else { return false }
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
    let total = max(3 * guests.count, done + 2 * left.count)
    var parties: [StayAssignment.Party] = []
    for (place, index) in left.enumerated() {
      guard tell(done, total) else { return nil }
      parties.append(
        StayAssignment.Party(
          persons: guests[index].persons, bestOf: choices(of: guests[index]),
          parties: left.count, turn: place * homes.count / left.count))
      done += 1
    }
    let before = done
    guard
      let best = StayAssignment(
        parties, hosts: homes.count, work: &work, tell: { tell(before + $0, total) })
    else { return nil }
    done += left.count
    lacking += best.bound - best.worth
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
