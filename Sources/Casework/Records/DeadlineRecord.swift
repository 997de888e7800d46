/// A deadline as lists show it: all of it is kept by the store from the facts of the case.
package struct DeadlineRecord: Record {
  package var date: CivilDate?
  package var `case` = Reference<Case>(RecordID(0))
  package var rule = DeadlineRuleID.periodOfStay
  package var category = DeadlineCategory.legal
  package var state = Deadline.State.toConfirm
  package var doubts: [Deadline.Doubt] = []
  package var computed: CivilDate?
  package var countedFrom: CivilDate?
  package var warnFrom: CivilDate?
  package var about = ""
  package var owner: Reference<Staff>?
  package var done: CivilDate?
  package var isOpen = true
  package var outcome = DueOutcome.open

  package init() {}

  package static let kind = RecordKind.deadline
  package static let letter = "DL"
  package static let titleFields = names(\.rule)
  package static let timelineField: String? = name(\.date)
  package static let defaultSort = "date"

  package static let fields: [Field<DeadlineRecord>] = [
    Field(
      "date", \.date, required: true, origin: .derived, uses: .sort, column: Column(1, width: 10)),
    Field(
      "case", \.case, required: true, origin: .derived, uses: .filter,
      column: Column(2, width: 20)),
    Field(
      "rule", \.rule, required: true, origin: .derived, uses: [.filter, .searchLabel],
      column: Column(3, width: 18)),
    Field("category", \.category, required: true, origin: .derived),
    Field("state", \.state, required: true, origin: .derived, column: Column(4, width: 12)),
    Field("doubts", \.doubts, origin: .derived, column: Column(8, width: 24)),
    // What the rule gives, where staff decided another day.
    Field("computed", \.computed, origin: .derived, column: Column(7, width: 10)),
    Field(
      "countedFrom", \.countedFrom, required: true, origin: .derived,
      column: Column(6, width: 10)),
    // The first day on which the rule warns.
    Field("warnFrom", \.warnFrom, required: true, origin: .derived, uses: .sort),
    // The number of the record it counts from, such as RS-0012.
    Field("about", \.about, required: true, origin: .derived, column: Column(9, width: 10)),
    Field("owner", \.owner, origin: .derived, uses: .filter, column: Column(5, width: 12)),
    Field("done", \.done, origin: .derived),
    Field("isOpen", \.isOpen, origin: .derived, uses: [.filter, .noForm]),
    // Whether it was done by its day.
    Field(
      "outcome", \.outcome, origin: .derived, uses: .noForm,
      view: FieldView("deadlineOutcome", .whole)),
  ]

  /// A deadline of a case as a record.
  package init(_ deadline: Deadline, of facts: DeadlineFacts) {
    self.init()
    let `case` = facts.case
    date = deadline.date
    self.case = Reference(`case`.id)
    rule = deadline.rule
    category = deadline.category
    state = deadline.state
    doubts = Deadline.Doubt.allCases.filter(deadline.doubts.contains)
    computed = deadline.computed
    countedFrom = deadline.countedFrom
    warnFrom = deadline.date.adding(days: -deadline.warnedDays)
    about = deadline.about(facts)
    owner = `case`.record.owner
    done = deadline.done
  }
}
