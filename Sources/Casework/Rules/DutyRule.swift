/// What the law asks of the organisation itself, as data with its source.
package struct DutyRule: CheckedRow {
  package let id: String
  /// The name of the fact it counts from.
  package let fact: String
  package let amount: Int
  package let unit: Unit
  package let standing: DeadlineRule.Standing
  package let checked: String
  package let source: String

  package enum Unit: String, Sendable {
    /// The day of the fact is the first.
    case day
    case month
    case monthBefore
    /// A day of every year.
    case monthDay
  }

  package static let all: [DutyRule] = ResourceTable.rows("dutyRule").compactMap(Self.init)

  /// Nil where the table has no such rule.
  static func of(_ id: String) -> DutyRule? { all.first { $0.id == id } }

  /// The day that a rule gives for a fact of `day`; nil where the table has no such rule.
  static func date(_ id: String, from day: CivilDate) -> CivilDate? { of(id)?.date(from: day) }

  package func date(from day: CivilDate) -> CivilDate? {
    switch unit {
    case .day: return day.adding(days: amount - 1)
    case .month: return day.adding(months: amount)
    case .monthBefore: return day.adding(months: -amount)
    case .monthDay:
      let (month, date) = amount.quotientAndRemainder(dividingBy: 100)
      let here = CivilDate(year: day.year, month: month, day: date)
      return here.map { day <= $0 } == true
        ? here : CivilDate(year: day.year + 1, month: month, day: date)
    }
  }

  /// What the rule gives for a day to show it by.
  package var example: (from: CivilDate, date: CivilDate)? {
    guard let day = DeadlineRule.exampleDay, let date = date(from: day) else { return nil }
    return (day, date)
  }

  /// Why a day that it gave is to be confirmed.
  package func doubts(of date: CivilDate) -> [Deadline.Doubt] {
    let ofRule: [Deadline.Doubt] = standing == .confirm ? [.rule] : []
    if DayOff.contains(date) { return ofRule + [.dayOff] }
    return DayOff.isBeyond(date) ? ofRule + [.noHolidays] : ofRule
  }

  private init?(_ cells: [String]) {
    guard cells.count == 7, let amount = Int(cells[2]), let unit = Unit(rawValue: cells[3]),
      let standing = DeadlineRule.Standing(rawValue: cells[4])
    else { return nil }
    (id, fact, self.amount, self.unit) = (cells[0], cells[1], amount, unit)
    (self.standing, checked, source) = (standing, cells[5], cells[6])
  }
}

extension Card {
  /// A day of it that a rule of the organisation's own duties gave, with the rule; nil where somebody
  /// set it.
  package func dayRule(_ field: String) -> (rule: DutyRule, date: CivilDate)? {
    let type = address.kind.recordType
    guard type.isDueByLaw, case .date(let date) = self[field],
      let rule = type.init(self).dayRules[field]
    else { return nil }
    return (rule, date)
  }
}
