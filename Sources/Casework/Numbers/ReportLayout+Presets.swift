extension ReportLayout {
  /// The reports that stand ready: for the board, the year, a funder, the pledges, and
  /// whether all are served alike.
  package static let all = [board, annual, funder, pledges, fairness]

  package init?(code: String) {
    guard let found = Self.all.first(where: { $0.code == code }) else { return nil }
    self = found
  }

  /// 理事会月次: the month for the board.
  package static let board = ReportLayout(
    "board", .month,
    [
      Section(
        "support", .lines,
        [
          Item(.peopleSupported), Item(.supportEntries, by: SupportEntry.name(\.entryType)),
          Item(.casesOpened), Item(.casesClosed),
        ]),
      Section(
        "caseload", .lines,
        [
          Item(.caseload, by: Case.name(\.status)), Item(.caseload, by: Case.name(\.owner)),
          Item(.waiting, by: Case.name(\.owner)), Item(.casesPerWorker), Item(.noContact),
          Item(.overdue), Item(.withNextAction),
        ]),
      deadlines,
      Section(
        "work", .lines,
        [Item(.candidates, by: Candidate.name(\.stage)), Item(.jobMatches), Item(.statusChanges)]),
      gathered, homes, money,
    ])

  /// 年次報告.
  package static let annual = ReportLayout(
    "annual", .fiscalYear,
    [
      Section(
        "support", .lines,
        [Item(.peopleSupported, by: SupportEntry.name(\.country)), Item(.countries)] + given + [
          Item(.legalSupport), Item(.livingSupport), Item(.shelterPeople), Item(.shelterEntries),
          Item(.shelterNights),
        ]),
      Section(
        "months", .months,
        [Item(.supportEntries), Item(.peopleSupported), Item(.casesOpened), Item(.jobMatches)]),
      needed, protection, way, lost, employed, employers, gathered, homes, volunteering, programmes,
      costs, money, pledged,
      Section(
        "caseload", .lines,
        [
          Item(.caseload, by: Case.name(\.supportCategory)),
          Item(.casesOpened, by: Case.name(\.source)),
          Item(.casesClosed, by: Case.name(\.closureReason)), Item(.waiting), Item(.casesPerWorker),
        ]),
      deadlines,
      Section(
        "quality", .lines,
        [
          Item(.daysToContact), Item(.withNextAction), Item(.noContact), Item(.overdue),
          Item(.daysOpen), Item(.reopened), Item(.referralsAccepted), Item(.consented),
        ]),
    ])

  /// 助成元: what funders ask.
  package static let funder = ReportLayout(
    "funder", .fiscalYear,
    [
      Section(
        "support", .lines, [Item(.peopleSupported), Item(.countries)] + given),
      Section("months", .months, [Item(.supportEntries), Item(.peopleSupported)]),
      needed, employed, programmes, costs, gathered, volunteering,
    ])

  /// プレッジ進捗 (半期).
  package static let pledges = ReportLayout(
    "pledges", .halfYear,
    [
      pledged,
      Section(
        "work", .lines,
        [
          Item(.jobMatches), Item(.colleagues), Item(.employmentValue), Item(.partnerCompanies),
          Item(.hiringCompanies),
        ]),
      Section("support", .lines, [Item(.peopleSupported), Item(.countries), Item(.trainees)]),
    ])

  /// 公平さの点検: who finds a home and how long that takes, by how many they are, nationality and sex.
  package static let fairness = ReportLayout(
    "fairness", .fiscalYear,
    [
      ("fair_size", Lodging.name(\.persons)), ("fair_nationality", Lodging.name(\.nationality)),
      ("fair_gender", Lodging.name(\.gender)),
    ].map { code, grouping in
      Section(
        code, .lines,
        [Indicator.housingNeeds, .needsHoused, .daysToHome, .daysWaiting].map {
          Item($0, by: grouping)
        })
    })
}

/// Sections that several reports share.
extension ReportLayout {
  private static let given = [
    Item(.supportEntries, by: SupportEntry.name(\.entryType)),
    Item(.servicesGiven, by: SupportEntry.name(\.serviceType)),
    Item(.contactsMade, by: SupportEntry.name(\.medium)),
  ]

  private static let deadlines = Section(
    "deadlines", .lines,
    Indicator.expiringStays.map { Item($0) } + [
      Item(.lapsedStays), Item(.retentionOver), Item(.deadlinesKept),
      Item(.deadlinesMissed, by: DeadlineRecord.name(\.rule)),
      Item(.actionsKept),
    ])

  private static let needed = Section(
    "needs", .lines,
    [
      Item(.needsAtIntake, by: NeedEntry.name(\.domain)),
      Item(.needsNow, by: NeedEntry.name(\.domain)),
    ])

  private static let protection = Section(
    "protection", .lines,
    [
      Item(.recognitions, by: ProcedureRow.name(\.procedureStage)),
      Item(.applicationsPending, by: Case.name(\.procedureStage)), Item(.statusChanges),
    ])

  private static let way = Section(
    "way", .funnel, (Indicator.waySteps + [.wayRetained]).map { Item($0) })

  private static let lost = Section(
    "lost", .lines,
    [
      Item(.lostOnTheWay, by: Placement.name(\.reached)),
      Item(.lostOnTheWay, by: Placement.name(\.stage)),
      Item(.lostOnTheWay, by: Placement.name(\.barriers)),
    ])

  private static let employed = Section(
    "work", .lines,
    [
      Item(.jobMatches), Item(.monthsToJob), Item(.meanMonthsToJob), Item(.retained6),
      Item(.retained12), Item(.meanPay), Item(.employmentValue), Item(.colleagues),
    ])

  private static let employers = Section(
    "companies", .lines,
    [
      Item(.companies, by: Company.name(\.stage)), Item(.partnerCompanies), Item(.hiringCompanies),
    ])

  private static let gathered = Section(
    "gatherings", .lines,
    [
      Item(.sessionsHeld, by: Salon.name(\.type)),
      Item(.persons, by: Attendance.name(\.personRole)),
      Item(.visits, by: Salon.name(\.type)), Item(.firstTimers), Item(.citizensFirst),
      Item(.trainees), Item(.traineeVisits),
    ])

  private static let homes = Section(
    "stays", .lines,
    [
      Item(.stays), Item(.guests), Item(.households), Item(.nights), Item(.stayLength),
      Item(.endedEarly),
    ])

  private static let volunteering = Section(
    "volunteers", .lines,
    [
      Item(.volunteersEver), Item(.volunteersActive), Item(.volunteersWorking),
      Item(.volunteerHours),
    ])

  private static let pledged = Section(
    "pledges", .lines,
    [
      Item(.pledged, by: Pledge.name(\.stage)), Item(.pledgesUpdated),
      Item(.pledgeUpdates, by: PledgeUpdate.name(\.stage)),
    ])

  private static let programmes = Section(
    "programmes", .lines,
    [
      Item(.programmeBudget, by: FundedProgramme.name(\.type)),
      Item(.programmeSpent, by: FundedProgramme.name(\.type)),
      Item(.activitiesPlanned, by: PlannedActivity.name(\.city)),
      Item(.activitiesDone, by: PlannedActivity.name(\.city)),
    ])

  /// What applications cost, by who paid and for what, and how long somebody waits for an allowance.
  private static let costs = Section(
    "costs", .lines,
    [
      Item(.fees, by: Fee.name(\.payer)), Item(.fees, by: Fee.name(\.type)), Item(.allowanceWait),
    ])

  private static let money = Section(
    "members", .lines,
    [
      Item(.members), Item(.membersNew, by: Supporter.name(\.campaign)), Item(.monthlyMoney),
      Item(.churn), Item(.campaignGoal), Item(.campaignPace),
      Item(.donated, by: Donation.name(\.type)), Item(.donors), Item(.testedDonors),
    ])
}
