/// What is left to be decided of a plan, as a solver is asked: which pairs, none twice.
package struct StayQuestion: Sendable {
  package struct Pair: Sendable {
    package let party: Int
    package let home: Int
    package let nights: Nights
    package let persons: Int
    /// What is to be as much as possible in sum.
    package let worth: Int
    /// Whether it is part of the plan that is known.
    package let isKnown: Bool

    package init(
      party: Int, home: Int, nights: Nights, persons: Int, worth: Int, isKnown: Bool
    ) {
      self.party = party
      self.home = home
      self.nights = nights
      self.persons = persons
      self.worth = worth
      self.isKnown = isKnown
    }
  }

  package let pairs: [Pair]
  /// How many persons have to find a home.
  package let least: Int

  package init(pairs: [Pair], least: Int) {
    self.pairs = pairs
    self.least = least
  }

  /// What a solver says.
  package struct Answer: Sendable {
    /// By their index; empty where it found nothing better.
    package let chosen: [Int]
    /// What the pairs are worth in sum at most, as far as it was proved.
    package let bound: Int

    package init(chosen: [Int], bound: Int) {
      self.chosen = chosen
      self.bound = bound
    }
  }

  /// Asks a solver; nil where it has none or did not answer.
  package typealias Solve = (StayQuestion) -> Answer?
}
