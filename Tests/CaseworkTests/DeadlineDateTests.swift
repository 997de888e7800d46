import Casework
import Testing

/// A date for each rule, worked out by hand, with the source it comes from.
struct DeadlineDateTests {
  struct Expected: Sendable, CustomTestStringConvertible {
    let rule: DeadlineRuleID
    let date: String
    let doubts: Set<Deadline.Doubt>
    let record: CaseOfDeadlines

    var testDescription: String { "\(rule.rawValue) \(date)" }

    init(
      _ rule: DeadlineRuleID, _ date: String, _ doubts: Set<Deadline.Doubt> = [],
      closed: String? = nil, lastContact: String? = nil, opened: String? = nil,
      _ build: (inout CaseOfDeadlines) -> Void
    ) {
      self.rule = rule
      self.date = date
      self.doubts = doubts
      var record = CaseOfDeadlines(
        closed == nil ? .active : .closed, lastContact: lastContact, closed: closed, opened: opened)
      build(&record)
      self.record = record
    }
  }

  @Test(arguments: procedures + stays + papers + keeping + DeadlineLawTests.expected)
  func `falls on the day that the rule gives`(expected: Expected) throws {
    let deadline = try #require(expected.record.first(expected.rule))
    #expect(deadline.date.description == expected.date)
    #expect(deadline.doubts == expected.doubts)
    #expect(deadline.state == (expected.doubts.isEmpty ? .computed : .toConfirm))
  }

  @Test func `has an expected date for each rule`() {
    let all =
      Self.procedures + Self.stays + Self.papers + Self.keeping + DeadlineLawTests.expected
    #expect(
      Set(all.map(\.rule)).union(DeadlineConsentTests.rules) == Set(DeadlineRule.all.map(\.id)))
  }

  /// Seven days from notice, the day of notice not counted (article 61-2-9(2) of the Act).
  ///
  /// Lawsuit: six months from knowledge (to confirm). Six months since the application:
  /// joy-gyouseishosi, rakuvisa.
  static let procedures: [Expected] = [
    // Friday 10 April + 7 days: 11, 12, 13, 14, 15, 16, 17.
    Expected(.appeal, "2026-04-17") { $0.procedure(.denied, "2026-04-01", notice: "2026-04-10") },
    // 22 April + 7 = 29 April, 昭和の日: not extended to the 30th.
    Expected(.appeal, "2026-04-29", [.dayOff]) {
      $0.procedure(.deniedComplementary, "2026-04-22", notice: "2026-04-22")
    },
    // Saturday 16 May + 7 = Saturday 23 May.
    Expected(.appeal, "2026-05-23", [.dayOff]) {
      $0.procedure(.denied, "2026-05-16", notice: "2026-05-16")
    },
    // 24 December + 7 = 31 December: offices are closed until 3 January.
    Expected(.appeal, "2026-12-31", [.dayOff]) {
      $0.procedure(.denied, "2026-12-24", notice: "2026-12-24")
    },
    // Leap year: 25, 26, 27, 28, 29 February, 1, 2 March.
    Expected(.appeal, "2028-03-02", [.noHolidays]) {
      $0.procedure(.denied, "2028-02-24", notice: "2028-02-24")
    },
    // 21 + 7 = 28 September; the holidays 21 to 23 on the way count.
    Expected(.appeal, "2026-09-28") {
      $0.procedure(.denied, "2026-09-21", notice: "2026-09-21")
    },
    // No day of notice: the day of the decision is assumed.
    Expected(.appeal, "2026-04-08", [.assumed]) { $0.procedure(.denied, "2026-04-01") },
    // No paper: the fact is to be confirmed; nothing is left out.
    Expected(.appeal, "2026-04-17", [.fact]) {
      $0.procedure(.denied, "2026-04-01", notice: "2026-04-10", confirmed: false)
    },
    Expected(.appeal, "2026-04-17") {
      $0.procedure(.deniedHumanitarian, "2026-04-01", notice: "2026-04-10")
    },
    // 31 August + 6 months: February has no 31st, so the 28th, a Sunday.
    Expected(.lawsuit, "2027-02-28", [.dayOff]) {
      $0.procedure(.appealDismissed, "2026-08-31", notice: "2026-08-31")
    },
    // 30 August 2027 + 6 months: 29 February of a leap year, a Tuesday.
    Expected(.lawsuit, "2028-02-29", [.noHolidays]) {
      $0.procedure(.denied, "2027-08-30", notice: "2027-08-30")
    },
    // 31 August + 6 months = 28 February.
    Expected(.sixMonthsSinceApplication, "2026-02-28") {
      $0.procedure(.applicationRefugee, "2025-08-31", triage: .d2)
    },
    // The interview goes on with the same application; no letter: D2 is assumed.
    Expected(.sixMonthsSinceApplication, "2026-11-10", [.assumed]) {
      $0.procedure(.reapplication, "2026-05-10")
      $0.procedure(.interview, "2026-09-01")
    },
  ]

  /// The card; zousan-law.com 11763 (three months before, to confirm); article 20 (two months after
  /// the end, not for 30 days or less).
  static let stays: [Expected] = [
    Expected(.periodOfStay, "2026-05-31") {
      $0.residence(.designatedActivities, "2025-11-30", expires: "2026-05-31", months: 6)
    },
    // 31 May - 3 months = 28 February.
    Expected(.renewalWindow, "2026-02-28") {
      $0.residence(.designatedActivities, "2025-11-30", expires: "2026-05-31", months: 6)
    },
    // 30 May 2028 - 3 months = 29 February; the length of the stay is taken from its days.
    Expected(.renewalWindow, "2028-02-29", [.assumed]) {
      $0.residence(.longTermResident, "2027-05-30", expires: "2028-05-30")
    },
    // 31 December + 2 months = 28 February 2027, a Sunday.
    Expected(.specialPeriod, "2027-02-28", [.dayOff]) {
      $0.residence(
        .designatedActivities, "2026-06-30", expires: "2026-12-31", months: 6,
        applied: "2026-12-01")
    },
    // 31 December 2027 + 2 months = 29 February 2028, a Tuesday.
    Expected(.specialPeriod, "2028-02-29", [.noHolidays]) {
      $0.residence(
        .student, "2026-12-31", expires: "2027-12-31", months: 12, applied: "2027-12-31")
    },
    // 31 days are more than 30: 1 June + 2 months, a Saturday.
    Expected(.specialPeriod, "2026-08-01", [.dayOff]) {
      $0.residence(
        .designatedActivities, "2026-05-01", expires: "2026-06-01", days: 31,
        applied: "2026-05-25")
    },
    // The decision comes before 28 February and ends it.
    Expected(.specialPeriod, "2027-01-23") {
      $0.residence(
        .designatedActivities, "2026-06-30", expires: "2026-12-31", months: 6,
        applied: "2026-12-01", decided: "2027-01-23")
    },
    Expected(.provisionalRelease, "2026-12-08", [.fact]) {
      $0.residence(.none, "2026-11-08", expires: "2026-12-08", confirmed: false)
      $0.facts.residences[0] = Self.released($0.facts.residences[0])
    },
  ]

  private static func released(
    _ row: DeadlineFacts.Row<ResidenceRow>
  ) -> DeadlineFacts.Row<ResidenceRow> {
    var record = row.record
    record.stayBasis = .provisionalRelease
    return DeadlineFacts.Row(row.id, record)
  }

  /// The day on the paper; lighthouse88.com ?p=1335535 (three months at most); moj.go.jp/isa
  /// newimmiact_4 (14 days); mhlw.go.jp 07.html (the 10th of the month after); 14 days (to confirm).
  static let papers: [Expected] = [
    // A Sunday: the day on the notice is what it is.
    Expected(.applicationDocuments, "2026-10-18") {
      $0.application(.change, "2026-09-01", papers: "2026-10-18")
    },
    Expected(.monitoringReport, "2026-12-15") {
      $0.document(.reportingDateNotice, "2026-10-01", issued: "2026-09-30", appear: "2026-12-15")
    },
    // 30 November + 3 months = 28 February, a Sunday, if the paper names no day.
    Expected(.monitoringReport, "2027-02-28", [.assumed, .dayOff]) {
      $0.document(.reportingDateNotice, "2026-12-01", issued: "2026-11-30")
    },
    Expected(.provisionalRelease, "2026-11-24") {
      $0.document(
        .provisionalRelease, "2026-10-24", expires: "2026-11-25", appear: "2026-11-24")
    },
    Expected(.documentExpiry, "2027-03-31") {
      $0.document(.passport, "2026-10-24", expires: "2027-03-31")
    },
    // 17 June + 14 days = 1 July.
    Expected(.addressNotice, "2026-07-01", [.assumed]) { $0.stay(.inProgress, "2026-06-17") },
    // From 90 days as a visitor to one year: 20 February + 14 = 6 March.
    Expected(.addressNotice, "2026-03-06", [.assumed]) {
      $0.residence(.temporaryVisitor, "2025-11-22", expires: "2026-02-20", days: 90)
      $0.residence(.longTermResident, "2026-02-20", expires: "2027-02-20", months: 12)
    },
    // 31 January: the 10th of February, not of March.
    Expected(.employersReport, "2026-02-10", [.assumed]) {
      $0.placement(.started, "2026-01-31", started: "2026-01-31")
    },
    // December: 10 January of the next year, a Sunday.
    Expected(.employersReport, "2027-01-10", [.assumed, .dayOff]) {
      $0.placement(.started, "2026-12-15", started: "2026-12-15")
    },
    // Hired on 31 January and gone on 5 February: still reported by the 10th.
    Expected(.employersReport, "2026-02-10", [.assumed]) {
      $0.placement(.dismissed, "2026-01-31", started: "2026-01-31", ended: "2026-02-05")
    },
    // The day of leaving is not counted: 20 March + 10 = 30 March.
    Expected(.employersReportLeaving, "2026-03-30", [.assumed]) {
      $0.placement(.left, "2025-04-01", started: "2025-04-01", ended: "2026-03-20")
    },
    // 31 January + 1 month: the last day of February.
    Expected(.retentionCheck1, "2026-02-28") {
      $0.placement(.started, "2026-01-31", started: "2026-01-31")
    },
    Expected(.retentionCheck3, "2026-04-30") {
      $0.placement(.retentionSupport, "2026-01-31", started: "2026-01-31", asked: "2026-02-28")
    },
    Expected(.retentionCheck6, "2026-07-31") {
      $0.placement(.retentionSupport, "2026-01-31", started: "2026-01-31", asked: "2026-04-30")
    },
    Expected(.retentionCheck12, "2027-01-31") {
      $0.placement(.retentionSupport, "2026-01-31", started: "2026-01-31", asked: "2026-12-01")
    },
    // 1 March + 30 = 31 March; nobody looked: the day of the acceptance.
    Expected(.workPermissionCheck, "2026-03-31") {
      $0.placement(.offerAccepted, "2026-03-20")
      $0.permission(.unrestricted, "2026-03-01")
    },
    Expected(.workPermissionCheck, "2026-03-20") {
      $0.placement(.offerAccepted, "2026-03-20")
      $0.permission(.toBeConfirmed, "2026-03-01")
    },
    Expected(.workPermissionExpiry, "2026-12-31") {
      $0.permission(.partTime, "2026-03-01", until: "2026-12-31")
    },
    // 20 February + 14 days = 6 March in a year of 28 days in February.
    Expected(.leavingNotice, "2026-03-06") {
      $0.residence(.engineer, "2025-04-01", expires: "2028-04-01", months: 36)
      $0.placement(.left, "2026-02-20", started: "2025-04-01", ended: "2026-02-20")
    },
  ]

  /// What organisations do: check-ins, contact, keeping; and the ledger of article 32-15 of the
  /// Employment Security Act, two years.
  static let keeping: [Expected] = [
    Expected(.stayCheckIn1, "2026-02-27") { $0.stay(.inProgress, "2026-02-26") },
    // 26 February + 3 = 1 March.
    Expected(.stayCheckIn3, "2026-03-01") {
      $0.stay(.inProgress, "2026-02-26")
      $0.checkIn(.guest, "2026-02-27")
    },
    Expected(.stayCheckIn7, "2026-03-05") {
      $0.stay(.inProgress, "2026-02-26")
      $0.checkIn(.guest, "2026-03-01")
    },
    // 5 March + 14 = 19 March; + 14 = 2 April.
    Expected(.stayCheckInBiweekly, "2026-03-19") {
      $0.stay(.extended, "2026-02-26")
      $0.checkIn(.guest, "2026-03-05")
    },
    Expected(.stayCheckInBiweekly, "2026-04-02") {
      $0.stay(.inProgress, "2026-02-26")
      $0.checkIn(.guest, "2026-03-20")
    },
    Expected(.vettingExpiry, "2026-09-30") {
      $0.stay(.inProgress, "2026-02-26", approval: "2026-09-30")
    },
    Expected(.stayUrgent, "2026-03-02") {
      $0.stay(.inProgress, "2026-02-26")
      $0.checkIn(.host, "2026-03-02", .urgent)
    },
    Expected(.guestWhereabouts, "2026-03-10") {
      $0.stay(.endedEarly, "2026-02-26", until: "2026-03-10")
      $0.checkIn(.guest, "2026-03-09", .urgent)
    },
    // 30 April - 30 days = 31 March.
    Expected(.stayMoveOn, "2026-03-31") {
      $0.stay(.inProgress, "2026-02-26", until: "2026-04-30")
    },
    // A stay of a few days: on the first of them.
    Expected(.stayMoveOn, "2026-02-26") {
      $0.stay(.confirmed, "2026-02-26", until: "2026-03-10")
    },
    Expected(.hostConcern, "2026-03-02") {
      $0.stay(.confirmed, "2026-03-26", concern: "2026-03-02")
    },
    // 20 February + 14 = 6 March.
    Expected(.contactOverdue, "2026-03-06", lastContact: "2026-02-20") { _ in },
    // 29 February + 5 years = 28 February.
    Expected(.retention, "2029-02-28", closed: "2024-02-29") { _ in },
    // A stay of five years that was given in the year before the case was closed would end first.
    Expected(.retention, "2031-02-28", closed: "2026-02-28") {
      $0.residence(.longTermResident, "2025-06-01", expires: "2030-06-01", months: 60)
    },
    // One that was given after it ends later.
    Expected(.retention, "2031-06-01", closed: "2026-02-28") {
      $0.residence(.longTermResident, "2026-06-01", expires: "2031-06-01", months: 60)
    },
    // What is only a paper's end, or was answered, keeps nothing.
    Expected(.retention, "2031-02-28", closed: "2026-02-28") {
      $0.document(.passport, "2026-02-01", expires: "2035-01-31")
      $0.procedure(.denied, "2026-01-10", notice: "2026-01-10")
      $0.procedure(.lawsuit, "2026-02-10")
    },
    Expected(.ledgerRetention, "2026-06-30", closed: "2024-07-01") {
      $0.placement(.left, "2024-06-30", ended: "2024-06-30")
    },
    // The ledger must be kept longer than the case: 15 January 2028 + 2 years.
    Expected(.retention, "2030-01-15", closed: "2024-02-29") {
      $0.placement(.left, "2028-01-15", ended: "2028-01-15")
    },
  ]
}
