/// Every indicator, a row each.
extension Indicator {
  package static let all: [Indicator] = [
    caseload, noContact, overdue, absences, statusChanges, persons, visits, daysInStage,
    jobMatches,
  ]

  /// Those that narrow a list to something that is to be done.
  ///
  /// A caseload is what every list of cases shows that is not narrowed otherwise.
  package static let narrowing = [noContact, absences, overdue, statusChanges]

  /// The numbers of gatherings.
  package static let gatherings = [persons, visits]

  /// The cases on which work goes on.
  package static let caseload = Indicator("caseload", of: .case, by: Case.names(\.status, \.owner))
  {
    _ in [.open]
  }

  /// Cases without successful contact for as long as the rule `contact_overdue` allows.
  package static let noContact = Indicator(
    "no_contact", of: .case, by: [Case.name(\.owner)], sort: SortOrder(\Case.contactDue),
    facts: DeadlineRule.of(.contactOverdue).map { [String($0.amount)] } ?? []
  ) { today in [FieldFilter(\Case.contactDue, .upTo(today))] }

  /// Next actions that are not done and whose day is over.
  package static let overdue = Indicator(
    "overdue", of: .followUp, by: [FollowUp.name(\.assignee)], sort: SortOrder(\FollowUp.due)
  ) { today in [.open, FieldFilter(\FollowUp.due, .upTo(today.adding(days: -1)))] }

  /// Cases whose person stayed away without a word from two gatherings or more, one after the other.
  package static let absences = Indicator(
    "absences", of: .case, by: [Case.name(\.owner)], sort: SortOrder(\Case.absentSince)
  ) { today in [.open, FieldFilter(\Case.absentSince, .upTo(today))] }

  /// Placements on whose way a change of the status of residence was granted.
  package static let statusChanges = Indicator(
    "status_changes", of: .placement, day: Placement.name(\.statusDecidedOn)
  ) { _ in [FieldFilter(\Placement.statusResult, .equals(StatusChangeResult.granted.fieldValue))] }

  /// 実人数: different persons who attended gatherings by name; heads that were only counted may be
  /// anybody and are left out.
  package static let persons = Indicator(
    "persons", of: .attendance, .distinct(.person), day: Attendance.name(\.on),
    by: Attendance.names(\.salon, \.personRole),
    labels: "gathering"
  ) { _ in [FieldFilter(\Attendance.result, .equals(AttendanceResult.attended.fieldValue))] }

  /// 延べ: attendances by name, and the heads that were only counted.
  package static let visits = Indicator(
    "visits", of: .salon, .sum(.field(Salon.name(\.visits))), day: Salon.name(\.date),
    by: Salon.names(\.type, \.status),
    labels: "gathering"
  ) { _ in [] }

  /// How long placements on their way have been in their stage: the days in the middle.
  package static let daysInStage = Indicator(
    "days_in_stage", of: .placement, .median(.daysSince(Placement.name(\.stageSince))),
    by: Placement.names(\.stage, \.owner)
  ) { _ in [.open] }

  /// 採用決定: offers accepted.
  package static let jobMatches = Indicator(
    "job_matches", of: .placement, day: Placement.name(\.offerAcceptedOn),
    by: Placement.names(\.owner, \.company), accumulates: true)
}
