/// Whether somebody may work, as staff confirmed it by a paper: a row of the fourth legal axis.
///
/// Without a paper the only thing that can be recorded is that it is to be confirmed.
package struct WorkPermissionRow: AxisRow {
  package var `case` = Reference<Case>(RecordID(0))
  package var on: CivilDate?
  package var workPermission = WorkPermission.toBeConfirmed
  package var employer = ""
  package var occupation = ""
  package var weeklyHours: Int?
  package var until: CivilDate?
  package var document: Reference<Document>?
  package var confirmedBy: Reference<Staff>?
  package var confirmedOn: CivilDate?
  package var corrects: Reference<WorkPermissionRow>?
  package var notes: LongText = ""

  package init() {}

  package static let kind = RecordKind.workPermission
  package static let letter = "WP"
  package static let feedsDeadlines = DeadlineFeed.ofItsCase
  package static let needs: FactNeeds = .standingPermission
  package static let titleFields = names(\.workPermission)

  package static let fields: [Field<WorkPermissionRow>] =
    firstFields(\.case, \.on) + [
      Field(
        "workPermission", \.workPermission, required: true, uses: .filter,
        column: Column(2, width: 18)),
      // The employer and the occupation named in the permission; empty: it names none.
      Field("employer", \.employer, uses: .search, column: Column(4, width: 18)),
      Field("occupation", \.occupation, uses: .search),
      // The most hours a week, where the paper says so.
      Field("weeklyHours", \.weeklyHours, range: 1...80),
      // The last day of the permission, where the paper says one.
      Field("until", \.until, column: Column(9, width: 10)),
    ] + lastFields(\.document, \.confirmedBy, \.confirmedOn, \.corrects, \.notes)

  package func problems(before: WorkPermissionRow?, facts: CaseFacts) -> [FieldProblem] {
    var problems = axisProblems(before: before, facts: facts)
    problems += DateOrder.problems(on, until, field: \WorkPermissionRow.until)
    if workPermission != .toBeConfirmed, document == nil {
      problems.append(FieldProblem(\WorkPermissionRow.document, .evidenceRequired))
    }
    if let evidence = facts.evidence, !workPermission.evidence.contains(evidence) {
      problems.append(
        FieldProblem(\WorkPermissionRow.document, .noEvidence, .label(evidence.labelKey)))
    }
    return problems + standingProblems(before: before, facts: facts)
  }

  /// What was confirmed by a paper is not put in doubt by a row that confirms nothing, unless that
  /// row says which one it corrects.
  private func standingProblems(
    before: WorkPermissionRow?, facts: CaseFacts
  ) -> [FieldProblem] {
    guard before == nil, workPermission == .toBeConfirmed, let standing = facts.permission,
      standing.isConfirmed, standing.workPermission != .toBeConfirmed,
      corrects?.id != facts.permissionID
    else { return [] }
    if let on, let since = standing.on, on < since { return [] }
    let since = standing.on ?? facts.today
    return [
      FieldProblem(
        \WorkPermissionRow.workPermission, .saysLess, .label(standing.workPermission.labelKey),
        .date(since))
    ]
  }
}
