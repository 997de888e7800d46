import Casework
import Testing

/// For every way in which somebody may be here, which deadlines there are and which there must not be.
struct StayBasisDeadlineTests {
  struct Stay: Sendable, CustomTestStringConvertible {
    let status: StatusOfResidence
    var basis: StayBasis?
    let rules: [DeadlineRuleID]

    var testDescription: String { basis?.rawValue ?? status.rawValue }
  }

  /// Of a year from 2025-12-20 to 2026-12-20, renewal applied for on 2026-12-01.
  static let stays: [Stay] =
    StayBasis.allCases.map { basis in
      Stay(
        status: .none, basis: basis,
        rules: basis == .provisionalRelease ? [.provisionalRelease] : [.periodOfStay])
    }
    + StatusOfResidence.allCases.map { status in
      let rules: [DeadlineRuleID] =
        switch status {
        case .permanentResident: [.permanentCard]
        case .none: [.periodOfStay]
        default: [.renewalWindow, .periodOfStay, .specialPeriod]
        }
      return Stay(status: status, rules: rules)
    }

  @Test func `names each of them`() {
    #expect(Set(Self.stays.compactMap(\.basis)) == Set(StayBasis.allCases))
    #expect(Set(Self.stays.map(\.status)) == Set(StatusOfResidence.allCases))
  }

  @Test(arguments: stays) func `has these deadlines and no other`(stay: Stay) {
    var record = CaseOfDeadlines()
    record.residence(
      stay.status, "2025-12-20", expires: "2026-12-20", months: 12, applied: "2026-12-01",
      basis: stay.basis)
    #expect(record.deadlines.map(\.rule) == stay.rules)
  }

  /// Whatever the stay, its own last day is there, and it is done by nobody's word.
  @Test(arguments: stays) func `keeps the last day`(stay: Stay) {
    var record = CaseOfDeadlines()
    record.residence(
      stay.status, "2025-12-20", expires: "2026-12-20", months: 12, basis: stay.basis)
    for rule in stay.rules where rule != .specialPeriod {
      record.own(rule, on: "2026-12-01", done: "2026-12-01")
    }
    let last = record.deadlines.first { $0.date == CaseOfDeadlines.day("2026-12-20") }
    #expect(last != nil)
    #expect(stay.status == .permanentResident || last?.done == nil)
  }

  @Test(arguments: [(30, true), (31, false), (15, true), (90, false)])
  func `a stay of 30 days or less is applied for before it ends`(days: Int, isShort: Bool) {
    var record = CaseOfDeadlines()
    let end = CaseOfDeadlines.day("2026-06-01").adding(days: days).description
    record.residence(.temporaryVisitor, "2026-06-01", expires: end, days: days)
    #expect((record.first(.shortStayApplication)?.date.description == end) == isShort)
    record = CaseOfDeadlines()
    record.residence(
      .temporaryVisitor, "2026-06-01", expires: end, days: days, applied: "2026-06-10")
    #expect((record.first(.specialPeriod) == nil) == isShort)
  }

  /// Articles 30-46 and 30-47 of the Residential Basic Book Act.
  @Test(arguments: StayBasis.allCases)
  func `who is a registered resident tells the address and is insured`(basis: StayBasis) {
    var record = CaseOfDeadlines(opened: "2026-06-01")
    record.residence(.none, "2026-06-10", basis: basis)
    let isResident = [.provisionalStay, .temporaryRefuge].contains(basis)
    #expect((record.first(.addressNotice)?.date.description == "2026-06-24") == isResident)
    #expect((record.first(.healthInsurance) != nil) == isResident)
    record.stay(.inProgress, "2026-07-01")
    let moves = record.deadlines.filter { $0.rule == .addressNotice }.map(\.date.description)
    #expect(moves == (isResident ? ["2026-06-24", "2026-07-15"] : []))
  }

  @Test(arguments: [DocumentType.provisionalStay, .temporaryRefuge])
  func `the paper that is the right to be here weighs and warns as its end`(type: DocumentType) {
    var record = CaseOfDeadlines()
    record.document(type, "2026-06-01", expires: "2026-12-01")
    let end = record.first(.documentExpiry)
    #expect(end?.category == .critical && end?.warnedDays == 90)
  }

  @Test func `a residence card is law, another paper practice`() {
    var record = CaseOfDeadlines()
    record.document(.residenceCard, "2026-06-01", expires: "2026-12-01")
    #expect(record.first(.documentExpiry)?.category == .legal)
    record = CaseOfDeadlines()
    record.document(.passport, "2026-06-01", expires: "2026-12-01")
    #expect(record.first(.documentExpiry)?.category == .practice)
    record = CaseOfDeadlines()
    record.document(.provisionalRelease, "2026-06-01", expires: "2026-12-01")
    #expect(record.first(.provisionalRelease)?.category == .critical)
  }
}
