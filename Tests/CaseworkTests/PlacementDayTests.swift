import Casework
import CustomDump
import Testing

/// What the days of a placement may say, and what a refusal to start work tells of its cause.
@Suite struct `The days of a placement` {
  private static let working: [PlacementStage] = [.started, .retentionSupport, .retained]
  private static let ends = PlacementStage.endsAfterStart

  private static func placement(
    _ stage: PlacementStage, _ change: (inout Placement) -> Void = { _ in }
  ) -> Placement {
    var placement = Placement()
    (placement.stage, placement.statusResult) = (stage, stage.statusResult)
    change(&placement)
    return placement
  }

  @Test(arguments: PlacementStage.allCases, StaySetting.days)
  func `say nothing of what is still to come`(_ stage: PlacementStage, _ today: CivilDate) {
    let isStart = Self.working.contains(stage) || Self.ends.contains(stage)
    let isEnd = !PlacementStage.path.contains(stage)
    for (field, isAsked, set) in [
      ("startedOn", isStart, { $0.startedOn = $1 }), ("endedOn", isEnd, { $0.endedOn = $1 }),
      ("offerAcceptedOn", true, { $0.offerAcceptedOn = $1 }),
      ("statusDecidedOn", true, { $0.statusDecidedOn = $1 }),
      ("retentionCheckedOn", true, { $0.retentionCheckedOn = $1 }),
    ] as [(String, Bool, (inout Placement, CivilDate) -> Void)] {
      func future(_ days: Int, before: Int? = nil, isImport: Bool = false) -> [FieldProblem] {
        func with(_ days: Int) -> Placement {
          Self.placement(stage) { set(&$0, today.adding(days: days)) }
        }
        var facts = CaseFacts(today: today, reason: "訂正")
        facts.isImport = isImport
        return with(days).problems(before: before.map(with), facts: facts)
          .filter { $0.code == .dateInFuture }
      }
      let refused = isAsked ? [FieldProblem(field, .dateInFuture)] : []
      expectNoDifference(future(0), [])
      expectNoDifference(future(1), refused)
      expectNoDifference(future(1, isImport: true), refused)
      expectNoDifference(future(1, before: 1), [])
      expectNoDifference(future(2, before: 1), refused)
    }
  }

  @Test(arguments: StaySetting.days)
  func `are those of a year where somebody is retained`(_ today: CivilDate) throws {
    let year = today.adding(months: -12)
    for (start, isEarly) in [
      (year.adding(days: -1), false), (year, false), (year.adding(days: 1), true),
      (today, true),
    ] {
      let before = Self.placement(.retentionSupport) { $0.startedOn = start }
      let after = Self.placement(.retained) { $0.startedOn = start }
      let problems = after.problems(before: before, facts: CaseFacts(today: today))
      expectNoDifference(
        problems,
        isEarly ? [FieldProblem("stage", .retainedEarly, .date(start.adding(months: 12)))] : [])
    }
  }

  // MARK: Why work may not start

  private static func permission(
    _ start: CivilDate, _ change: (inout PlacementFacts.Permission) -> Void = { _ in }
  ) -> PlacementFacts.Permission {
    var row = WorkPermissionRow()
    row.workPermission = .withinDesignation
    (row.on, row.confirmedOn) = (start.adding(days: -60), start.adding(days: -30))
    (row.document, row.confirmedBy) = (Reference(RecordID(5)), Reference(RecordID(1)))
    var permission = PlacementFacts.Permission(row)
    permission.paper = .designationPaper
    change(&permission)
    return permission
  }

  private static func refusals(
    _ start: CivilDate, _ permission: PlacementFacts.Permission, job: Job? = nil,
    residence: ResidenceRow? = nil
  ) -> [FieldProblem] {
    var facts = CaseFacts(today: start.adding(days: 1))
    var consent = Consent()
    (consent.scope, consent.on) = (.companies, start)
    facts.consents = [consent]
    facts.placement.companyName = "青葉食品"
    facts.placement.permissions = [permission.compared(with: "青葉食品", "調理")]
    (facts.placement.job, facts.placement.residence) = (job, residence)
    let after = placement(.started) { ($0.startedOn, $0.occupation) = (start, "調理") }
    let before = placement(.offerAccepted) { $0.startedOn = start }
    return after.problems(before: before, facts: facts)
  }

  private static func stage(
    _ code: FieldProblem.Code, _ arguments: FieldProblem.Argument...
  ) -> [FieldProblem] {
    var problem = FieldProblem("stage", code)
    problem.arguments = arguments
    return [problem]
  }

  @Test(arguments: StaySetting.days) func `name the day that stands against it`(_ start: CivilDate)
  {
    let paper = FieldProblem.Argument.label("documentType.designation_paper")
    func day(_ days: Int) -> CivilDate { start.adding(days: days) }
    func refusals(_ change: (inout PlacementFacts.Permission) -> Void) -> [FieldProblem] {
      Self.refusals(start, Self.permission(start, change))
    }
    expectNoDifference(refusals { _ in }, [])
    expectNoDifference(
      refusals { $0.row.workPermission = .notPermitted },
      Self.stage(.permissionDenied, .date(day(-60))))
    expectNoDifference(refusals { $0.row.on = start }, [])
    expectNoDifference(
      refusals { $0.row.on = day(1) }, Self.stage(.permissionBegins, .date(day(1))))
    expectNoDifference(refusals { $0.row.until = start }, [])
    expectNoDifference(
      refusals { $0.row.until = day(-1) }, Self.stage(.permissionEnded, .date(day(-1))))
    expectNoDifference(refusals { $0.paperExpires = start }, [])
    expectNoDifference(
      refusals { $0.paperExpires = day(-1) },
      Self.stage(.permissionPaperEnded, paper, .date(day(-1))))
    expectNoDifference(
      refusals { $0.row.confirmedOn = day(-31) },
      Self.stage(.permissionOld, paper, .date(day(-31)), .number(30)))
    var stay = ResidenceRow()
    (stay.on, stay.expires) = (day(-90), start)
    expectNoDifference(Self.refusals(start, Self.permission(start), residence: stay), [])
    stay.expires = day(-1)
    expectNoDifference(
      Self.refusals(start, Self.permission(start), residence: stay),
      Self.stage(.stayEnded, .date(day(-1))))
  }

  @Test(
    arguments: [
      (.withinDesignation, "", "", nil), (.withinDesignation, "青葉食品", "", nil),
      (.withinDesignation, "別の会社", "", .permissionEmployer),
      (.namedEmployer, "青葉食品", "", nil), (.namedEmployer, "", "", .permissionEmployer),
      (.unrestricted, "", "調理", nil), (.unrestricted, "", "介護", .permissionOccupation),
      (.namedEmployer, "別の会社", "調理", .permissionEmployer),
    ] as [(WorkPermission, String, String, FieldProblem.Code?)])
  func `name the employer and the work that it is limited to`(
    _ work: WorkPermission, _ employer: String, _ occupation: String, _ code: FieldProblem.Code?
  ) {
    let start = StaySetting.days[1]
    let permission = Self.permission(start) {
      $0.row.workPermission = work
      ($0.row.employer, $0.row.occupation) = (employer, occupation)
    }
    let expected: [FieldProblem] =
      switch code {
      case .permissionEmployer?:
        Self.stage(.permissionEmployer, .text("青葉食品"), .text(employer))
      case .permissionOccupation?: Self.stage(.permissionOccupation, .text(occupation))
      default: []
      }
    expectNoDifference(Self.refusals(start, permission), expected)
  }

  @Test(
    arguments: EmploymentType.allCases.map(Optional.some) + [nil],
    [1, 27, 28, 29, 40, nil] as [Int?])
  func `name the hours that a permission of some hours allows`(
    _ type: EmploymentType?, _ hours: Int?
  ) {
    let start = StaySetting.days[2]
    var job = Job()
    (job.employmentType, job.weeklyHours) = (type, hours)
    let permission = Self.permission(start) { $0.row.workPermission = .partTime }
    let isGood = type == .partTime && hours.map { $0 <= 28 } ?? false
    expectNoDifference(
      Self.refusals(start, permission, job: job),
      isGood ? [] : Self.stage(.permissionPartTime, .number(28)))
    expectNoDifference(Self.refusals(start, Self.permission(start), job: job), [])
  }
}
