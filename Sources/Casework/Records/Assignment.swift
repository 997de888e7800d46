/// A volunteer works with a case, from one day to another.
package struct Assignment: Record {
  package var `case` = Reference<Case>(RecordID(0))
  package var volunteer = Reference<Volunteer>(RecordID(0))
  package var role: VolunteerRole?
  package var start: CivilDate?
  package var until: CivilDate?
  package var reason = ""
  package var grants: [Grant] = []

  package init() {}

  /// An assignment without another `until` ends after this many days.
  package static let defaultDays = 90

  package static let kind = RecordKind.assignment
  package static let letter = "A"
  package static let feedsDeadlines = DeadlineFeed.ofItsCase
  package static let needs: FactNeeds = [.consents, .statusOfCase]
  package static let titleFields = names(\.role)
  package static let timelineField: String? = name(\.start)
  package static let defaultSort = "-start"
  package static let fields: [Field<Assignment>] = [
    Field("case", \.case, required: true, uses: .filter, column: Column(2, width: 20)),
    Field("volunteer", \.volunteer, required: true, uses: .filter, column: Column(1, width: 20)),
    Field("role", \.role, column: Column(3, width: 14)),
    Field("start", \.start, required: true, uses: .sort, column: Column(4, width: 10)),
    Field("until", \.until, days: .open, required: true, column: Column(5, width: 10)),
    // What of the case it lets them see beside the least.
    Field("grants", \.grants, column: Column(6, width: 16)),
    Field("reason", \.reason),
  ]

  package func problems(before: Assignment?, facts: CaseFacts) -> [FieldProblem] {
    var problems = DateOrder.problems(start, until, field: \Assignment.until)
    guard letsIn(since: before, on: facts.today) else { return problems }
    if !Sharing.isAllowed(by: facts.consents, .volunteers, to: nil, on: facts.today) {
      problems.append(
        FieldProblem(
          \Assignment.case, .consentRequired, .label(ConsentScope.volunteers.labelKey)))
    }
    if facts.statusOfCase?.isEnd == true, reason.isEmpty {
      problems.append(FieldProblem(\Assignment.reason, .caseEnded))
    }
    return problems
  }

  /// Whether a save shows somebody a case, or for longer than before; what is over tells nobody anything.
  private func letsIn(since before: Assignment?, on today: CivilDate) -> Bool {
    guard let until, until >= today else { return false }
    guard let before, before.case == `case`, before.volunteer == volunteer else { return true }
    return before.until.map { $0 < until } ?? false
  }
}
