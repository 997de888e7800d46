/// What stands in the registers: pledges, programmes, members and donors, and time that was given.
extension Indicator {
  static let registers = [
    pledged, pledgesUpdated, pledgeUpdates, programmeBudget, programmeSpent, activitiesPlanned,
    activitiesDone, members, membersNew, monthlyMoney, churn, campaignGoal, campaignPace,
    donated, donors, testedDonors, volunteersWorking, volunteerHours,
  ]

  /// プレッジ by how far they have come.
  package static let pledged = Indicator(
    "pledges", of: .pledge, by: Pledge.names(\.stage, \.objective, \.participation, \.partner))

  /// Of the open pledges, how many were told of in the last six months.
  package static let pledgesUpdated = Indicator(
    "pledges_updated", of: .pledge, .share, by: [Pledge.name(\.objective)],
    hits: Hits { today in [FieldFilter(\Pledge.updatedOn, .from(today.adding(months: -6)))] }
  ) { _ in [.open] }

  package static let pledgeUpdates = Indicator(
    "pledge_updates", of: .pledgeUpdate, day: PledgeUpdate.name(\.on),
    by: [PledgeUpdate.name(\.stage)])

  private static let begun = FundedProgramme.name(\.start)

  /// 予算 of the programme years that began in the period.
  package static let programmeBudget = Indicator(
    "programme_budget", of: .fundedProgramme, .sum(.field(FundedProgramme.name(\.budget))),
    unit: .yen, day: begun, by: FundedProgramme.names(\.type, \.funder))

  /// 支出 of the same.
  package static let programmeSpent = Indicator(
    "programme_spent", of: .fundedProgramme, .sum(.field(FundedProgramme.name(\.spent))),
    unit: .yen, day: begun, by: FundedProgramme.names(\.type, \.funder))

  /// 活動計画: how often something is to be done.
  package static let activitiesPlanned = Indicator(
    "activities_planned", of: .activity, .sum(.field(PlannedActivity.name(\.planned))),
    by: PlannedActivity.names(\.city, \.programme))

  /// How often it was done.
  package static let activitiesDone = Indicator(
    "activities_done", of: .activity, .sum(.field(PlannedActivity.name(\.done))),
    by: PlannedActivity.names(\.city, \.programme))

  private static let active = FieldFilter(\Supporter.status, .any([SupporterStatus.active]))

  /// 会員数.
  package static let members = Indicator(
    "members", of: .supporter, unit: .people, by: Supporter.names(\.type, \.campaign)
  ) { _ in [active, FieldFilter(\Supporter.monthlyAmount, .present)] }

  package static let membersNew = Indicator(
    "members_new", of: .supporter, unit: .people, day: Supporter.name(\.joinedOn),
    by: Supporter.names(\.campaign, \.type), accumulates: true
  ) { _ in
    [
      FieldFilter(\Supporter.status, .any([SupporterStatus.active, .paused, .left])),
      FieldFilter(\Supporter.monthlyAmount, .present),
    ]
  }

  /// 月額合計 (MRR): what active members give in a month.
  package static let monthlyMoney = Indicator(
    "mrr", of: .supporter, .sum(.field(Supporter.name(\.monthlyAmount))), unit: .yen,
    by: Supporter.names(\.type, \.campaign)
  ) { _ in [active] }

  /// 退会率: of all who were members in the period, how many left in it.
  package static let churn = Indicator(
    "churn", of: .supporter, .share, day: Supporter.name(\.joinedOn),
    over: Supporter.name(\.leftOn), hitDay: Supporter.name(\.leftOn)
  ) { _ in
    [
      FieldFilter(\Supporter.status, .any([SupporterStatus.active, .paused, .left])),
      FieldFilter(\Supporter.monthlyAmount, .present),
    ]
  }

  private static let running: Population = { today in
    [
      .open, FieldFilter(\Campaign.start, .upTo(today)), FieldFilter(\Campaign.end, .from(today)),
    ]
  }

  /// 入会目標 of the campaigns that run.
  package static let campaignGoal = Indicator(
    "campaign_goal", of: .campaign, .sum(.field(Campaign.name(\.goal))), where: running)

  /// New members needed on each day that is left.
  package static let campaignPace = Indicator(
    "campaign_pace", of: .campaign,
    .sum(
      .pace(
        to: Campaign.name(\.goal), from: Campaign.name(\.joined), by: Campaign.name(\.end))),
    where: running)

  /// 寄付額.
  package static let donated = Indicator(
    "donated", of: .donation, .sum(.field(Donation.name(\.amount))), unit: .yen,
    day: Donation.name(\.on), by: Donation.names(\.type, \.campaign))

  package static let donors = Indicator(
    "donors", of: .donation, .distinct(.field(Donation.name(\.supporter))), unit: .people,
    day: Donation.name(\.on))

  /// 寄付者 (PST): households that gave 3,000 yen or more in a fiscal year, known by name and address,
  /// without officers.
  package static let testedDonors = Indicator(
    "pst_donors", of: .donation, .distinct(.field(Donation.name(\.household))), unit: .people,
    day: Donation.name(\.on)
  ) { _ in [FieldFilter(\Donation.countsForTest, .equals(.flag(true)))] }

  /// Different volunteers who gave time.
  package static let volunteersWorking = Indicator(
    "volunteers_working", of: .volunteerWork, .distinct(.field(VolunteerWork.name(\.volunteer))),
    unit: .people, day: VolunteerWork.name(\.on))

  /// The hours that volunteers gave.
  package static let volunteerHours = Indicator(
    "volunteer_hours", of: .volunteerWork, .sum(.hours(VolunteerWork.name(\.minutes))),
    day: VolunteerWork.name(\.on), by: VolunteerWork.names(\.type, \.role, \.volunteer),
    accumulates: true)
}
