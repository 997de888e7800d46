/// What staff write to a volunteer about a case they work with, and what the volunteer answers.
package struct CaseComment: Record {
  package var `case` = Reference<Case>(RecordID(0))
  package var volunteer = Reference<Volunteer>(RecordID(0))
  package var on: CivilDate?
  package var type = CommentType.comment
  package var body: LongText = ""
  package var staff: Reference<Staff>?

  package init() {}

  package static let kind = RecordKind.comment
  package static let letter = "CW"
  package static let titleFields = names(\.type)
  package static let timelineField: String? = name(\.on)
  package static let asksFirst = names(\.volunteer, \.body)
  package static let defaultSort = "-on"
  package static let access = Access(
    reads: .ownOnAssignedCase, adds: Set(names(\.case, \.body)),
    commands: ["logComment", "logContact", "logCheckIn"])
  package static let fields: [Field<CaseComment>] = [
    Field(
      "case", \.case, required: true, audience: .assigned, uses: .filter,
      column: Column(2, width: 20)),
    Field(
      "volunteer", \.volunteer, required: true, audience: .assigned, uses: .filter,
      column: Column(3, width: 14)),
    Field(
      "on", \.on, days: .past, required: true, audience: .assigned, uses: .sort,
      column: Column(1, width: 10), volunteerColumn: Column(1, width: 10)),
    Field(
      "type", \.type, required: true, audience: .assigned, column: Column(5, width: 10),
      volunteerColumn: Column(2, width: 10)),
    Field(
      "body", \.body, required: true, audience: .assigned, uses: .search,
      column: Column(4, width: 40), volunteerColumn: Column(3, width: 40)),
    // Nobody where the volunteer wrote it.
    Field("staff", \.staff, uses: .noForm, column: Column(6, width: 12)),
  ]

  /// Who writes says what it is: a volunteer answers.
  package mutating func settle(before: CaseComment?, in context: WriteContext) {
    guard before == nil, context.origin == .person else { return }
    on = on ?? context.today
    staff = context.staff
    if context.staff == nil {
      type = .answer
    } else if type == .answer {
      type = .comment
    }
  }
}
