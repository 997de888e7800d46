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
  package var answer: DeadlineAnswer?
  package var answeredOn: CivilDate?
  package var answeredBy: Reference<Staff>?
  package var answerRecord = ""
  package var reason: LongText = ""
  package var knownSince: CivilDate?
  package var seenOn: CivilDate?
  package var seenBy: Reference<Staff>?
  package var unseenSince: CivilDate?
  package var coverFrom: CivilDate?
  package var supervisorFrom: CivilDate?

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
    // What was said of it, when, by whom, in which record and why; also of the end of a stay, which
    // that does not end.
    Field("answer", \.answer, origin: .derived, column: Column(10, width: 12)),
    Field("answeredOn", \.answeredOn, origin: .derived, column: Column(11, width: 12)),
    Field("answeredBy", \.answeredBy, origin: .derived, column: Column(12, width: 12)),
    Field("answerRecord", \.answerRecord, origin: .derived, column: Column(13, width: 12)),
    Field("reason", \.reason, origin: .derived),
    // Since when the store has had it so: of this day, of this owner.
    Field("knownSince", \.knownSince, origin: .derived),
    Field("seenOn", \.seenOn, origin: .derived, column: Column(14, width: 10)),
    Field("seenBy", \.seenBy, origin: .derived, column: Column(15, width: 12)),
    // While nobody has seen it: since when, and from when on others than its owner are told.
    Field("unseenSince", \.unseenSince, origin: .derived, column: Column(16, width: 12)),
    Field("coverFrom", \.coverFrom, origin: .derived),
    Field("supervisorFrom", \.supervisorFrom, origin: .derived),
  ]

  /// A deadline of a case as a record.
  ///
  /// - Parameter known: since when the store has had one that stands so.
  package init(
    _ deadline: Deadline, of facts: DeadlineFacts,
    known: (DeadlineRecord) -> CivilDate? = { _ in nil }
  ) {
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
    warnFrom = deadline.warnFrom(facts.ladders[deadline.category])
    about = deadline.about(facts)
    owner = `case`.record.owner
    done = deadline.done
    answer = deadline.answer?.what
    answeredOn = deadline.answer?.on
    answeredBy = deadline.answer?.staff
    answerRecord = deadline.answer?.record.number ?? ""
    reason = deadline.answer?.reason ?? ""
    watch(facts, known: known(self))
  }
}
