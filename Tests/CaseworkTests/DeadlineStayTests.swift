import Casework
import Testing

/// Which last days each stay has and which it must not have: whole lists.
///
/// A special period (特例期間, article 20(6) of the Act) belongs to the period of a status of residence
/// alone.
struct DeadlineStayTests {
  static let spans: [(from: String, until: String, applied: String)] = [
    ("2026-06-01", "2026-12-01", "2026-11-10"), ("2026-05-20", "2026-11-20", "2026-11-20"),
    ("2027-08-31", "2028-02-29", "2027-12-29"), ("2025-01-01", "2026-01-01", "2025-10-01"),
  ]

  @Test(arguments: StayBasis.allCases, spans.indices)
  func `gives nobody without a status more days than they have`(_ basis: StayBasis, _ span: Int) {
    let (from, until, applied) = Self.spans[span]
    let rule = basis == .provisionalRelease ? "provisional_release" : "period_of_stay"
    for status in [StatusOfResidence.none, .student] {
      for (months, days) in [(6, nil), (nil, 180), (nil, nil), (12, nil)] as [(Int?, Int?)] {
        for applied in [applied, nil] {
          for seen in [applied, nil] {
            var record = CaseOfDeadlines()
            record.residence(
              status, from, expires: until, months: months, days: days, applied: applied,
              seen: seen, basis: basis)
            #expect(record.open == ["\(until) \(rule)"])
            #expect(record.deadlines.map(\.category) == [.critical])
          }
        }
      }
    }
  }

  @Test func `takes nobody without a status and without a basis for one with a period`() {
    var record = CaseOfDeadlines()
    record.residence(
      .none, "2026-06-01", expires: "2026-12-01", months: 6, applied: "2026-11-10",
      seen: "2026-11-10")
    #expect(record.open == ["2026-12-01 period_of_stay"])
  }

  struct Stay: Sendable, CustomTestStringConvertible {
    let status: StatusOfResidence
    let from: String
    let until: String
    var months: Int?
    var days: Int?
    let applied: String
    /// What is open once somebody has seen that it was applied for.
    let open: [String]

    var testDescription: String { "\(status.rawValue) \(until)" }
  }

  @Test(arguments: [
    // Three months before 1 June; the stay is seen to, the special period runs to 1 August.
    Stay(
      status: .student, from: "2025-06-01", until: "2026-06-01", months: 12, applied: "2026-04-01",
      open: ["2026-08-01 special_period"]),
    Stay(
      status: .designatedActivities, from: "2026-06-30", until: "2026-12-31", months: 6,
      applied: "2026-12-31", open: ["2027-02-28 special_period"]),
    Stay(
      status: .temporaryVisitor, from: "2026-09-10", until: "2026-12-09", days: 90,
      applied: "2026-11-20", open: ["2027-02-09 special_period"]),
    Stay(
      status: .longTermResident, from: "2023-03-01", until: "2028-03-01", months: 60,
      applied: "2028-01-09", open: ["2028-05-01 special_period"]),
    // 31 days to leave the country: more than 30.
    Stay(
      status: .designatedActivities, from: "2026-05-01", until: "2026-06-01", days: 31,
      applied: "2026-05-25", open: ["2026-08-01 special_period"]),
    Stay(
      status: .temporaryVisitor, from: "2026-11-01", until: "2026-11-16", days: 15,
      applied: "2026-11-10", open: ["2026-11-16 period_of_stay"]),
    // Permanent residence has no period; the day is that of the card.
    Stay(
      status: .permanentResident, from: "2019-12-10", until: "2026-12-10", months: nil,
      applied: "2026-11-10", open: ["2026-12-10 permanent_card"]),
  ])
  func `lets a special period run for a status with a period`(_ stay: Stay) {
    func record(seen: String?, confirmed: Bool = true) -> CaseOfDeadlines {
      var record = CaseOfDeadlines()
      record.residence(
        stay.status, stay.from, expires: stay.until, months: stay.months, days: stay.days,
        applied: stay.applied, confirmed: confirmed, seen: seen)
      return record
    }
    #expect(record(seen: stay.applied).open == stay.open)
    // The day of the application alone proves nothing: the last day on the card stays in sight,
    // also where the card was looked at when the stay began.
    let end = stay.status == .permanentResident ? "permanent_card" : "period_of_stay"
    let last = "\(stay.until) \(end)"
    for record in [record(seen: nil), record(seen: nil, confirmed: false)] {
      #expect(record.open.sorted() == Set(stay.open + [last]).sorted())
    }
  }

  /// A sheet without the status of residence makes it "other".
  @Test func `gives no special period where nobody has seen which status it is`() {
    for (isConfirmed, expected) in [
      (false, ["2026-12-01 period_of_stay"]), (true, ["2027-02-01 special_period"]),
    ] {
      var record = CaseOfDeadlines()
      record.residence(
        .other, "2026-06-15", expires: "2026-12-01", months: 5, applied: "2026-11-10",
        confirmed: isConfirmed, seen: isConfirmed ? "2026-11-10" : nil)
      #expect(record.open == expected)
    }
  }

  @Test func `does not take the application that led to a stay for one to renew it`() {
    var record = CaseOfDeadlines()
    record.residence(
      .designatedActivities, "2026-06-01", expires: "2026-12-01", months: 6,
      applied: "2026-05-20", seen: "2026-06-01")
    #expect(
      record.open == ["2026-09-01 renewal_window", "2026-12-01 period_of_stay"])
  }

  @Test func `tells a paper that ends the right to be here from one to see to`() {
    var record = CaseOfDeadlines()
    record.document(.provisionalStay, "2026-06-01", expires: "2026-12-01")
    record.document(.residenceCard, "2026-06-01", expires: "2026-12-10")
    record.document(.passport, "2026-06-01", expires: "2026-12-20")
    // What has no type of its own, but a stay without a status rests on it.
    record.document(.other, "2026-06-01", expires: "2026-12-25")
    #expect(record.deadlines.map(\.category) == [.critical, .legal, .practice, .practice])
    record.residence(
      .none, "2026-06-01", expires: "2026-12-24", basis: .temporaryRefuge, paper: RecordID(13))
    #expect(
      record.deadlines.map(\.category) == [.critical, .legal, .practice, .critical, .critical])
    #expect(DeadlineRule.of(.documentExpiry)?.categories == [.critical, .legal, .practice])
  }
}
