/// Work: who found it, how long it took, what it is worth, and with which companies.
extension Indicator {
  static let work = [
    jobMatches, statusChanges, monthsToJob, meanMonthsToJob, retained6, retained12, meanPay,
    employmentValue, colleagues, candidates, companies, partnerCompanies, hiringCompanies,
  ]

  private static let accepted = Placement.name(\.offerAcceptedOn)

  /// 採用決定: offers accepted.
  package static let jobMatches = Indicator(
    "job_matches", of: .placement, day: accepted, by: Placement.names(\.owner, \.company),
    accumulates: true)

  /// Placements on whose way a change of the status of residence was granted.
  package static let statusChanges = Indicator(
    "status_changes", of: .placement, day: Placement.name(\.statusDecidedOn), accumulates: true
  ) { _ in [FieldFilter(\Placement.statusResult, .equals(StatusChangeResult.granted.fieldValue))] }

  private static let months = Quantity.months(
    from: Placement.name(\.accompaniedFrom), to: Placement.name(\.offerAcceptedOn))

  /// 就職までの月数, from the first accompaniment to the offer accepted: the middle one.
  package static let monthsToJob = Indicator(
    "months_to_job", of: .placement, .median(months), day: accepted)

  /// The same, the mean.
  package static let meanMonthsToJob = Indicator(
    "months_to_job_mean", of: .placement, .mean(months), day: accepted)

  /// 定着率: of those for whom it is due in the period, who is still at work after six months.
  package static let retained6 = Indicator(
    "retained_6", of: .placement, .share, day: Placement.name(\.dueIn6),
    by: [Placement.name(\.company)],
    hits: Hits { _ in [FieldFilter(\Placement.stayed6, .any([RetentionResult.kept]))] }
  ) { today in [FieldFilter(\Placement.dueIn6, .upTo(today))] }

  package static let retained12 = Indicator(
    "retained_12", of: .placement, .share, day: Placement.name(\.dueIn12),
    by: [Placement.name(\.company)],
    hits: Hits { _ in [FieldFilter(\Placement.stayed12, .any([RetentionResult.kept]))] }
  ) { today in [FieldFilter(\Placement.dueIn12, .upTo(today))] }

  private static let pay = Quantity.field(Placement.name(\.annualPay))

  /// 平均賃金: the mean annual pay of the offers accepted.
  package static let meanPay = Indicator(
    "mean_pay", of: .placement, .mean(pay), unit: .yen, day: accepted)

  /// 雇用創出額: the annual pay of the offers accepted, together.
  package static let employmentValue = Indicator(
    "employment_value", of: .placement, .sum(pay), unit: .yen, day: accepted, accumulates: true)

  /// 難民の同僚を得た人: the colleagues of those who began to work; an estimate, for the same people
  /// may be counted twice.
  package static let colleagues = Indicator(
    "colleagues", of: .placement, .sum(.field(Placement.name(\.colleagues))), unit: .people,
    day: Placement.name(\.startedOn), accumulates: true
  ) { today in [FieldFilter(\Placement.startedOn, .upTo(today))] }

  /// Who looks for work.
  package static let candidates = Indicator(
    "candidates", of: .candidate, unit: .people, by: Candidate.names(\.stage, \.owner)
  ) { _ in [.open] }

  /// 企業数 by how far the work with them has come.
  package static let companies = Indicator(
    "companies", of: .company, by: Company.names(\.stage, \.owner))

  /// Companies with which something is agreed: from the memorandum on.
  package static let partnerCompanies = Indicator(
    "companies_partner", of: .company, by: [Company.name(\.stage)]
  ) { _ in
    [
      FieldFilter(
        \Company.stage,
        .any([
          CompanyStage.mou, .identifyingRoles, .jobReceived, .recruiting, .hired, .postHire,
        ]))
    ]
  }

  /// Different companies at which an offer was accepted.
  package static let hiringCompanies = Indicator(
    "companies_hiring", of: .placement, .distinct(.field(Placement.name(\.company))), day: accepted)
}
