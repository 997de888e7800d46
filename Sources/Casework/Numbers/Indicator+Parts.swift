extension Indicator {
  /// What is made of the records.
  package enum Aggregate: Hashable, Sendable {
    case count
    /// Different ones of something, such as 実人数.
    case distinct(Quantity)
    case sum(Quantity)
    /// The middle one; of an even number the mean of the two in the middle.
    case median(Quantity)
    case mean(Quantity)
    /// Of a hundred records, how many hold what the indicator asks beside.
    case share
    /// How many records come on each different one of something, such as cases on each of the staff.
    case perOne(Quantity)
  }

  /// What is taken of each record.
  package enum Quantity: Hashable, Sendable {
    case field(String)
    /// The person: two cases of one person are one, a guest is known by name and kind.
    case person
    /// The days from the day in a field to today.
    case daysSince(String)
    /// The days from the day in one field to the day in another.
    case days(from: String, to: String)
    /// The same in months of 30.4375 days, a twelfth of a year.
    case months(from: String, to: String)
    /// The hours of a field that holds minutes.
    case hours(String)
    /// The nights from the day in one field to the morning in another, or to today: those that lie in
    /// the period.
    case nights(from: String, to: String)
    /// How many are needed on each day that is left to come from what there is to a goal.
    case pace(to: String, from: String, by: String)
  }

  /// What the number is a number of: every output writes it the same way.
  package enum Unit: String, CaseIterable, Sendable {
    /// Records, gatherings, organisations.
    case count
    case people
    case yen
    /// Of a hundred.
    case percent
    case months, days, nights, hours

    /// The unit whose bars it is drawn among: people and records are both heads that are counted, so
    /// that one scale lets them be compared.
    package var scale: Unit { self == .people ? .count : self }
  }

  /// The unit of what is made of records, where the row says no other.
  static func unit(of aggregate: Aggregate) -> Unit {
    switch aggregate {
    case .count, .perOne: .count
    case .share: .percent
    case .distinct(let quantity):
      quantity == .person ? .people : .count
    case .sum(let quantity), .median(let quantity), .mean(let quantity):
      switch quantity {
      case .field, .pace: .count
      case .person: .people
      case .daysSince, .days: .days
      case .months: .months
      case .hours: .hours
      case .nights: .nights
      }
    }
  }
}

extension Indicator.Aggregate {
  /// Whether the number is how many records, or people, there are.
  package var countsRecords: Bool {
    switch self {
    case .count, .distinct: true
    case .sum, .median, .mean, .share, .perOne: false
    }
  }
}
