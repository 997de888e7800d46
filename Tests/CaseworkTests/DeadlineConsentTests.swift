import Casework
import Testing

/// Days that follow from consents, and from what others were asked under them.
struct DeadlineConsentTests {
  static let rules: Set<DeadlineRuleID> = [
    .consentExpiry, .consentMissing, .recallSharing, .referralSilent, .goalDue, .resume,
  ]

  private func day(_ iso: String) -> CivilDate { CaseOfDeadlines.day(iso) }

  private func recalled(_ record: CaseOfDeadlines) -> [RecordKind] {
    record.deadlines.filter { $0.rule == .recallSharing }.map(\.record.kind)
  }

  @Test func `ask for consent two weeks after opening, until both are given`() {
    var record = CaseOfDeadlines(opened: "2026-04-01")
    // 1 April + 14 days = 15 April.
    #expect(record.first(.consentMissing)?.date == day("2026-04-15"))
    record.consent(.receivingSupport, "2026-04-01")
    #expect(record.first(.consentMissing) != nil)
    record.consent(.collectionAndUse, "2026-04-01")
    #expect(record.first(.consentMissing) == nil)
    var inquiry = CaseOfDeadlines(.inquiry, opened: "2026-04-01")
    #expect(inquiry.first(.consentMissing) == nil)
    inquiry.facts.case = CaseOfDeadlines(.intake, opened: "2026-04-01").facts.case
    #expect(inquiry.first(.consentMissing) != nil)
  }

  @Test func `follow a referral without answer after two weeks`() {
    var record = CaseOfDeadlines()
    record.referral(.lawyers, "法律事務所", "2026-04-20")
    // 20 April + 14 days = 4 May.
    #expect(record.first(.referralSilent)?.date == day("2026-05-04"))
    record.facts.referrals[0] = DeadlineFacts.Row(
      RecordID(70), accepted(record.facts.referrals[0].record))
    #expect(record.first(.referralSilent) == nil)
  }

  private func accepted(_ referral: Referral) -> Referral {
    var referral = referral
    referral.stage = .accepted
    return referral
  }

  @Test func `call off every sharing under a consent that was taken back, on its day`() {
    var record = CaseOfDeadlines()
    record.referral(.lawyers, "法律事務所", "2026-04-01", .accepted)
    record.referral(.lawyers, "別の事務所", "2026-04-01", .done)
    record.referral(.medicalProviders, "病院", "2026-04-01")
    record.stay(.inProgress, "2026-04-01")
    record.placement(.cvScreening, "2026-04-01")
    record.assignment(until: "2026-07-01")
    #expect(recalled(record) == [])
    record.consent(.lawyers, "2026-03-01", withdrawn: "2026-05-10")
    #expect(recalled(record) == [.referral])
    #expect(record.first(.recallSharing)?.date == day("2026-05-10"))
    record.consent(.hostFamilies, "2026-03-01", withdrawn: "2026-05-10")
    record.consent(.companies, "2026-03-01", withdrawn: "2026-05-10")
    record.consent(.volunteers, "2026-03-01", withdrawn: "2026-05-10")
    #expect(Set(recalled(record)) == [.referral, .homestay, .placement, .assignment])
    #expect(recalled(record).count == 4)
  }

  @Test func `leave alone what another consent still allows, and whom it did not name`() {
    var record = CaseOfDeadlines()
    record.referral(.lawyers, "法律事務所", "2026-04-01")
    record.consent(.lawyers, "2026-03-01", withdrawn: "2026-05-10", recipient: "別の事務所")
    #expect(recalled(record) == [])
    record.consent(.lawyers, "2026-03-01", withdrawn: "2026-05-10", recipient: "法律事務所")
    #expect(recalled(record) == [.referral])
    record.consent(.lawyers, "2026-05-12")
    #expect(recalled(record) == [])
  }

  @Test func `do not send a company away that has no name yet, nor one where the work has ended`() {
    var record = CaseOfDeadlines()
    record.consent(.companies, "2026-03-01", withdrawn: "2026-05-10")
    record.placement(.cvPreparation, "2026-04-01")
    record.placement(.notSelected, "2026-04-01")
    record.placement(.retained, "2026-04-01")
    #expect(recalled(record) == [])
  }

  @Test func `call off the companies alone that a word is about`() {
    var record = CaseOfDeadlines()
    record.placement(.offer, "2026-04-01")
    record.facts.companies = [RecordID(0): "清水 食品"]
    record.consent(.companies, "2026-03-01", withdrawn: "2026-05-10", recipient: "別の会社")
    #expect(recalled(record) == [])
    record.consent(.companies, "2026-03-01", withdrawn: "2026-05-10", recipient: "清水食品")
    #expect(recalled(record) == [.placement])
    // What is given for another company covers nothing here.
    record.consent(.companies, "2026-05-12", recipient: "別の会社")
    #expect(recalled(record) == [.placement])
    record.consent(.companies, "2026-05-12", recipient: "清水食品")
    #expect(recalled(record) == [])
  }

  @Test func `call a company off where the person refuses`() {
    var record = CaseOfDeadlines()
    record.placement(.offer, "2026-04-01")
    record.consent(.companies, "2026-03-01")
    #expect(recalled(record) == [])
    record.consent(.companies, "2026-05-10")
    var row = record.facts.consents[1].record
    row.status = .refused
    record.facts.consents[1] = DeadlineFacts.Row(RecordID(61), row)
    #expect(recalled(record) == [.placement])
    #expect(record.first(.recallSharing)?.date == day("2026-05-10"))
  }

  @Test func `keep a goal and a pause in sight`() {
    var record = CaseOfDeadlines(.onHold)
    var goal = Goal()
    goal.on = day("2026-04-01")
    goal.due = day("2026-09-30")
    record.facts.goals = [DeadlineFacts.Row(RecordID(1), goal)]
    #expect(record.first(.goalDue)?.date == day("2026-09-30"))
    goal.stage = .achieved
    record.facts.goals = [DeadlineFacts.Row(RecordID(1), goal)]
    #expect(record.first(.goalDue) == nil)
    var paused = record.facts.case.record
    paused.resumeOn = day("2026-06-01")
    record.facts.case = DeadlineFacts.Row(RecordID(1), paused)
    #expect(record.first(.resume)?.date == day("2026-06-01"))
    paused.status = .active
    record.facts.case = DeadlineFacts.Row(RecordID(1), paused)
    #expect(record.first(.resume) == nil)
  }

  @Test func `are settled one by one where two count from the same day`() {
    var record = CaseOfDeadlines()
    record.referral(.lawyers, "一", "2026-04-20")
    record.referral(.lawyers, "二", "2026-04-20")
    record.own(.referralSilent, on: "2026-04-25", done: "2026-04-25", about: "RF-0070")
    let open = record.deadlines.filter { $0.rule == .referralSilent && $0.done == nil }
    #expect(open.map(\.record.number) == ["RF-0071"])
  }
}
