import Casework
import Testing

/// What a placement may become, beside the permission to work.
@Suite struct `The stages of a placement` {
  private static let today = CivilDate(year: 2026, month: 10, day: 3) ?? CivilDate(dayNumber: 0)

  private static func consent(_ change: (inout Consent) -> Void = { _ in }) -> Consent {
    var consent = Consent()
    consent.scope = .companies
    consent.on = today.adding(days: -10)
    change(&consent)
    return consent
  }

  private static func placement(
    _ stage: PlacementStage, _ change: (inout Placement) -> Void = { _ in }
  ) -> Placement {
    var placement = Placement()
    placement.stage = stage
    placement.statusResult = stage.statusResult
    change(&placement)
    return placement
  }

  private static func codes(
    _ from: Placement?, _ to: Placement, consents: [Consent] = [consent()], reason: String = "x",
    _ change: (inout CaseFacts) -> Void = { _ in }
  ) -> [FieldProblem.Code] {
    var facts = CaseFacts(today: today, reason: reason)
    facts.consents = consents
    facts.placement.companyName = "食品"
    change(&facts)
    return to.problems(before: from, facts: facts).map(\.code)
  }

  @Test(arguments: PlacementStage.path.prefix { $0 != .started })
  func `tell a company a name only with consent`(_ stage: PlacementStage) throws {
    let first = try #require(PlacementStage.cvScreening.step)
    let needs = try #require(stage.step) >= first
    #expect(
      Self.codes(nil, Self.placement(stage), consents: []) == (needs ? [.consentRequired] : []))
    #expect(Self.codes(nil, Self.placement(stage)) == [])
  }

  @Test func `take only a consent in force, to this company, with the name`() {
    func screening(_ consents: Consent...) -> [FieldProblem.Code] {
      Self.codes(Self.placement(.prospect), Self.placement(.cvScreening), consents: consents)
    }
    #expect(screening(Self.consent { $0.status = .withdrawn }) == [.consentRequired])
    #expect(screening(Self.consent { $0.status = .refused }) == [.consentRequired])
    #expect(screening(Self.consent { $0.scope = .hostFamilies }) == [.consentRequired])
    #expect(screening(Self.consent { $0.recipient = "別の会社" }) == [.consentRequired])
    #expect(screening(Self.consent { $0.recipient = "食品" }) == [])
    #expect(
      screening(Self.consent { $0.expires = Self.today.adding(days: -1) }) == [.consentRequired])
    #expect(screening(Self.consent { $0.on = Self.today.adding(days: 1) }) == [.consentRequired])
    #expect(screening(Self.consent { $0.withheld = [.name] }) == [.consentWithoutName])
    let refused = Self.consent {
      $0.status = .refused
      $0.recipient = "食品"
    }
    #expect(screening(Self.consent(), refused) == [.consentRequired])
    let again = Self.consent { $0.on = Self.today }
    #expect(screening(refused, again) == [])
  }

  @Test(arguments: [ConsentStatus.refused, .withdrawn])
  func `take a word against all companies for this one too`(_ status: ConsentStatus) {
    func screening(_ consents: Consent...) -> [FieldProblem.Code] {
      Self.codes(Self.placement(.prospect), Self.placement(.cvScreening), consents: consents)
    }
    let general = Self.consent {
      $0.status = status
      $0.on = Self.today.adding(days: -5)
    }
    #expect(screening(Self.consent(), general) == [.consentRequired])
    #expect(
      screening(Self.consent { $0.on = Self.today.adding(days: -5) }, general)
        == [.consentRequired])
    #expect(screening(Self.consent { $0.on = Self.today.adding(days: -4) }, general) == [])
    #expect(screening(Self.consent { $0.recipient = "食品" }, general) == [.consentRequired])
    let named = Self.consent {
      $0.recipient = "食品"
      $0.on = Self.today.adding(days: -4)
    }
    #expect(screening(named, general) == [])
  }

  @Test func `know a company however its name is written`() {
    let consent = Self.consent { $0.recipient = "ＡＢＣ　ｼﾐｽﾞ 食品" }
    #expect(consent.names("abcシミズ食品"))
    #expect(!consent.names("abcシミズ商事"))
  }

  @Test func `ask for consent also where somebody jumps into work`() {
    for stage in [PlacementStage.started, .retentionSupport] {
      let working = Self.placement(stage) { $0.startedOn = Self.today }
      for before in [nil, Self.placement(.prospect)] {
        #expect(Self.codes(before, working, consents: []).contains(.consentRequired))
      }
      let on = Self.placement(.started) { $0.startedOn = Self.today }
      #expect(Self.codes(on, working, consents: []) == [])
    }
  }

  @Test func `ask since when somebody works, and until when`() {
    let working = Self.codes(Self.placement(.offer), Self.placement(.started))
    #expect(working == [.required])
    let left = Self.codes(Self.placement(.started), Self.placement(.left))
    #expect(left == [.required])
    let old = Self.placement(.left)
    #expect(Self.codes(old, Self.placement(.left) { $0.notes = "x" }) == [])
    let said = Self.placement(.left) { $0.endedOn = Self.today }
    #expect(Self.codes(said, Self.placement(.left)) == [.required])
  }

  @Test func `look at the permission again where the work is another`() {
    let before = Self.placement(.started) { $0.startedOn = Self.today }
    var after = before
    after.notes = "x"
    #expect(Self.codes(before, after) == [])
    after.occupation = "介護"
    #expect(Self.codes(before, after) == [.permissionMissing])
  }

  @Test func `are about a job of the company itself`() {
    var job = Job()
    job.company = Reference(RecordID(7))
    let before = Self.placement(.prospect) { $0.job = Reference(RecordID(3)) }
    func codes(_ from: Placement?, _ to: Placement) -> [FieldProblem.Code] {
      Self.codes(from, to) { $0.placement.job = job }
    }
    #expect(codes(nil, before) == [.otherCompany])
    var other = before
    other.notes = "x"
    #expect(codes(before, other) == [])
    other.company = Reference(RecordID(7))
    #expect(codes(before, other) == [])
    #expect(codes(Self.placement(.prospect), before) == [.otherCompany])
  }

  @Test func `say the same of a change of status as its result`() {
    let before = Self.placement(.changeOfStatusApplied)
    let granted = Self.placement(.changeOfStatusGranted)
    #expect(Self.codes(before, granted) == [])
    var refused = granted
    refused.statusResult = .refused
    #expect(Self.codes(before, refused) == [.otherResult])
    #expect(Self.codes(granted, refused) == [.otherResult])
    #expect(Self.codes(refused, refused) == [])
  }

  @Test func `are asked again where the company is another`() {
    let before = Self.placement(.offer)
    let other = Self.placement(.offer) { $0.company = Reference(RecordID(7)) }
    #expect(Self.codes(before, other, consents: []) == [.consentRequired])
    let note = Self.placement(.offer) { $0.notes = "x" }
    #expect(Self.codes(before, note, consents: []) == [])
  }

  @Test func `wait while another offer is accepted, and may end`() {
    let paused = Self.placement(.cvScreening) { $0.pausedOn = Self.today }
    func to(_ stage: PlacementStage) -> Placement {
      Self.placement(stage) { $0.pausedOn = Self.today }
    }
    #expect(Self.codes(paused, to(.offer)) == [.placementPaused])
    #expect(Self.codes(paused, to(.candidateWithdrew)) == [])
    #expect(Self.codes(paused, Self.placement(.offer)) == [])
  }

  @Test(arguments: PlacementStage.allCases.filter { $0.step == nil })
  func `end after the start as work ends`(_ end: PlacementStage) {
    let isWork = PlacementStage.endsAfterStart.contains(end)
    let over = Self.placement(end) { $0.endedOn = isWork ? Self.today : nil }
    let started = Self.codes(Self.placement(.started), over)
    #expect(started == (isWork || end == .enteredByMistake ? [] : [.stageNotAllowed]))
    let before = Self.codes(Self.placement(.offer), over)
    #expect(before == (isWork ? [.stageNotAllowed] : []))
  }

  @Test func `call somebody retained after a year`() {
    func retained(_ start: String?) -> [FieldProblem.Code] {
      let before = Self.placement(.retentionSupport) {
        $0.startedOn = start.flatMap(CivilDate.init)
      }
      return Self.codes(before, Self.placement(.retained) { $0.startedOn = before.startedOn })
    }
    #expect(retained("2025-10-03") == [])
    #expect(retained("2025-10-04") == [.retainedEarly])
    #expect(retained(nil) == [.required])
  }

  @Test func `go back only with a reason`() {
    let back = Self.codes(Self.placement(.offer), Self.placement(.firstInterview), reason: "")
    #expect(back == [.reasonRequired])
    #expect(Self.codes(Self.placement(.offer), Self.placement(.firstInterview)) == [])
  }

  @Test func `allow one open way to a job`() {
    let twice = Self.codes(nil, Self.placement(.prospect)) { $0.placement.hasOpenForJob = true }
    #expect(twice == [.openPlacementThere])
  }

  @Test(arguments: PlacementStage.allCases)
  func `show a name to the company from the screening on`(_ stage: PlacementStage) {
    func shows(_ consents: [Consent]) -> Bool {
      Introduction.showsName(
        Self.placement(stage), company: "食品", consents: consents, on: Self.today)
    }
    let early: [PlacementStage] = [
      .prospect, .workPermissionCheck, .consentToIntroduce, .cvPreparation,
    ]
    #expect(
      shows([Self.consent()])
        == (stage.step != nil && !early.contains(stage)
          || PlacementStage.endsAfterStart.contains(stage)))
    #expect(!shows([]))
    #expect(!shows([Self.consent { $0.withheld = [.name] }]))
  }

  @Test func `let a company rest and come back, and ask why it declined`() {
    func company(_ stage: CompanyStage, _ reason: String = "") -> Company {
      var company = Company()
      company.stage = stage
      company.declineReason = reason
      return company
    }
    func codes(_ from: CompanyStage, _ to: Company) -> [FieldProblem.Code] {
      to.problems(before: company(from), facts: CaseFacts()).map(\.code)
    }
    #expect(codes(.pitch, company(.declined)) == [.required])
    #expect(codes(.pitch, company(.declined, "採用枠なし")) == [])
    #expect(codes(.dormant, company(.identifyingRoles)) == [])
    #expect(codes(.postHire, company(.jobReceived)) == [])
    #expect(codes(.mou, company(.pitch)) == [.reasonRequired])
    #expect(codes(.declined, company(.lead, "x")) == [.reasonRequired])
  }
}
