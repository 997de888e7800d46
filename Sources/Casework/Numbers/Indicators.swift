/// Every indicator, a row each.
extension Indicator {
  package static let all: [Indicator] =
    standing + people + legal + needs + work + wayToWork + sessions + lodgings + homesNeeded
    + quality + registers
    + money

  /// How things stand on the day.
  private static let standing = [caseload, noContact, overdue, absences, daysInStage]

  /// Those that narrow a list to something that is to be done.
  ///
  /// A caseload is what every list of cases shows that is not narrowed otherwise.
  package static let narrowing = [noContact, absences, overdue, statusChanges]

  /// The numbers of gatherings.
  package static let gatherings = [persons, visits]

  /// The cases on which work goes on.
  package static let caseload = Indicator(
    "caseload", of: .case,
    by: Case.names(\.status, \.owner, \.supportCategory, \.procedureStage, \.risk)
  ) { _ in [.open] }

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

  /// How long placements on their way have been in their stage: the days in the middle.
  package static let daysInStage = Indicator(
    "days_in_stage", of: .placement, .median(.daysSince(Placement.name(\.stageSince))),
    by: Placement.names(\.stage, \.owner)
  ) { _ in [.open] }
}

extension FieldFilter.Test {
  /// One of some choices.
  static func any(_ choices: [some Choice]) -> Self { .equals(.codes(choices.map(\.rawValue))) }
}
