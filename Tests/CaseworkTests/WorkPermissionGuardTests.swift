import Casework
import Testing

/// Who may not start to work, and which paper would answer it.
@Suite struct `The guard of work` {
  private static let start = day("2026-10-01")

  private static func day(_ iso: String) -> CivilDate {
    CivilDate(iso: iso) ?? CivilDate(dayNumber: 0)
  }

  /// A permission confirmed by a paper two weeks before the start.
  private static func permission(
    _ work: WorkPermission = .withinDesignation, on: String = "2026-04-01",
    confirmed: String = "2026-09-17", _ change: (inout PlacementFacts.Permission) -> Void = { _ in }
  ) -> PlacementFacts.Permission {
    var row = WorkPermissionRow()
    row.on = day(on)
    row.workPermission = work
    row.document = Reference(RecordID(1))
    row.confirmedBy = Reference(RecordID(1))
    row.confirmedOn = day(confirmed)
    var permission = PlacementFacts.Permission(row)
    permission.paper = .designationPaper
    change(&permission)
    return permission
  }

  private static func partTime(_ hours: Int?) -> Job {
    var job = Job()
    job.employmentType = .partTime
    job.weeklyHours = hours
    return job
  }

  /// What stands against starting work with these rows, latest first.
  private static func refused(
    _ permissions: [PlacementFacts.Permission], job: Job? = nil, stage: PlacementStage = .started,
    isImport: Bool = false, residence: ResidenceRow? = nil
  ) -> [FieldProblem.Code] {
    var before = Placement()
    before.stage = .offerAccepted
    before.startedOn = start
    var after = before
    after.stage = stage
    var facts = CaseFacts(today: start.adding(days: 3), reason: "x")
    var consent = Consent()
    consent.scope = .companies
    consent.on = day("2026-01-01")
    facts.consents = [consent]
    facts.placement.permissions = permissions
    facts.placement.residence = residence
    facts.placement.job = job
    facts.placement.companyName = "食品"
    facts.isImport = isImport
    return after.problems(before: before, facts: facts).map(\.code)
  }

  @Test func `lets nobody start without a paper that staff looked at`() {
    #expect(Self.refused([]) == [.permissionMissing])
    #expect(Self.refused([Self.permission(.toBeConfirmed)]) == [.permissionMissing])
    let claimed = Self.permission { $0.row.document = nil }
    #expect(Self.refused([claimed]) == [.permissionMissing])
    #expect(Self.refused([Self.permission(.notPermitted)]) == [.permissionDenied])
    #expect(Self.refused([Self.permission()]) == [])
    #expect(Self.refused([Self.permission(.unrestricted)]) == [])
    for stage in [PlacementStage.retentionSupport, .started] {
      #expect(Self.refused([], stage: stage) == [.permissionMissing])
    }
    #expect(Self.refused([], isImport: true) == [])
  }

  private static func job(_ hours: Int?) -> Job {
    var job = Job()
    job.weeklyHours = hours
    return job
  }

  @Test(arguments: [(20, true), (28, true), (29, false), (40, false), (nil, false)])
  func `holds a job to the hours that the paper allows`(hours: Int?, isAllowed: Bool) {
    let permission = Self.permission { $0.row.weeklyHours = 28 }
    #expect(
      Self.refused([permission], job: Self.job(hours)) == (isAllowed ? [] : [.permissionHours]))
    #expect(Self.refused([Self.permission()], job: Self.job(hours)) == [])
  }

  /// 「特定活動(6か月・週28時間以内の就労可)」 since 2024-10-01: jitco.or.jp 35648.
  @Test(arguments: [("2024-10-01", false), ("2024-09-30", true)])
  func `holds a job to the hours that the stay is given with`(on: String, isAllowed: Bool) {
    var stay = ResidenceRow()
    stay.designatedActivityKind = .myanmar6Months
    stay.on = Self.day(on)
    let full = Self.refused([Self.permission()], job: Self.job(40), residence: stay)
    #expect(full == (isAllowed ? [] : [.permissionHours]))
    #expect(Self.refused([Self.permission()], job: Self.job(28), residence: stay) == [])
  }

  @Test func `names the paper that limits the hours`() {
    var before = Placement()
    before.stage = .offerAccepted
    before.startedOn = Self.start
    var after = before
    after.stage = .started
    var facts = CaseFacts(today: Self.start.adding(days: 3), reason: "x")
    facts.placement.permissions = [
      Self.permission(.unrestricted) {
        $0.paper = .permissionCertificate
        $0.row.weeklyHours = 20
      }
    ]
    facts.placement.job = Self.job(28)
    let problem = after.problems(before: before, facts: facts).first {
      $0.code == .permissionHours
    }
    #expect(
      problem?.arguments == [.label(DocumentType.permissionCertificate.labelKey), .number(20)])
  }

  @Test func `asks for a permission that covers the day`() {
    #expect(Self.refused([Self.permission(on: "2026-10-02")]) == [.permissionBegins])
    #expect(Self.refused([Self.permission(on: "2026-10-01")]) == [])
    #expect(
      Self.refused([Self.permission { $0.row.until = Self.start.adding(days: -1) }])
        == [.permissionEnded])
    #expect(Self.refused([Self.permission { $0.row.until = Self.start }]) == [])
    #expect(
      Self.refused([Self.permission { $0.paperExpires = Self.start.adding(days: -1) }])
        == [.permissionPaperEnded])
    #expect(Self.refused([Self.permission { $0.paperExpires = Self.start }]) == [])
  }

  /// A stay of a year up to some days before the start.
  private static func stay(
    _ days: Int, applied: Int? = nil, decided: Int? = nil
  ) -> ResidenceRow {
    var row = ResidenceRow()
    row.expires = start.adding(days: days)
    row.on = row.expires?.adding(months: -12)
    row.periodMonths = 12
    row.renewalAppliedOn = applied.map { start.adding(days: $0) }
    row.renewalDecidedOn = decided.map { start.adding(days: $0) }
    return row
  }

  @Test func `lets nobody start after the end of the stay`() {
    func refused(_ stay: ResidenceRow) -> [FieldProblem.Code] {
      Self.refused([Self.permission()], residence: stay)
    }
    #expect(refused(Self.stay(0)) == [])
    #expect(refused(Self.stay(-1)) == [.stayEnded])
    // The special period: in time, up to the decision, and two months at most.
    #expect(refused(Self.stay(-1, applied: -1)) == [])
    #expect(refused(Self.stay(-1, applied: 0)) == [.stayEnded])
    #expect(refused(Self.stay(-9, applied: -20, decided: 0)) == [])
    #expect(refused(Self.stay(-9, applied: -20, decided: -1)) == [.stayEnded])
    #expect(refused(Self.stay(-70, applied: -80)) == [.stayEnded])
    var short = Self.stay(-1, applied: -1)
    (short.periodMonths, short.periodDays) = (nil, 30)
    #expect(refused(short) == [.stayEnded])
    // Said beside what the permission lacks, and not asked of a sheet.
    #expect(Self.refused([], residence: Self.stay(-1)) == [.stayEnded, .permissionMissing])
    #expect(Self.refused([], isImport: true, residence: Self.stay(-1)) == [])
    #expect(Self.refused([Self.permission()], residence: ResidenceRow()) == [])
  }

  @Test func `goes by the earlier of the last day and that of the paper`() {
    func refused(until: Int, paper: Int, _ stay: ResidenceRow? = nil) -> [FieldProblem.Code] {
      Self.refused(
        [
          Self.permission {
            $0.row.until = Self.start.adding(days: until)
            $0.paperExpires = Self.start.adding(days: paper)
            $0.paper = .residenceCard
          }
        ], residence: stay)
    }
    #expect(refused(until: 5, paper: -1) == [.permissionPaperEnded])
    #expect(refused(until: -1, paper: 5) == [.permissionEnded])
    #expect(refused(until: -3, paper: -1) == [.permissionEnded])
    #expect(refused(until: -1, paper: -3) == [.permissionPaperEnded])
    #expect(refused(until: 0, paper: 0) == [])
    // The card of somebody in the special period.
    #expect(refused(until: 5, paper: -1, Self.stay(-1, applied: -5)) == [])
    #expect(refused(until: 5, paper: -2, Self.stay(-1, applied: -5)) == [.permissionPaperEnded])
    #expect(
      refused(until: 5, paper: -1, Self.stay(-1)) == [.stayEnded, .permissionPaperEnded])
  }

  @Test func `asks for a look not longer ago than the rule says`() {
    #expect(Self.refused([Self.permission(confirmed: "2026-09-01")]) == [])
    #expect(Self.refused([Self.permission(confirmed: "2026-08-31")]) == [.permissionOld])
  }

  @Test func `what was found out last counts, and what was in force on the day`() {
    let old = Self.permission()
    #expect(
      Self.refused([Self.permission(.notPermitted, on: "2026-10-02"), old]) == [.permissionDenied])
    #expect(Self.refused([Self.permission(on: "2026-10-02"), old]) == [])
    let none = Self.permission(.notPermitted)
    #expect(Self.refused([Self.permission(on: "2026-10-02"), none]) == [.permissionDenied])
  }

  @Test func `asks for a permission that covers the job`() {
    let named = Self.permission(.namedEmployer)
    #expect(Self.refused([named]) == [.permissionEmployer])
    #expect(Self.refused([Self.permission(.namedEmployer) { $0.namesEmployer = true }]) == [])
    let other = Self.permission { $0.row.employer = "別の会社" }
    #expect(Self.refused([other]) == [.permissionEmployer])
    let cook = Self.permission { $0.row.occupation = "調理" }
    #expect(Self.refused([cook]) == [.permissionOccupation])
    let matching = Self.permission {
      $0.row.occupation = "調理"
      $0.namesOccupation = true
    }
    #expect(Self.refused([matching]) == [])
    let student = Self.permission(.partTime)
    #expect(Self.refused([student]) == [.permissionPartTime])
    #expect(Self.refused([student], job: Self.partTime(nil)) == [.permissionPartTime])
    #expect(Self.refused([student], job: Self.partTime(29)) == [.permissionPartTime])
    #expect(Self.refused([student], job: Self.partTime(28)) == [])
    var regular = Self.partTime(20)
    regular.employmentType = .regular
    #expect(Self.refused([student], job: regular) == [.permissionPartTime])
  }

  @Test func `names the paper and the days that it is about`() {
    var after = Placement()
    after.stage = .retentionSupport
    after.startedOn = Self.start
    var facts = CaseFacts(today: Self.start.adding(days: 3))
    var consent = Consent()
    consent.scope = .companies
    consent.on = Self.start
    facts.consents = [consent]
    facts.placement.permissions = [Self.permission(confirmed: "2026-08-31")]
    #expect(
      after.problems(before: nil, facts: facts) == [
        FieldProblem(
          "stage", .permissionOld, .label(DocumentType.designationPaper.labelKey),
          .date(Self.day("2026-08-31")), .number(30))
      ])
  }
}
