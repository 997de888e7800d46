/// What staff decided about a deadline of a case: their own date for it, or that it is done.
///
/// Their own date wins over the one a rule computes.
package struct OwnDeadline: Record {
  package var `case` = Reference<Case>(RecordID(0))
  package var rule = DeadlineRuleID(code: "period_of_stay")
  package var on: CivilDate?
  package var due: CivilDate?
  package var countedFrom: CivilDate?
  package var about = ""
  package var done: CivilDate?
  package var answer: DeadlineAnswer?
  package var staff: Reference<Staff>?
  package var reason: LongText = ""

  package init() {}

  package static let kind = RecordKind.ownDeadline
  package static let letter = "OD"
  package static let feedsDeadlines = DeadlineFeed.ofItsCase
  package static let titleFields = names(\.rule)
  package static let timelineField: String? = name(\.on)
  package static let defaultSort = "-on"

  package static let fields: [Field<OwnDeadline>] = [
    Field("case", \.case, required: true, uses: .filter, column: Column(1, width: 20)),
    Field("rule", \.rule, required: true, uses: .filter, column: Column(2, width: 18)),
    // The day it was decided: facts that begin later are not meant.
    Field("on", \.on, days: .past, required: true, uses: .sort, column: Column(5, width: 10)),
    Field("due", \.due, column: Column(3, width: 10)),
    Field("done", \.done, days: .past, column: Column(4, width: 10)),
    // What was said of it: it is done, was a mistake, asks for nothing any more.
    Field("answer", \.answer, column: Column(5, width: 12)),
    // Which deadline of the rule is meant, by the day it counts from; empty: all that began.
    Field("countedFrom", \.countedFrom),
    // The record it is about, where two of a rule count from the same day; as a deadline names it.
    Field("about", \.about, uses: .noForm),
    Field("staff", \.staff, column: Column(6, width: 12)),
    Field("reason", \.reason, uses: .search, column: Column(5, width: 20)),
  ]

  package func problems(before: OwnDeadline?, facts: CaseFacts) -> [FieldProblem] {
    due == nil && done == nil ? [FieldProblem(\OwnDeadline.due, .required)] : []
  }
}
