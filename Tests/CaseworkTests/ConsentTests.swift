import Casework
import CustomDump
import Testing

/// What a consent has to say, and for whom and how long it counts.
@Suite struct `A consent` {
  private static func consent(
    _ on: CivilDate?, _ change: (inout Consent) -> Void = { _ in }
  ) -> Consent {
    var consent = Consent()
    (consent.scope, consent.on) = (.lawyers, on)
    change(&consent)
    return consent
  }

  @Test(arguments: StaySetting.days)
  func `ends and is taken back no earlier than it was given`(_ on: CivilDate) {
    for (days, isRefused) in [(-1, true), (0, false), (1, false)] {
      let day = on.adding(days: days)
      let expiring = Self.consent(on) { $0.expires = day }
      let code = FieldProblem.Code.endBeforeStart
      expectNoDifference(
        expiring.problems(before: nil, facts: CaseFacts(today: on)),
        isRefused ? [FieldProblem("expires", code)] : [])
      let back = Self.consent(on) { ($0.status, $0.withdrawnOn) = (.withdrawn, day) }
      expectNoDifference(
        back.problems(before: nil, facts: CaseFacts(today: on)),
        isRefused ? [FieldProblem("withdrawnOn", code)] : [])
    }
  }

  @Test(arguments: ConsentStatus.allCases, ConsentStatus.allCases)
  func `is not given again in the record that took it back`(
    _ from: ConsentStatus, _ to: ConsentStatus
  ) {
    let on = StaySetting.days[0]
    func consent(_ status: ConsentStatus) -> Consent {
      Self.consent(on) { ($0.status, $0.withdrawnOn) = (status, status == .withdrawn ? on : nil) }
    }
    let isRefused = from == .withdrawn && to == .given
    expectNoDifference(
      consent(to).problems(before: consent(from), facts: CaseFacts(today: on)),
      isRefused ? [FieldProblem("status", .historyKept)] : [])
  }

  @Test(arguments: ConsentStatus.allCases)
  func `says the day on which it is taken back`(_ status: ConsentStatus) {
    let consent = Self.consent(StaySetting.days[1]) { $0.status = status }
    expectNoDifference(
      consent.problems(before: nil, facts: CaseFacts(today: StaySetting.days[1])),
      status == .withdrawn ? [FieldProblem("withdrawnOn", .required)] : [])
  }

  @Test func `stands on a sheet that was printed for its case, as far as it says one`() {
    let on = StaySetting.days[0]
    let consent = Self.consent(on) { ($0.sheet, $0.case) = (7, Reference(RecordID(3))) }
    for printed in [nil, RecordID(3), RecordID(4)] {
      var facts = CaseFacts(today: on)
      facts.sheetCase = printed
      let isRefused = printed != RecordID(3)
      let problem = FieldProblem("sheet", .sheetUnknown, .number(7))
      expectNoDifference(consent.problems(before: nil, facts: facts), isRefused ? [problem] : [])
      // What stood there before is not looked up again.
      expectNoDifference(consent.problems(before: consent, facts: facts), [])
      expectNoDifference(Self.consent(on).problems(before: consent, facts: facts), [])
    }
  }

  @Test(arguments: StaySetting.days)
  func `counts from its day to its last`(_ today: CivilDate) {
    let consent = Self.consent(today) { $0.expires = today.adding(days: 2) }
    let days = (-2...4).map { consent.isInForce(on: today.adding(days: $0)) }
    #expect(days == [false, false, true, true, true, false, false])
    #expect(!Self.consent(nil).isInForce(on: today))
    let open = Self.consent(today)
    #expect(open.isInForce(on: today.adding(months: 600)))
    for status in [ConsentStatus.refused, .withdrawn] {
      #expect(!Self.consent(today) { $0.status = status }.isInForce(on: today))
    }
  }

  @Test(arguments: ConsentScope.allCases, ConsentScope.allCases)
  func `counts for its own scope`(_ given: ConsentScope, _ asked: ConsentScope) {
    let today = StaySetting.days[3]
    let consent = Self.consent(today) { $0.scope = given }
    #expect(consent.allows(asked, to: nil, on: today) == (given == asked))
    #expect(consent.allows(asked, to: "森法律事務所", on: today) == (given == asked))
  }

  @Test(
    arguments: [
      ("", "森法律事務所", true), ("森法律事務所", "森法律事務所", true), ("森法律事務所", "林法律事務所", false),
      ("森法律事務所", "森法律", false), ("Mori Law", "mori law", true), ("Mori Law", "Mori  Law", true),
      ("Ｍｏｒｉ Law", "Mori Law", true), ("Mori Law", "Mori Laws", false), ("森法律事務所", "", false),
    ] as [(String, String, Bool)])
  func `names a recipient however written, and no other`(
    _ named: String, _ asked: String, _ isNamed: Bool
  ) {
    let today = StaySetting.days[0]
    let consent = Self.consent(today) { $0.recipient = named }
    #expect(consent.names(asked) == isNamed)
    #expect(consent.allows(.lawyers, to: asked, on: today) == isNamed)
    #expect(consent.allows(.lawyers, to: nil, on: today))
  }

  @Test func `ends on the day of the no`() {
    let (on, later) = (StaySetting.days[0], StaySetting.days[1])
    for (status, withdrawn, end) in [
      (.given, nil, nil), (.refused, nil, on), (.withdrawn, later, later), (.withdrawn, nil, on),
    ] as [(ConsentStatus, CivilDate?, CivilDate?)] {
      let consent = Self.consent(on) { ($0.status, $0.withdrawnOn) = (status, withdrawn) }
      #expect(consent.endedOn == end)
    }
  }
}
