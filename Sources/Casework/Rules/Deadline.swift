/// A day by which something must be done, as a rule and the facts of a case give it.
package struct Deadline: Hashable, Sendable {
  package let rule: DeadlineRuleID
  /// What it is about: the row, paper, stay or placement whose day it counts from.
  package let record: RecordAddress
  /// The day it counts from.
  package let countedFrom: CivilDate
  /// Since when it stands so: what staff decided before does not mean it.
  package let since: CivilDate
  /// The day that holds: staff's own where they decided one, else the computed one.
  package var date: CivilDate
  /// What the rule gives, where staff decided another day.
  package var computed: CivilDate?
  package var isOwn = false
  /// Why the day is to be confirmed.
  package var doubts: Set<Doubt> = []
  /// The day on which what was due had been done.
  package var done: CivilDate?
  /// What was said of it; the end of a stay may have one and not be done.
  package var answer: Answer?
  /// What asks for it, where what it is about weighs more than its rule.
  package var weight: DeadlineCategory?

  package struct Answer: Hashable, Sendable {
    let what: DeadlineAnswer
    /// Where it is written.
    let record: RecordAddress
    let on: CivilDate
    var staff: Reference<Staff>?
    var reason: LongText = ""
  }

  package enum Doubt: String, Choice {
    /// The rule itself is from general knowledge.
    case rule
    /// No paper and nobody stand behind the fact it counts from.
    case fact
    /// A fact was taken that is likely but that nobody entered.
    case assumed
    /// Offices are closed on the last day; no extension is counted on.
    case dayOff = "day_off"
    /// The holidays of its year are not in the table yet.
    case noHolidays = "no_holidays"

    package static let catalogueName = "deadlineDoubt"
  }

  package enum State: String, Choice {
    case computed
    case own
    case toConfirm = "to_confirm"

    package static let catalogueName = "deadlineState"
  }

  /// What it is about by the number that staff know.
  func about(_ facts: DeadlineFacts) -> String {
    record == facts.case.address ? facts.case.record.number : record.number
  }

  /// What asks for it; a rule that the table does not know any more is kept with other law.
  package var category: DeadlineCategory {
    weight ?? DeadlineRule.of(rule)?.category ?? .legal
  }

  /// How many days before it warns at first: a paper with which the right to be here ends as early as
  /// the end of a stay.
  package var warnedDays: Int {
    var rules = [rule]
    if weight == .critical { rules.append(.periodOfStay) }
    return rules.compactMap { DeadlineRule.of($0)?.warningDays.max() }.max() ?? 0
  }

  package var state: State { isOwn ? .own : doubts.isEmpty ? .computed : .toConfirm }
}
