/// What the law asks of the organisation itself, as data with its source.
package struct DutyRule: Hashable, Sendable {
  package let id: String
  private let amount: Int
  private let unit: Unit
  package let standing: DeadlineRule.Standing
  package let checked: String
  package let source: String

  private enum Unit: String {
    /// The day of the fact is the first.
    case day
    case monthBefore
    /// A day of every year.
    case monthDay
  }

  package static let all: [DutyRule] = ResourceTable.rows("dutyRule").compactMap(Self.init)

  /// The day that a rule gives for a fact of `day`; nil where the table has no such rule.
  static func date(_ id: String, from day: CivilDate) -> CivilDate? {
    all.first { $0.id == id }?.date(from: day)
  }

  private func date(from day: CivilDate) -> CivilDate? {
    switch unit {
    case .day: return day.adding(days: amount - 1)
    case .monthBefore: return day.adding(months: -amount)
    case .monthDay:
      let (month, date) = amount.quotientAndRemainder(dividingBy: 100)
      let here = CivilDate(year: day.year, month: month, day: date)
      return here.map { day <= $0 } == true
        ? here : CivilDate(year: day.year + 1, month: month, day: date)
    }
  }

  private init?(_ cells: [String]) {
    guard cells.count == 6, let amount = Int(cells[1]), let unit = Unit(rawValue: cells[2]),
      let standing = DeadlineRule.Standing(rawValue: cells[3])
    else { return nil }
    (id, self.amount, self.unit, self.standing) = (cells[0], amount, unit, standing)
    (checked, source) = (cells[4], cells[5])
  }
}
