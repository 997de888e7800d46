/// Who waits for a home from when to when, and which homes fit them: what a plan is sought for.
///
/// A family gets all its beds in one home for all its nights or none, and two parties who do not know
/// each other are never put into one home by a machine on one night.
package struct StayTask: Sendable {
  package struct Party: Sendable {
    package let persons: Int
    package let nights: Nights
    /// The homes that fit, one time each.
    package let choices: [StayAssignment.Choice]

    package init(persons: Int, nights: Nights, choices: [StayAssignment.Choice]) {
      self.persons = persons
      self.nights = nights
      self.choices = choices
    }
  }

  package let parties: [Party]
  /// How many there are.
  package let homes: Int

  package init(_ parties: [Party], homes: Int) {
    self.parties = parties
    self.homes = homes
  }

  /// What a plan is worth: first how many find a home, then how well they go together.
  package struct Worth: Comparable, Hashable, Sendable {
    package var persons = 0
    package var points = 0

    package init(persons: Int = 0, points: Int = 0) {
      self.persons = persons
      self.points = points
    }

    package static func < (one: Worth, other: Worth) -> Bool {
      (one.persons, one.points) < (other.persons, other.points)
    }
  }

  /// - Parameter plan: the home of each party; nil where it holds what no plan may.
  package func worth(of plan: [Int?]) -> Worth? {
    guard plan.count == parties.count else { return nil }
    var worth = Worth()
    var taken = [[Nights]](repeating: [], count: homes)
    for (party, home) in zip(parties, plan) {
      guard let home else { continue }
      guard let choice = party.choices.first(where: { $0.host == home }),
        !taken[home].contains(where: party.nights.overlap)
      else { return nil }
      taken[home].append(party.nights)
      worth.persons += party.persons
      worth.points += choice.score
    }
    return worth
  }

  /// What no plan is worth more than, whatever the others get.
  package var most: Worth {
    parties.reduce(into: Worth()) { most, party in
      guard let best = party.choices.map(\.score).max() else { return }
      most.persons += party.persons
      most.points += best
    }
  }
}
