/// The next thing to do about a case, with its day.
package struct FollowUp: Record {
  package var `case` = Reference<Case>(RecordID(0))
  package var action = ""
  package var due: CivilDate?
  package var done: CivilDate?
  package var assignee: Reference<Staff>?
  package var begins: ClockTime?
  package var place = ""
  package var outcome: LongText = ""
  package var isOpen = true
  package var kept = DueOutcome.open

  package init() {}

  package static let kind = RecordKind.followUp
  package static let letter = "F"
  package static let titleFields = names(\.action)
  package static let timelineField: String? = name(\.due)
  package static let defaultSort = "due"
  package static let access = Access(
    reads: .openOnAssignedCase, corrects: Set(names(\.done, \.outcome)),
    commands: ["done", "logContact", "logCheckIn", "logComment"])
  package static let fields: [Field<FollowUp>] = [
    Field(
      "due", \.due, required: true, audience: .assigned, uses: .sort,
      column: Column(1, width: 10), volunteerColumn: Column(1, width: 10)),
    Field(
      "case", \.case, required: true, audience: .assigned, uses: .filter,
      column: Column(2, width: 20)),
    Field(
      "action", \.action, required: true, audience: .assigned, uses: .search,
      column: Column(3, width: 30), volunteerColumn: Column(2, width: 30)),
    // Of an appointment or a visit.
    Field(
      "begins", \.begins, audience: .granted(.whereabouts), volunteerColumn: Column(3, width: 5)),
    Field(
      "place", \.place, audience: .granted(.whereabouts), volunteerColumn: Column(4, width: 16)),
    Field("done", \.done, days: .past, audience: .assigned, column: Column(5, width: 10)),
    Field("assignee", \.assignee, uses: .filter, column: Column(4, width: 12)),
    Field("outcome", \.outcome, audience: .assigned),
    Field(
      "isOpen", \.isOpen, audience: .assigned, origin: .derived, uses: [.filter, .noForm]),
    // Whether it was done by its day.
    Field(
      "kept", \.kept, origin: .derived, uses: .noForm, view: FieldView("followupOutcome", .whole)),
  ]
}
