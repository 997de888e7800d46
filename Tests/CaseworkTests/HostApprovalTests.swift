import Casework
import CustomDump
import Testing

/// What there has to be before guests may stay with a host.
@Suite struct `The approval of a host` {
  private static let approving: [HostStage] = [.approved, .hosting]

  private static func host(_ today: CivilDate, _ stage: HostStage = .approved) -> Host {
    var host = Host()
    host.stage = stage
    let day = today.adding(days: -20)
    (host.homeVisitOn, host.referencesOn, host.trainingOn, host.approvedOn) = (day, day, day, day)
    host.approvalExpires = today.adding(months: 12)
    host.capacity = 2
    host.concern = "鍵が壊れている"
    return host
  }

  private static func problems(
    _ after: Host, before: Host? = nil, on today: CivilDate, adults: [AdultCheck]? = [.clear],
    isImport: Bool = false
  ) -> [FieldProblem] {
    var facts = CaseFacts(today: today, reason: "訂正")
    facts.adults = adults?.map(StaySetting.adult)
    facts.isImport = isImport
    return after.problems(before: before, facts: facts)
  }

  @Test(arguments: HostStage.allCases, StaySetting.days)
  func `asks for every check on record`(_ stage: HostStage, _ today: CivilDate) {
    let isAsked = Self.approving.contains(stage)
    for (field, empty) in [
      ("homeVisitOn", { $0.homeVisitOn = nil }), ("referencesOn", { $0.referencesOn = nil }),
      ("trainingOn", { $0.trainingOn = nil }), ("approvedOn", { $0.approvedOn = nil }),
      ("approvalExpires", { $0.approvalExpires = nil }),
    ] as [(String, (inout Host) -> Void)] {
      var host = Self.host(today, stage)
      empty(&host)
      let missing = [FieldProblem(field, .required)]
      let expected = isAsked ? missing : []
      expectNoDifference(Self.problems(host, on: today), expected)
      // From any stage that is not approved, also from rest.
      for from in HostStage.allCases where from != stage {
        let before = Self.host(today, from)
        expectNoDifference(
          Self.problems(host, before: before, on: today),
          isAsked && !Self.approving.contains(from) ? missing : [])
      }
      expectNoDifference(Self.problems(host, on: today, isImport: true), [])
      expectNoDifference(Self.problems(host, on: today, adults: nil), [])
    }
    expectNoDifference(Self.problems(Self.host(today, stage), on: today), [])
  }

  @Test(arguments: StaySetting.days)
  func `is not over on the day it is given`(_ today: CivilDate) {
    for (days, isOver) in [(0, false), (1, false), (-1, true), (-19, true)] {
      var host = Self.host(today)
      host.approvalExpires = today.adding(days: days)
      expectNoDifference(
        Self.problems(host, on: today),
        isOver ? [FieldProblem("approvalExpires", .approvalOver)] : [])
      expectNoDifference(Self.problems(host, before: Self.host(today, .hosting), on: today), [])
      #expect(host.isApproved(on: today) == !isOver)
      #expect(host.isApproved(on: today.adding(days: days)))
      #expect(!host.isApproved(on: today.adding(days: days + 1)))
    }
    var early = Self.host(today)
    early.approvalExpires = today.adding(days: -21)
    expectNoDifference(
      Self.problems(early, on: today),
      [
        FieldProblem("approvalExpires", .endBeforeStart),
        FieldProblem("approvalExpires", .approvalOver),
      ])
  }

  @Test(arguments: HostStage.allCases)
  func `holds at two stages, and for nobody without a last day`(_ stage: HostStage) {
    let today = StaySetting.days[2]
    var host = Self.host(today, stage)
    #expect(host.isApproved(on: today) == Self.approving.contains(stage))
    host.approvalExpires = nil
    #expect(!host.isApproved(on: today))
  }

  @Test(
    arguments: [
      ([], .adultsRequired), ([.pending], .adultNotChecked), ([.concern], .adultNotChecked),
      ([.clear, .concern], .adultNotChecked), ([.clear], nil), ([.clear, .clear], nil),
    ] as [([AdultCheck], FieldProblem.Code?)], HostStage.allCases)
  func `asks that every adult is named and checked`(
    _ row: (adults: [AdultCheck], code: FieldProblem.Code?), _ stage: HostStage
  ) {
    let today = StaySetting.days[0]
    let host = Self.host(today, stage)
    let refused = row.code.map { [FieldProblem("stage", $0)] } ?? []
    expectNoDifference(
      Self.problems(host, on: today, adults: row.adults),
      Self.approving.contains(stage) ? refused : [])
  }

  // MARK: Days to come

  @Test(arguments: HostStage.allCases, StaySetting.days)
  func `does not rest on what is still to come`(_ stage: HostStage, _ today: CivilDate) {
    let path: [HostStage] = [
      .enquiry, .applied, .interviewed, .homeVisitDone, .documentsChecked, .trainingDone,
      .approved, .hosting, .paused,
    ]
    for (field, done, set) in [
      ("homeVisitOn", 3, { $0.homeVisitOn = $1 }), ("referencesOn", 4, { $0.referencesOn = $1 }),
      ("trainingOn", 5, { $0.trainingOn = $1 }), ("approvedOn", 6, { $0.approvedOn = $1 }),
    ] as [(String, Int, (inout Host, CivilDate) -> Void)] {
      let isDone = path.firstIndex(of: stage).map { $0 >= done } ?? false
      func planned(_ days: Int) -> Host {
        var host = Self.host(today, stage)
        set(&host, today.adding(days: days))
        return host
      }
      expectNoDifference(Self.problems(planned(0), on: today), [])
      let refused = isDone ? [FieldProblem(field, .dateInFuture)] : []
      expectNoDifference(Self.problems(planned(1), on: today), refused)
      // By a sheet too; what stood there before is let stand.
      expectNoDifference(Self.problems(planned(1), on: today, isImport: true), refused)
      expectNoDifference(Self.problems(planned(1), before: planned(1), on: today), [])
      expectNoDifference(Self.problems(planned(2), before: planned(1), on: today), refused)
    }
  }

  // MARK: Stages

  @Test(arguments: HostStage.allCases, HostStage.allCases)
  func `comes and goes with rest without a word, else with one`(
    _ from: HostStage, _ to: HostStage
  ) {
    let today = StaySetting.days[1]
    var facts = CaseFacts(today: today)
    facts.adults = [StaySetting.adult(.clear)]
    let problems = Self.host(today, to).problems(before: Self.host(today, from), facts: facts)
    let order = HostStage.allCases
    let (i, j) = (order.firstIndex(of: from) ?? 0, order.firstIndex(of: to) ?? 0)
    let rests = (6...8).contains(i) && (6...8).contains(j)
    let isFree = i == j || rests || i < 8 && j > i
    expectNoDifference(problems, isFree ? [] : [FieldProblem("stage", .reasonRequired)])
    expectNoDifference(
      Self.problems(Self.host(today, to), before: Self.host(today, from), on: today), [])
  }

  @Test(arguments: HostStage.allCases)
  func `is suspended with words that say why`(_ from: HostStage) {
    let today = StaySetting.days[3]
    var host = Self.host(today, .suspended)
    let before = Self.host(today, from)
    expectNoDifference(Self.problems(host, before: before, on: today), [])
    host.concern = ""
    let refused = [FieldProblem("concern", .required)]
    expectNoDifference(
      Self.problems(host, before: before, on: today), from == .suspended ? [] : refused)
    expectNoDifference(Self.problems(host, on: today), refused)
    expectNoDifference(Self.problems(host, before: before, on: today, isImport: true), [])
  }
}
