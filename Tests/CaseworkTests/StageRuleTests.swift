import CustomDump
import Testing

@testable import Casework

/// How any kind of stage may change.
@Suite struct `Every path of stages` {
  private func check<S: Stage, R: Record>(
    _ stage: S.Type, _ field: FieldKey<R, S>, length: Int
  ) {
    let all = Array(S.allCases)
    #expect(S.path == Array(all.prefix(length)))
    for (i, from) in all.enumerated() {
      #expect(from.step == (i < length ? i : nil), "\(from)")
      #expect(from.isEnd == (i >= length - 1), "\(from)")
      for (j, to) in all.enumerated() {
        let isFree = i == j || i < length - 1 && j > i
        expectNoDifference(
          StagePath.problems(from: from, to: to, field: field, reason: ""),
          isFree ? [] : [FieldProblem(R.name(field), .reasonRequired)], "\(from) \(to)")
        #expect(StagePath.problems(from: from, to: to, field: field, reason: "訂正") == [])
      }
      #expect(StagePath.problems(from: nil, to: from, field: field, reason: "") == [])
    }
  }

  @Test func `goes forward and to its ends freely, and back with a reason`() {
    check(StayStage.self, \Homestay.stage, length: 8)
    check(HostStage.self, \Host.stage, length: 9)
    check(PlacementStage.self, \Placement.stage, length: 16)
    check(CompanyStage.self, \Company.stage, length: 9)
    check(Readiness.self, \Candidate.stage, length: 5)
  }

  @Test(arguments: Readiness.allCases, Readiness.allCases)
  func `asks nobody why a pause ends`(_ from: Readiness, _ to: Readiness) {
    func candidate(_ stage: Readiness) -> Candidate {
      var candidate = Candidate()
      candidate.stage = stage
      return candidate
    }
    let all = Readiness.allCases
    let (i, j) = (all.firstIndex(of: from) ?? 0, all.firstIndex(of: to) ?? 0)
    let isFree = from == .paused || i == j || i < 4 && j > i
    expectNoDifference(
      candidate(to).problems(before: candidate(from), facts: CaseFacts()),
      isFree ? [] : [FieldProblem("stage", .reasonRequired)])
    #expect(from.isSeeking == (i < 4))
  }

  @Test(arguments: CompanyStage.allCases, CompanyStage.allCases)
  func `lets a company rest and come back`(_ from: CompanyStage, _ to: CompanyStage) {
    func company(_ stage: CompanyStage, _ reason: String = "") -> Company {
      var company = Company()
      (company.stage, company.declineReason) = (stage, reason)
      return company
    }
    let all = CompanyStage.allCases
    let (i, j) = (all.firstIndex(of: from) ?? 0, all.firstIndex(of: to) ?? 0)
    let isFree = from == .dormant || from == .postHire || i == j || i < 8 && j > i
    let why = isFree ? [] : [FieldProblem("stage", .reasonRequired)]
    let isDeclined = to == .declined && from != .declined
    let missing = isDeclined ? [FieldProblem("declineReason", .required)] : []
    var facts = CaseFacts()
    expectNoDifference(company(to).problems(before: company(from), facts: facts), missing + why)
    expectNoDifference(
      company(to, "採用枠なし").problems(before: company(from), facts: facts), why)
    facts.isImport = true
    expectNoDifference(company(to).problems(before: company(from), facts: facts), why)
  }

  @Test(arguments: PlacementStage.allCases)
  func `says of a placement whether work has begun`(_ stage: PlacementStage) {
    let before: [PlacementStage] = [
      .prospect, .workPermissionCheck, .consentToIntroduce, .cvPreparation, .cvScreening,
      .firstInterview, .secondInterview, .trial, .finalInterview, .offer, .offerAccepted,
      .changeOfStatusApplied, .changeOfStatusGranted,
    ]
    let working: [PlacementStage] = [.started, .retentionSupport, .retained]
    #expect(stage.isBeforeStart == before.contains(stage))
    #expect(stage.isWorking == working.contains(stage))
    let accepted = working + [.offerAccepted, .changeOfStatusApplied, .changeOfStatusGranted]
    #expect(stage.isAccepted == accepted.contains(stage))
    let told = before.dropFirst(4) + [.started]
    #expect(stage.needsConsent == told.contains(stage))
    #expect((stage.statusResult == .granted) == (stage == .changeOfStatusGranted))
    #expect((stage.statusResult == .refused) == (stage == .changeOfStatusRefused))
  }
}
