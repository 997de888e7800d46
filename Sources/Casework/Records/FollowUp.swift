/// The next thing to do about a case, with its day.
package struct FollowUp: Record {
  package var `case` = Reference<Case>(RecordID(0))
  package var action = ""
  package var due: CivilDate?
  package var done: CivilDate?
  package var assignee: Reference<Staff>?
  package var outcome: LongText = ""
  package var isOpen = true
  package var kept = DueOutcome.open

  package init() {}

  package static let kind = RecordKind.followUp
  package static let letter = "F"
  package static let titleFields = names(\.action)
  package static let timelineField: String? = name(\.due)
  package static let defaultSort = "due"
  package static let fields: [Field<FollowUp>] = [
    Field("due", \.due, required: true, uses: .sort, column: Column(1, width: 10)),
    Field("case", \.case, required: true, uses: .filter, column: Column(2, width: 20)),
    Field("action", \.action, required: true, uses: .search, column: Column(3, width: 30)),
    Field("done", \.done, days: .past, column: Column(5, width: 10)),
    Field("assignee", \.assignee, uses: .filter, column: Column(4, width: 12)),
    Field("outcome", \.outcome),
    Field("isOpen", \.isOpen, origin: .derived, uses: [.filter, .noForm]),
    // Whether it was done by its day.
    Field(
      "kept", \.kept, origin: .derived, uses: .noForm, view: FieldView("followupOutcome", .whole)),
  ]
}
