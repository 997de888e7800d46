import Casework

/// A day to look from, a host who is approved and a guest who consented: what a stay may rest on.
struct StaySetting {
  /// Days at the end of a month, a short one and a leap one, and of a year.
  static let days = ["2026-10-03", "2027-02-28", "2028-02-29", "2027-12-31"]
    .map(CaseOfDeadlines.day)

  let today: CivilDate
  var facts: CaseFacts

  init(_ today: CivilDate, beds: Int? = 3) {
    self.today = today
    facts = CaseFacts(today: today, reason: "訂正")
    var stay = StayFacts()
    stay.host.name = "佐藤家"
    stay.host.stage = .approved
    stay.host.capacity = beds
    stay.host.approvalExpires = today.adding(months: 12)
    stay.adults = [Self.adult(.clear)]
    facts.stay = stay
    facts.consents = [consent()]
  }

  static func adult(_ result: AdultCheck) -> HostAdult {
    var adult = HostAdult()
    adult.result = result
    return adult
  }

  func consent(_ change: (inout Consent) -> Void = { _ in }) -> Consent {
    var consent = Consent()
    consent.scope = .hostFamilies
    consent.on = today.adding(days: -30)
    change(&consent)
    return consent
  }

  func stay(
    _ stage: StayStage, from: Int = 0, until: Int? = 10,
    _ change: (inout Homestay) -> Void = { _ in }
  ) -> Homestay {
    var stay = Homestay()
    (stay.case, stay.host) = (Reference(RecordID(1)), Reference(RecordID(1)))
    stay.stage = stage
    stay.start = today.adding(days: from)
    stay.end = until.map { today.adding(days: $0) }
    (stay.guestAgreedOn, stay.hostAgreedOn) = (today, today)
    change(&stay)
    return stay
  }

  /// What stands against a stay that is new, or was another.
  func problems(_ after: Homestay, before: Homestay? = nil) -> [FieldProblem] {
    after.problems(before: before, facts: facts).once
  }
}
