import Casework
import Testing

/// What the law asks of the organisation itself, each day worked out by hand.
struct OrganisationDutyTests {
  private static func day(_ iso: String) -> CivilDate {
    CivilDate(iso: iso) ?? CivilDate(dayNumber: 0)
  }

  private static func context(_ today: String) -> WriteContext {
    WriteContext(today: day(today), origin: .person)
  }

  private static func incident(
    _ on: String, _ cause: IncidentCause = .misdirected,
    _ change: (inout Incident) -> Void = { _ in }
  ) -> Incident {
    var incident = Incident()
    (incident.name, incident.on, incident.cause) = ("x", day(on), cause)
    change(&incident)
    incident.settle(before: nil, in: context("2026-11-30"))
    return incident
  }

  /// The day on which it was found is the first: of two readings the earlier.
  @Test(
    arguments: [
      // 30 November, 1, 2 December; 4 December; 30 days: 29 December.
      ("2026-11-30", "2026-12-02", "2026-12-04", "2026-12-29", "2027-01-28"),
      // Over the end of February, and in a leap year.
      ("2027-02-26", "2027-02-28", "2027-03-02", "2027-03-27", "2027-04-26"),
      ("2028-02-27", "2028-02-29", "2028-03-02", "2028-03-27", "2028-04-26"),
    ])
  func `an incident is reported in days, and again in a month or two`(
    on: String, by: String, last: String, final: String, malicious: String
  ) {
    for cause in IncidentCause.allCases {
      let incident = Self.incident(on, cause)
      let mayHarm = [IncidentCause.stolen, .access, .insider].contains(cause)
      #expect(incident.reportBy == Self.day(by) && incident.reportLast == Self.day(last))
      #expect(incident.finalBy == Self.day(mayHarm ? malicious : final), "\(cause)")
      #expect(incident.due == Self.day(by))
    }
  }

  @Test func `what was reported asks for the next, and at the end for nothing`() {
    let reported = Self.incident("2026-11-20") { $0.reportedOn = Self.day("2026-11-22") }
    #expect(reported.due == Self.day("2026-12-19"))
    let done = Self.incident("2026-10-20") {
      ($0.reportedOn, $0.finalOn) = (Self.day("2026-10-22"), Self.day("2026-11-15"))
    }
    #expect(done.due == nil)
    // What need not be reported is closed without.
    #expect(Self.incident("2026-11-20") { $0.closedOn = Self.day("2026-11-21") }.due == nil)
    // A day that is mended moves what is counted from it.
    var mended = reported
    (mended.on, mended.reportedOn) = (Self.day("2026-11-18"), nil)
    mended.settle(before: reported, in: Self.context("2026-11-30"))
    #expect(mended.due == Self.day("2026-11-20"))
  }

  @Test func `nothing is reported before it was found`() {
    let wrong = Self.incident("2026-11-20") {
      ($0.happenedOn, $0.reportedOn) = (Self.day("2026-11-21"), Self.day("2026-11-19"))
      ($0.finalOn, $0.toldOn) = (Self.day("2026-11-18"), Self.day("2026-11-19"))
    }
    let found = wrong.problems(before: nil, facts: CaseFacts(today: Self.day("2026-11-30")))
    #expect(Set(found.map(\.field)) == ["on", "reportedOn", "finalOn", "toldOn"])
    #expect(found.allSatisfy { $0.code == .endBeforeStart })
  }

  @Test(
    arguments: [
      (DutyType.placementReport, "2026-11-30", nil, "2027-04-30"),
      (.placementReport, "2027-04-30", nil, "2027-04-30"),
      (.placementReport, "2027-05-01", nil, "2028-04-30"),
      // Three months before the end: the earlier of what the sources say.
      (.placementLicence, "2026-11-30", "2027-03-31", "2026-12-31"),
      (.placementLicence, "2026-11-30", "2027-05-31", "2027-02-28"),
      (.placementLicence, "2026-11-30", nil, nil), (.other, "2026-11-30", nil, nil),
    ] as [(DutyType, String, String?, String?)])
  func `a duty has the day of the law where nobody set one`(
    type: DutyType, today: String, until: String?, due: String?
  ) {
    var duty = Duty()
    (duty.type, duty.until) = (type, until.map(Self.day))
    duty.settle(before: nil, in: Self.context(today))
    #expect(duty.due == due.map(Self.day))
    let problems = duty.problems(before: nil, facts: CaseFacts(today: Self.day(today)))
    #expect(problems == (due == nil ? [FieldProblem(\Duty.due, .required)] : []))
    duty.due = Self.day("2027-01-15")
    duty.settle(before: nil, in: Self.context(today))
    #expect(duty.due == Self.day("2027-01-15"))
  }

  /// The next report is that of the next year, whatever day staff set; a licence is for five years.
  @Test(
    arguments: [
      (DutyType.placementReport, "2027-04-30", nil, "2028-04-30", nil),
      (.placementReport, "2027-04-15", nil, "2028-04-30", nil),
      (.placementReport, "2027-05-10", nil, "2028-04-30", nil),
      (.placementLicence, "2026-12-31", "2027-03-31", "2031-12-31", "2032-03-31"),
      // 29 February has no day five years later.
      (.placementLicence, "2027-11-29", "2028-02-29", "2032-11-28", "2033-02-28"),
      // Nobody said when the licence ends.
      (.placementLicence, "2026-12-31", nil, nil, nil),
      (.other, "2026-12-31", "2027-03-31", nil, nil),
    ] as [(DutyType, String, String?, String?, String?)])
  func `what is done once is owed again`(
    type: DutyType, due: String, until: String?, next: String?, ends: String?
  ) {
    var duty = Duty()
    (duty.type, duty.due, duty.until) = (type, Self.day(due), until.map(Self.day))
    (duty.name, duty.licence) = ("令和8年度分", "13-300000")
    #expect(duty.next == nil)
    duty.done = Self.day("2026-12-01")
    #expect(duty.next?.due == next.map(Self.day) && duty.next?.until == ends.map(Self.day))
    #expect(duty.next.map { $0.done == nil && $0.name.isEmpty } ?? true)
    #expect(duty.next.map { $0.licence == "13-300000" } ?? true)
  }

  @Test func `the day of a renewal follows the end of the licence`() {
    var duty = Duty()
    (duty.type, duty.until) = (.placementLicence, Self.day("2027-03-31"))
    duty.settle(before: nil, in: Self.context("2026-11-30"))
    var mended = duty
    mended.until = Self.day("2027-05-31")
    mended.settle(before: duty, in: Self.context("2026-11-30"))
    #expect(mended.due == Self.day("2027-02-28"))
    // What staff set stays.
    var own = duty
    own.due = Self.day("2027-01-10")
    own.settle(before: duty, in: Self.context("2026-11-30"))
    var later = own
    later.until = Self.day("2027-05-31")
    later.settle(before: own, in: Self.context("2026-11-30"))
    #expect(own.due == Self.day("2027-01-10") && later.due == own.due)
  }

  /// A day that the law gave says why it is to be confirmed, and one that staff set is theirs.
  @Test func `a day of a rule has its doubts`() throws {
    var duty = Duty()
    let field = Duty.name(\.due)
    // A Friday, a Sunday, a Monday of a year whose holidays nobody knows yet.
    for (due, doubts) in [
      ("2027-04-30", [.rule]), ("2028-04-30", [.rule, .dayOff]),
      ("2029-04-30", [.rule, .noHolidays]),
    ] as [(String, [Deadline.Doubt])] {
      duty.due = Self.day(due)
      #expect(duty.dayRules[field]?.doubts(of: Self.day(due)) == doubts)
    }
    duty.due = Self.day("2027-04-20")
    #expect(duty.dayRules.isEmpty)
    let incident = Self.incident("2026-11-20", .stolen)
    let rules = incident.dayRules.mapValues(\.id)
    #expect(
      rules == [
        "reportBy": "leak_report", "reportLast": "leak_report_last",
        "finalBy": "leak_final_malicious", "due": "leak_report",
      ])
    #expect(DutyRule.all.allSatisfy { !$0.isStale(on: Self.day("2027-11-30")) })
    #expect(DutyRule.all.allSatisfy { $0.isStale(on: Self.day("2027-12-01")) })
  }

  @Test func `each rule says where it comes from, and none is shown as sure`() {
    #expect(DutyRule.all.count == 7)
    #expect(DutyRule.all.allSatisfy { !$0.source.isEmpty && $0.checked.hasPrefix("20") })
    #expect(DutyRule.all.allSatisfy { $0.standing == .confirm })
  }
}
