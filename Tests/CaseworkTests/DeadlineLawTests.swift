import Casework
import Testing

/// A date for each of the shorter deadlines of law, worked out by hand, with the source beside it.
struct DeadlineLawTests {
  typealias Expected = DeadlineDateTests.Expected

  static let expected = births + deportation + procedures + notices + cards

  /// 出生届: articles 43 and 49 of the Family Register Act, the day of birth is the first of 14.
  ///
  /// 在留資格取得: article 22-2(2) of the Act, 30 days; 22-2(1), 60 days (lighthouse66.com).
  static let births: [Expected] = [
    // 1, 2, … 14 April: the day of birth is the first.
    Expected(.birthNotice, "2026-04-14") { $0.person(born: "2026-04-01", in: "JPN") },
    // February of a leap year: 20 … 29 are ten days, 1 … 4 March four.
    Expected(.birthNotice, "2028-03-04", [.dayOff]) { $0.person(born: "2028-02-20", in: "JPN") },
    // 1 April + 30 = 1 May.
    Expected(.statusAcquisition, "2026-05-01") { $0.person(born: "2026-04-01", in: "JPN") },
    // 31 January: 28 days of February, then two of March.
    Expected(.statusAcquisition, "2026-03-02") { $0.person(born: "2026-01-31", in: "JPN") },
    // 31 January of a leap year: 29 days of February, then one of March.
    Expected(.statusAcquisition, "2028-03-01", [.noHolidays]) {
      $0.person(born: "2028-01-31", in: "JPN")
    },
    // 1 April + 60: 29 days to 30 April, 31 of May.
    Expected(.stayWithoutStatus, "2026-05-31") { $0.person(born: "2026-04-01", in: "JPN") },
    // 31 December + 60: 31 of January, 28 of February, one of March.
    Expected(.stayWithoutStatus, "2027-03-01") { $0.person(born: "2026-12-31", in: "JPN") },
  ]

  /// Articles 48(1) and 49(1) of the Act: three days of notice, its day not counted.
  ///
  /// Lawsuits: article 14(1) of the Administrative Case Litigation Act, six months from knowledge.
  /// Supervisors: moj.go.jp/isa content/001419639.pdf, seven days.
  static let deportation: [Expected] = [
    // Monday 9 March: 10, 11, 12.
    Expected(.oralHearing, "2026-03-12") { record in
      record.residence(.none, "2026-03-01", basis: .inDetention) {
        $0.findingNotifiedOn = CaseOfDeadlines.day("2026-03-09")
      }
    },
    // Friday: Monday is the third day.
    Expected(.oralHearing, "2026-03-09", [.fact]) { record in
      record.residence(.none, "2026-03-01", confirmed: false, basis: .overstay) {
        $0.findingNotifiedOn = CaseOfDeadlines.day("2026-03-06")
      }
    },
    // Thursday 31 December: Sunday 3 January, offices are closed.
    Expected(.objection, "2027-01-03", [.dayOff]) { record in
      record.residence(.none, "2026-12-01", basis: .inDetention) {
        $0.rulingNotifiedOn = CaseOfDeadlines.day("2026-12-31")
      }
    },
    // 26 February + 3: 27, 28 February, 1 March, a Sunday.
    Expected(.objection, "2026-03-01", [.dayOff]) { record in
      record.residence(.none, "2026-02-01", basis: .monitoringBeforeOrder) {
        $0.rulingNotifiedOn = CaseOfDeadlines.day("2026-02-26")
      }
    },
    // Tuesday 10 March: Thursday 10 September.
    Expected(.decisionLawsuit, "2026-09-10") { record in
      record.residence(.none, "2026-02-01", basis: .inDetention) {
        $0.decisionNotifiedOn = CaseOfDeadlines.day("2026-03-10")
      }
    },
    // 31 August: the end of February, a Sunday.
    Expected(.decisionLawsuit, "2027-02-28", [.dayOff]) { record in
      record.residence(.none, "2026-08-01", basis: .overstay) {
        $0.decisionNotifiedOn = CaseOfDeadlines.day("2026-08-31")
      }
    },
    // 31 August before a leap year: 29 February.
    Expected(.orderLawsuit, "2028-02-29", [.noHolidays]) { record in
      record.residence(.none, "2027-08-01", basis: .provisionalRelease) {
        $0.orderNotifiedOn = CaseOfDeadlines.day("2027-08-31")
      }
    },
    // 31 December: June has no 31st; the 30th is a Tuesday. No paper: to be confirmed.
    Expected(.orderLawsuit, "2026-06-30", [.fact]) { record in
      record.residence(.none, "2025-12-01", confirmed: false, basis: .monitoringAfterOrder) {
        $0.orderNotifiedOn = CaseOfDeadlines.day("2025-12-31")
      }
    },
    Expected(.supervisorsReport, "2026-06-08") { record in
      record.residence(.none, "2026-05-01", basis: .monitoringBeforeOrder) {
        $0.supervisorEventOn = CaseOfDeadlines.day("2026-06-01")
      }
    },
  ]

  /// Litigation: article 14(2), a year from the decision; article 285 of the Code of Civil Procedure,
  /// two weeks (to confirm).
  ///
  /// Refugee application: six months from landing (ichiishinji.com entry173). Eight months: 2 + 3 + 3
  /// (newsgather.com, to confirm).
  static let procedures: [Expected] = [
    // Known seven months after the decision: the year ends before the six months.
    Expected(.lawsuitYear, "2027-02-10") {
      $0.procedure(.denied, "2026-02-10", notice: "2026-09-10")
    },
    Expected(.courtAppeal, "2026-06-15", [.rule]) { record in
      record.procedure(.lawsuit, "2025-01-10") {
        $0.judgmentServedOn = CaseOfDeadlines.day("2026-06-01")
      }
    },
    Expected(.newMaterial, "2026-05-10") { record in
      record.procedure(.reapplication, "2026-05-10") { $0.applicationNumber = 3 }
    },
    // 31 August + 6 months: the end of February, a Sunday.
    Expected(.refugeeApplication, "2027-02-28", [.assumed, .dayOff]) {
      $0.person(arrived: "2026-08-31")
      $0.procedure(.none, "2026-10-01")
    },
    // 31 August + 8 months: the end of April.
    Expected(.eightMonthsSinceApplication, "2026-04-30", [.rule]) {
      $0.procedure(.applicationRefugee, "2025-08-31", triage: .d2)
    },
  ]

  /// Article 19-16 of the Act and article 9 of the National Health Insurance Act: 14 days.
  ///
  /// Short stays: article 20(6) leaves those of 30 days or less out.
  static let notices: [Expected] = [
    Expected(.shortStayApplication, "2026-06-16") {
      $0.residence(.temporaryVisitor, "2026-06-01", expires: "2026-06-16", days: 15)
    },
    Expected(.shortStayApplication, "2026-07-01", [.assumed]) {
      $0.residence(.temporaryVisitor, "2026-06-01", expires: "2026-07-01")
    },
    // 31 March: 14 April.
    Expected(.leavingNotice, "2026-04-14") { record in
      record.residence(.student, "2024-04-01", expires: "2027-04-01", months: 36) {
        $0.organisationLeftOn = CaseOfDeadlines.day("2026-03-31")
      }
    },
    Expected(.changeOfEmployerNotice, "2026-04-15") { record in
      record.residence(.skilledLabor, "2024-04-01", expires: "2027-04-01", months: 36) {
        $0.organisationJoinedOn = CaseOfDeadlines.day("2026-04-01")
      }
    },
    // 17 December + 14 = 31 December: offices are closed.
    Expected(.organisationChange, "2026-12-31", [.dayOff]) { record in
      record.residence(.engineer, "2024-04-01", expires: "2027-04-01", months: 36) {
        $0.organisationChangedOn = CaseOfDeadlines.day("2026-12-17")
      }
    },
    // Leap year: nine days of February, five of March, a Sunday.
    Expected(.organisationChange, "2028-03-05", [.dayOff]) { record in
      record.residence(.student, "2027-04-01", expires: "2029-04-01", months: 24) {
        $0.organisationChangedOn = CaseOfDeadlines.day("2028-02-20")
      }
    },
    // 20 February + 14 = 6 March.
    Expected(.spouseNotice, "2026-03-06") { record in
      record.residence(.dependent, "2024-04-01", expires: "2027-04-01", months: 36) {
        $0.spouseEndedOn = CaseOfDeadlines.day("2026-02-20")
      }
    },
    Expected(.healthInsurance, "2026-03-06", [.assumed]) {
      $0.residence(.temporaryVisitor, "2025-11-22", expires: "2026-02-20", days: 90)
      $0.residence(.longTermResident, "2026-02-20", expires: "2027-02-20", months: 12)
    },
  ]

  /// Articles 19-10 and 19-12 of the Act: 14 days.
  ///
  /// 19-5 since 2023-11-01: the day before the 16th birthday (yonei-office.com/15175); seven years for
  /// permanent residents (office-yamanami.com).
  static let cards: [Expected] = [
    Expected(.lostCard, "2026-06-15") {
      $0.document(.residenceCard, "2026-01-10", lost: "2026-06-01")
    },
    // 17 December + 14 = 31 December: offices are closed.
    Expected(.changedCard, "2026-12-31", [.dayOff]) {
      $0.document(.residenceCard, "2026-01-10", changed: "2026-12-17")
    },
    // 16 on 1 April 2027: valid until 31 March.
    Expected(.cardAt16, "2027-03-31", opened: "2026-01-10") {
      $0.person(born: "2011-04-01")
      $0.residence(.longTermResident, "2025-06-01", expires: "2030-06-01", months: 60)
    },
    // Born on 29 February: 16 on that day of 2028, so the 28th; its holidays are not known yet.
    Expected(.cardAt16, "2028-02-28", [.noHolidays], opened: "2026-01-10") {
      $0.person(born: "2012-02-29")
      $0.residence(.permanentResident, "2025-06-01")
    },
    Expected(.permanentCard, "2026-12-10") {
      $0.residence(.permanentResident, "2019-12-11", expires: "2026-12-10")
    },
    // 2 March 2020 + 7 years.
    Expected(.permanentCardIssued, "2027-03-02", [.rule]) {
      $0.residence(.permanentResident, "2020-03-02")
      $0.document(.residenceCard, "2026-01-10", issued: "2020-03-02")
    },
  ]
}
