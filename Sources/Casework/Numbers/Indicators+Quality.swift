/// How well the work is done (Primero, CASA).
extension Indicator {
  static let quality = [
    casesPerWorker, daysToContact, withNextAction, daysOpen, reopened, referralsAccepted, consented,
  ]

  /// Open cases on each of the staff who have one.
  package static let casesPerWorker = Indicator(
    "cases_per_worker", of: .case, .perOne(.field(Case.name(\.owner)))
  ) { _ in [.open, FieldFilter(\Case.owner, .present)] }

  /// From the opening of a case to the first contact made: the middle one.
  package static let daysToContact = Indicator(
    "days_to_contact", of: .case,
    .median(.days(from: Case.name(\.opened), to: Case.name(\.firstContactOn))),
    day: Case.name(\.opened), by: [Case.name(\.owner)])

  /// Of the open cases, how many have a next action.
  package static let withNextAction = Indicator(
    "with_next_action", of: .case, .share, by: [Case.name(\.owner)],
    hits: Hits { _ in [FieldFilter(\Case.nextAction, .present)] }
  ) { _ in [.open] }

  /// From the opening to the closing of the cases that were closed: the middle one.
  package static let daysOpen = Indicator(
    "days_open", of: .case, .median(.days(from: Case.name(\.opened), to: Case.name(\.closedOn))),
    day: Case.name(\.closedOn), by: Case.names(\.closureReason, \.owner)
  ) { _ in [FieldFilter(\Case.status, .any([CaseStatus.closed]))] }

  /// Of the cases first closed in the period, how many were opened again.
  package static let reopened = Indicator(
    "reopened", of: .case, .share, day: Case.name(\.firstClosedOn),
    hits: Hits { _ in [FieldFilter(\Case.reopenedCount, .present)] })

  /// Of the referrals that were answered, how many were accepted.
  package static let referralsAccepted = Indicator(
    "referrals_accepted", of: .referral, .share, day: Referral.name(\.on),
    by: [Referral.name(\.serviceType)],
    hits: Hits { _ in [FieldFilter(\Referral.stage, .any([ReferralStage.accepted, .done]))] }
  ) { _ in [FieldFilter(\Referral.stage, .any([ReferralStage.accepted, .declined, .done]))] }

  /// Of the open cases, how many have both consents that every case needs.
  package static let consented = Indicator(
    "consented", of: .case, .share, by: [Case.name(\.owner)],
    hits: Hits { today in [FieldFilter(\Case.consentedUntil, .from(today))] }
  ) { _ in [.open] }
}
