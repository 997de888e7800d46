/// A number that screens, reports and listings show, each with its one definition.
///
/// Its name is `indicator.<code>` in the label tables, and the sentence that says what is counted
/// `indicator.<code>.about`.
package enum Indicator: String, CaseIterable, Sendable {
  /// The cases on which work goes on.
  case caseload
  /// Cases without successful contact for as long as the rule `contact_overdue` allows.
  case noContact = "no_contact"
  /// Next actions that are not done and whose day is over.
  case overdue
  /// Cases whose person stayed away without a word from two gatherings or more, one after the other.
  case absences
  /// Placements on whose way a change of the status of residence was granted.
  case statusChanges = "status_changes"

  package var kind: RecordKind {
    switch self {
    case .overdue: .followUp
    case .statusChanges: .placement
    case .caseload, .noContact, .absences: .case
    }
  }

  package var labelKey: String { "indicator.\(rawValue)" }

  /// The facts of its sentence, in the order of their places.
  package var facts: [String] {
    guard self == .noContact, let rule = DeadlineRule.of(.contactOverdue) else { return [] }
    return [String(rule.amount)]
  }

  /// The records behind the number.
  ///
  /// - Parameter staff: whose; everybody's where it is empty.
  package func query(_ today: CivilDate, of staff: [Link] = []) -> ListQuery {
    var query = ListQuery(kind)
    switch self {
    case .caseload: query.filters = [.open]
    case .noContact:
      query.filters = [FieldFilter("contactDue", .upTo(today))]
      query.sort = SortOrder("contactDue")
    case .absences:
      query.filters = [.open, FieldFilter("absentSince", .upTo(today))]
      query.sort = SortOrder("absentSince")
    case .statusChanges:
      query.filters = [
        FieldFilter("statusResult", .equals(StatusChangeResult.granted.fieldValue))
      ]
    case .overdue:
      query.filters = [.open, FieldFilter("due", .upTo(today.adding(days: -1)))]
      query.sort = SortOrder("due")
    }
    return query.owned(by: staff)
  }

  /// The indicator whose records a list holds, or some of them.
  package init?(filtering query: ListQuery, on today: CivilDate) {
    // A caseload is what every list of cases shows that is not narrowed otherwise.
    let found = [Self.noContact, .absences, .overdue, .statusChanges].first { indicator in
      indicator.kind == query.kind
        && indicator.query(today).filters.allSatisfy(query.filters.contains)
    }
    guard let found else { return nil }
    self = found
  }
}
