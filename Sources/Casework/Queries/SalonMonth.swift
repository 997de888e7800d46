/// The gatherings of a month and what they come to.
package struct SalonMonth: Hashable, Sendable {
  /// The first day of the month.
  package var first: CivilDate
  /// In the order of their days.
  package var gatherings: [Card]
  /// The numbers of `Indicator.gatherings`, of all gatherings together.
  package var numbers: [Indicator: Int]

  package init(first: CivilDate, gatherings: [Card] = [], numbers: [Indicator: Int] = [:]) {
    self.first = first
    self.gatherings = gatherings
    self.numbers = numbers
  }

  /// What is read of each gathering.
  package static let fields = Salon.names(
    \.theme, \.date, \.begins, \.type, \.status, \.place, \.capacity, \.seats, \.waiting, \.persons,
    \.visits)
}
