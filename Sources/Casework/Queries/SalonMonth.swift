/// The gatherings of a month and what they come to.
package struct SalonMonth: Hashable, Sendable {
  /// The first day of the month.
  package var first: CivilDate
  /// In the order of their days.
  package var gatherings: [Card]
  /// As `GatheringNumber` says, of all gatherings together.
  package var persons: Int
  package var visits: Int

  package init(first: CivilDate, gatherings: [Card] = [], persons: Int = 0, visits: Int = 0) {
    self.first = first
    self.gatherings = gatherings
    self.persons = persons
    self.visits = visits
  }

  /// What is read of each gathering.
  package static let fields = [
    "theme", "date", "begins", "type", "status", "place", "capacity", "seats", "waiting", "persons",
    "visits",
  ]
}
