/// A rule of deadlines: how far from a fact, how sure, and from where (domain model 3.3).
package struct DeadlineRule: CheckedRow {
  package let id: DeadlineRuleID
  /// The name of the fact it counts from.
  package let fact: String
  package let amount: Int
  package let unit: Unit
  /// On how many days before it a person is to be warned, most first.
  package let warningDays: [Int]
  package let standing: Standing
  /// Whether a last day on which offices are closed is to be confirmed.
  package let asksOnDayOff: Bool
  package let checked: String
  package let source: String

  package enum Unit: String, Sendable {
    /// The day of the fact is not counted.
    case day
    /// Clipped to the end of a shorter month.
    case month
    /// The day before that.
    case dayBefore
    /// The day `amount` of the month after.
    case nextMonth
  }

  package enum Standing: String, Sendable {
    /// Found in the source.
    case law
    /// From general knowledge: never shown as a fact.
    case confirm
    /// What support organisations do; no law.
    case practice
  }

  /// The day the rule gives for a fact of `day`.
  package func date(from day: CivilDate) -> CivilDate {
    switch unit {
    case .day: return day.adding(days: amount)
    case .month: return day.adding(months: amount)
    case .dayBefore: return day.adding(months: amount).adding(days: -1)
    case .nextMonth:
      let next = day.adding(months: 1)
      return CivilDate(year: next.year, month: next.month, day: amount) ?? next
    }
  }
}

extension DeadlineRule {
  /// The months after which what was checked is doubted.
  package static let monthsUntilStale = 12

  /// The rules of `Resources/Tables/deadlineRule.tsv` in their order.
  package static let all: [DeadlineRule] = ResourceTable.rows("deadlineRule").compactMap(Self.init)

  package static func of(_ id: DeadlineRuleID) -> DeadlineRule? { byID[id] }

  private static let byID = Dictionary(all.map { ($0.id, $0) }, uniquingKeysWith: { $1 })

  /// Nil where the row is not one of a rule.
  private init?(_ cells: [String]) {
    guard cells.count == 9, let amount = Int(cells[2]), let unit = Unit(rawValue: cells[3]),
      let standing = Standing(rawValue: cells[5])
    else { return nil }
    self.init(
      id: DeadlineRuleID(code: cells[0]), fact: cells[1], amount: amount, unit: unit,
      warningDays: cells[4].split(separator: " ").compactMap { Int($0) }, standing: standing,
      asksOnDayOff: cells[6] == "dayOff", checked: cells[7], source: cells[8])
  }
}
