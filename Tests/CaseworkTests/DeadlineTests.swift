import Casework
import Testing

/// Which deadlines a case has, beside their dates.
struct DeadlineTests {
  private func day(_ iso: String) -> CivilDate { CaseOfDeadlines.day(iso) }

  /// article 20: no special period for a stay of 30 days, however its length is known.
  @Test(arguments: [30, nil] as [Int?])
  func `knows no special period for 30 days`(days: Int?) {
    var record = CaseOfDeadlines()
    record.residence(
      .designatedActivities, "2026-05-01", expires: "2026-05-31", days: days,
      applied: "2026-05-25")
    #expect(record.first(.specialPeriod) == nil)
    #expect(record.first(.periodOfStay)?.done == nil)
  }

  @Test func `knows no special period for who applied too late or has the answer`() {
    var late = CaseOfDeadlines()
    late.residence(
      .student, "2025-06-01", expires: "2026-06-01", months: 12, applied: "2026-06-02")
    #expect(late.first(.specialPeriod) == nil && late.first(.periodOfStay)?.done == nil)
    var answered = CaseOfDeadlines()
    answered.residence(
      .student, "2025-06-01", expires: "2026-06-01", months: 12, applied: "2026-04-01",
      decided: "2026-05-20")
    #expect(answered.first(.specialPeriod) == nil && answered.first(.periodOfStay)?.done == nil)
  }

  @Test func `takes the stay as seen to while the special period runs`() {
    var record = CaseOfDeadlines()
    record.residence(
      .student, "2025-06-01", expires: "2026-06-01", months: 12, applied: "2026-04-01",
      seen: "2026-04-01")
    #expect(record.first(.periodOfStay)?.done == day("2026-04-01"))
    #expect(record.first(.renewalWindow)?.done == day("2026-04-01"))
    #expect(record.first(.specialPeriod)?.done == nil)
  }

  @Test func `counts no window of renewal for a short stay`() {
    var record = CaseOfDeadlines()
    record.residence(.designatedActivities, "2026-05-01", expires: "2026-08-01", months: 3)
    #expect(record.first(.renewalWindow) == nil && record.first(.periodOfStay) != nil)
  }

  @Test func `lets an appeal go where the procedure went on`() {
    var record = CaseOfDeadlines()
    record.procedure(.denied, "2026-04-01", notice: "2026-04-10")
    record.procedure(.appeal, "2026-04-15")
    #expect(record.open == [])
  }

  @Test(arguments: [TriageLetter.a, .b, .c, .d1])
  func `looks at work after six months in triage D2 alone`(letter: TriageLetter) {
    var record = CaseOfDeadlines()
    record.procedure(.applicationRefugee, "2026-04-01", triage: letter)
    #expect(record.first(.sixMonthsSinceApplication) == nil)
  }

  @Test func `goes by the paper seen last`() {
    var record = CaseOfDeadlines()
    record.document(.provisionalRelease, "2026-09-01", appear: "2026-10-01")
    record.document(.provisionalRelease, "2026-10-01", appear: "2026-11-02")
    #expect(
      record.deadlines.filter { $0.rule == .provisionalRelease }.map(\.date)
        == [day("2026-11-02")])
    record.document(.passport, "2026-10-01", expires: "2030-01-01")
    record.document(.passport, "2026-10-02", expires: "2027-01-01")
    // The second passport ends earlier: both count.
    #expect(record.deadlines.filter { $0.rule == .documentExpiry }.count == 2)
  }

  @Test func `says the end of a stay once where the card says it too`() {
    var record = CaseOfDeadlines()
    record.residence(.student, "2025-06-01", expires: "2026-06-01", months: 12)
    record.document(.residenceCard, "2026-01-01", expires: "2026-06-01")
    #expect(record.first(.documentExpiry) == nil)
    record.document(.residenceCard, "2026-01-02", expires: "2026-05-01")
    #expect(record.first(.documentExpiry)?.date == day("2026-05-01"))
  }

  @Test func `counts the end of a consent`() {
    var record = CaseOfDeadlines()
    record.consent(.receivingSupport, "2025-10-01", expires: "2026-09-30")
    #expect(record.first(.consentExpiry)?.date == day("2026-09-30"))
  }

  @Test func `tells of an employer only once work has begun`() {
    func notice(_ stage: PlacementStage) -> Deadline? {
      var record = CaseOfDeadlines()
      record.residence(.engineer, "2025-04-01", expires: "2028-04-01", months: 36)
      record.placement(stage, "2026-02-20", started: "2026-04-01")
      return record.first(.changeOfEmployerNotice)
    }
    #expect(notice(.offerAccepted) == nil && notice(.offerDeclined) == nil)
    #expect(notice(.started) != nil && notice(.left) != nil)
  }

  @Test func `asks for the employer's report until it is done`() {
    func report(
      _ rule: DeadlineRuleID, _ stage: PlacementStage, ended: String? = nil, done: Bool = false
    ) -> Deadline? {
      var record = CaseOfDeadlines()
      record.placement(stage, "2026-02-20", started: "2026-02-20", ended: ended)
      if done { record.own(rule, on: "2026-03-03", done: "2026-03-03") }
      return record.first(rule)
    }
    for stage in [PlacementStage.started, .retentionSupport, .retained] {
      #expect(report(.employersReport, stage) != nil)
      #expect(report(.employersReportLeaving, stage) == nil)
    }
    for stage in PlacementStage.endsAfterStart {
      #expect(report(.employersReport, stage, ended: "2026-02-25")?.done == nil)
      #expect(report(.employersReport, stage, ended: "2026-02-25") != nil)
      #expect(report(.employersReportLeaving, stage, ended: "2026-02-25")?.done == nil)
      #expect(
        report(.employersReportLeaving, stage, ended: "2026-02-25", done: true)?.done
          == day("2026-03-03"))
    }
    #expect(report(.employersReport, .left, ended: "2026-02-25", done: true)?.done != nil)
    #expect(report(.employersReport, .enteredByMistake) == nil)
    #expect(report(.employersReport, .offerAccepted) == nil)
  }

  @Test func `has for an ended case only what is kept and until when`() {
    var record = CaseOfDeadlines(.closed, closed: "2026-01-31")
    record.residence(.student, "2025-06-01", expires: "2026-06-01", months: 12)
    record.placement(.left, "2026-01-20", ended: "2026-01-20")
    #expect(record.deadlines.map(\.rule) == [.ledgerRetention, .retention])
  }

  @Test func `lets staff's own date win and says what the rule gives`() {
    var record = CaseOfDeadlines()
    record.procedure(.denied, "2026-04-01", notice: "2026-04-10")
    record.own(.appeal, on: "2026-04-12", due: "2026-04-15")
    let appeal = record.first(.appeal)
    #expect(appeal?.date == day("2026-04-15") && appeal?.computed == day("2026-04-17"))
    #expect(appeal?.state == .own)
    record.own(.appeal, on: "2026-04-14", done: "2026-04-14")
    #expect(record.first(.appeal)?.done == day("2026-04-14"))
    #expect(record.first(.appeal)?.date == day("2026-04-15"))
  }

  @Test func `does not let an old date stand for a newer fact`() {
    var record = CaseOfDeadlines()
    record.residence(.student, "2026-06-01", expires: "2027-06-01", months: 12)
    record.own(.periodOfStay, on: "2026-05-01", due: "2030-01-01", from: "2026-06-01")
    #expect(record.first(.periodOfStay)?.date == day("2027-06-01"))
    record.own(.periodOfStay, on: "2026-05-01", due: "2027-05-20", from: "2027-06-01")
    #expect(record.first(.periodOfStay)?.date == day("2027-05-20"))
    // Without a day it counts from it means what stood on the day it was decided.
    record.own(.periodOfStay, on: "2026-05-31", due: "2030-01-01")
    #expect(record.first(.periodOfStay)?.date == day("2027-05-20"))
    record.own(.periodOfStay, on: "2026-06-01", due: "2027-05-10")
    #expect(record.first(.periodOfStay)?.date == day("2027-05-10"))
    var denied = CaseOfDeadlines()
    denied.procedure(.denied, "2026-04-01", notice: "2026-04-10")
    denied.own(.appeal, on: "2026-04-09", done: "2026-04-09")
    #expect(denied.first(.appeal)?.done == nil)
  }

  @Test func `takes staff's date where nothing is there to compute`() {
    var record = CaseOfDeadlines()
    record.own(.monitoringReport, on: "2026-04-12", due: "2026-05-15")
    let report = record.first(.monitoringReport)
    #expect(report?.date == day("2026-05-15") && report?.state == .own)
    #expect(report?.computed == nil)
  }

  @Test func `asks for the next notice once somebody has reported, until it is seen`() {
    var record = CaseOfDeadlines()
    record.document(.reportingDateNotice, "2026-04-01", appear: "2026-06-10")
    #expect(record.open == ["2026-06-10 monitoring_report"])
    record.own(.monitoringReport, on: "2026-06-10", done: "2026-06-10", from: "2026-06-10")
    #expect(record.open == ["2026-09-10 monitoring_report"])
    record.own(.monitoringReport, on: "2026-09-09", done: "2026-09-09", from: "2026-06-11")
    #expect(record.open == ["2026-12-09 monitoring_report"])
    record.document(.reportingDateNotice, "2026-09-10", appear: "2026-12-01")
    #expect(record.open == ["2026-12-01 monitoring_report"])
    // Nobody has to report any more: nothing further is asked.
    record.own(
      .monitoringReport, on: "2026-12-01", done: "2026-12-01", from: "2026-12-01",
      answer: .noLonger)
    #expect(record.open == [])
  }

  @Test(arguments: ["2026-05-20", "2026-06-02"])
  func `keeps the end of a stay open whoever calls it done, until a new row`(on: String) {
    var record = CaseOfDeadlines()
    record.residence(.student, "2025-06-01", expires: "2026-06-01", months: 12)
    record.own(.periodOfStay, on: on, done: on)
    #expect(record.first(.periodOfStay)?.date == day("2026-06-01"))
    #expect(record.first(.periodOfStay)?.done == nil)
    record.residence(.student, "2026-06-02", expires: "2027-06-02", months: 12)
    #expect(record.open.filter { $0.hasSuffix("period_of_stay") } == ["2027-06-02 period_of_stay"])
  }

  @Test func `puts the earliest first`() {
    var record = CaseOfDeadlines(lastContact: "2026-04-01")
    record.residence(.student, "2025-06-01", expires: "2026-06-01", months: 12)
    record.procedure(.denied, "2026-04-01", notice: "2026-04-10")
    let dates = record.deadlines.map(\.date)
    #expect(dates.count >= 4 && dates == dates.sorted())
  }
}
