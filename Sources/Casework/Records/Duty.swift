/// What the organisation itself owes an authority by a day: a report, the renewal of a licence.
package struct Duty: Record {
  package var type = DutyType.placementReport
  package var name = ""
  package var licence = ""
  package var until: CivilDate?
  package var due: CivilDate?
  package var done: CivilDate?
  package var owner: Reference<Staff>?
  package var notes: LongText = ""
  package var isOpen = true

  package init() {}

  package static let kind = RecordKind.duty
  package static let letter = "DU"
  package static let plural = "duties"
  package static let titleFields = names(\.name, \.type)
  package static let timelineField: String? = name(\.due)
  package static let defaultSort = "due"
  package static let dueField: String? = name(\.due)
  package static let isDueByLaw = true
  package static let identity = Identity(keys: names(\.type, \.due))

  package static let fields: [Field<Duty>] = [
    Field("type", \.type, required: true, uses: .filter, column: Column(1, width: 20)),
    Field("name", \.name, uses: .search, column: Column(2, width: 20)),
    // Of the licence, and its last day.
    Field("licence", \.licence, uses: .search, column: Column(6, width: 14)),
    Field("until", \.until, column: Column(5, width: 10)),
    Field("due", \.due, uses: .sort, column: Column(3, width: 10)),
    Field("done", \.done, days: .past, column: Column(4, width: 10)),
    Field("owner", \.owner, uses: .filter, column: Column(7, width: 12)),
    Field("notes", \.notes, uses: .search),
    Field("isOpen", \.isOpen, origin: .derived, uses: [.filter, .noForm]),
  ]

  /// Where nobody set the day, the one that the law names, to be confirmed with the labour bureau.
  package mutating func settle(before: Duty?, in context: WriteContext) {
    guard due == nil, before != self else { return }
    due =
      switch type {
      case .placementReport: DutyRule.date(type.rawValue, from: done ?? context.today)
      case .placementLicence: until.flatMap { DutyRule.date(type.rawValue, from: $0) }
      case .other: nil
      }
  }

  package func problems(before: Duty?, facts: CaseFacts) -> [FieldProblem] {
    due == nil ? [FieldProblem(\Duty.due, .required)] : []
  }
}
