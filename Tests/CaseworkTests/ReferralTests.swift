import Casework
import CustomDump
import Testing

/// A referral tells another organisation of a person.
@Suite struct `A referral` {
  private static func referral(
    _ stage: ReferralStage, on today: CivilDate, _ change: (inout Referral) -> Void = { _ in }
  ) -> Referral {
    var referral = Referral()
    (referral.stage, referral.recipient, referral.on) = (stage, "難民支援センター", today)
    change(&referral)
    return referral
  }

  private static func consent(_ scope: ConsentScope, on today: CivilDate) -> Consent {
    var consent = Consent()
    (consent.scope, consent.on) = (scope, today)
    return consent
  }

  private static func facts(_ today: CivilDate, _ consents: [Consent] = []) -> CaseFacts {
    var facts = CaseFacts(today: today)
    facts.consents = consents
    return facts
  }

  private static let refused = [
    FieldProblem("scope", .consentRequired, .label("consentScope.sharing_with_other_ngos"))
  ]

  @Test(arguments: ConsentScope.allCases, ConsentScope.allCases)
  func `goes by a consent to share of its own scope`(_ scope: ConsentScope, _ given: ConsentScope) {
    let today = StaySetting.days[0]
    let referral = Self.referral(.requested, on: today) { $0.scope = scope }
    let problems = referral.problems(
      before: nil, facts: Self.facts(today, [Self.consent(given, on: today)]))
    let expected =
      !scope.isSharing
      ? [FieldProblem("scope", .notSharing)]
      : scope == given
        ? [] : [FieldProblem("scope", .consentRequired, .label("consentScope.\(scope.rawValue)"))]
    expectNoDifference(problems, expected)
  }

  /// Which steps tell them something: asking, being accepted, having it done.
  @Test(
    arguments: [
      (.requested, [.accepted, .done]), (.accepted, [.done]), (.done, []),
      (.declined, [.requested, .accepted, .done]), (.revoked, [.requested, .accepted, .done]),
    ] as [(ReferralStage, [ReferralStage])], ReferralStage.allCases)
  func `asks for the consent where it goes further`(
    _ row: (from: ReferralStage, asked: [ReferralStage]), _ to: ReferralStage
  ) {
    for today in StaySetting.days {
      let before = Self.referral(row.from, on: today)
      let after = Self.referral(to, on: today)
      let isAsked = row.asked.contains(to)
      expectNoDifference(
        after.problems(before: before, facts: Self.facts(today)), isAsked ? Self.refused : [])
      let consent = Self.consent(.otherOrganisations, on: today)
      expectNoDifference(after.problems(before: before, facts: Self.facts(today, [consent])), [])
    }
  }

  @Test(arguments: ReferralStage.allCases)
  func `asks for the consent where it is new or goes to another`(_ stage: ReferralStage) {
    let today = StaySetting.days[1]
    let isOpen = stage == .requested || stage == .accepted
    #expect(stage.isOpen == isOpen)
    let after = Self.referral(stage, on: today)
    expectNoDifference(
      after.problems(before: nil, facts: Self.facts(today)), isOpen ? Self.refused : [])
    for change in [{ $0.recipient = "法テラス" }, { $0.scope = .lawyers }]
      as [(inout Referral) -> Void]
    {
      let before = Self.referral(stage, on: today, change)
      expectNoDifference(
        after.problems(before: before, facts: Self.facts(today)), isOpen ? Self.refused : [])
    }
    var noted = after
    noted.purpose = "x"
    expectNoDifference(noted.problems(before: after, facts: Self.facts(today)), [])
  }

  @Test(arguments: StaySetting.days)
  func `goes to whom the consent names`(_ today: CivilDate) {
    var consent = Self.consent(.otherOrganisations, on: today)
    let referral = Self.referral(.requested, on: today)
    for (recipient, isGood) in [("", true), ("難民支援センター", true), ("法テラス", false)] {
      consent.recipient = recipient
      expectNoDifference(
        referral.problems(before: nil, facts: Self.facts(today, [consent])),
        isGood ? [] : Self.refused)
    }
  }

  @Test(arguments: StaySetting.days)
  func `was answered between its day and today`(_ today: CivilDate) {
    let consents = [Self.consent(.otherOrganisations, on: today)]
    func problems(_ days: Int, before: Int? = nil) -> [FieldProblem] {
      func answered(_ days: Int) -> Referral {
        Self.referral(.accepted, on: today.adding(days: -2)) {
          $0.answeredOn = today.adding(days: days)
        }
      }
      return answered(days).problems(
        before: before.map(answered), facts: Self.facts(today, consents))
    }
    expectNoDifference(problems(-3), [FieldProblem("answeredOn", .endBeforeStart)])
    expectNoDifference(problems(-2), [])
    expectNoDifference(problems(0), [])
    expectNoDifference(problems(1), [FieldProblem("answeredOn", .dateInFuture)])
    expectNoDifference(problems(1, before: 1), [])
    expectNoDifference(problems(2, before: 1), [FieldProblem("answeredOn", .dateInFuture)])
  }
}
