/// A report that is due about a grant: by whom we fund, or by us to who funds a programme.
package struct GrantReport: Record {
  package var grant: Reference<GrantGiven>?
  package var programme: Reference<FundedProgramme>?
  package var type = GrantReportType.interim
  package var due: CivilDate?
  package var done: CivilDate?
  package var owner: Reference<Staff>?
  package var notes: LongText = ""
  package var isOpen = true

  package init() {}

  package static let kind = RecordKind.grantReport
  package static let letter = "GT"
  package static let titleFields = names(\.grant, \.programme)
  package static let timelineField: String? = name(\.due)
  package static let defaultSort = "due"
  package static let dueField: String? = name(\.due)
  package static let picture: RecordPicture? = .month(
    MonthDays(
      name(\.due), title: name(\.type), said: names(\.type, \.grant, \.programme, \.done)))
  package static let fields: [Field<GrantReport>] = [
    Field("due", \.due, required: true, uses: .sort, column: Column(1, width: 10)),
    Field("type", \.type, required: true, uses: .filter, column: Column(2, width: 10)),
    // Of the two it is about one.
    Field("grant", \.grant, uses: .filter, column: Column(3, width: 24)),
    Field("programme", \.programme, uses: .filter, column: Column(4, width: 24)),
    Field("done", \.done, days: .past, column: Column(5, width: 10)),
    Field("owner", \.owner, uses: .filter, column: Column(6, width: 12)),
    Field("notes", \.notes, uses: .search),
    Field("isOpen", \.isOpen, origin: .derived, uses: [.filter, .noForm]),
  ]

  package func problems(before: GrantReport?, facts: CaseFacts) -> [FieldProblem] {
    switch (grant, programme) {
    case (nil, nil): [FieldProblem(\GrantReport.grant, .required)]
    case (_?, _?): [FieldProblem(\GrantReport.programme, .doesNotFit)]
    default: []
    }
  }
}
