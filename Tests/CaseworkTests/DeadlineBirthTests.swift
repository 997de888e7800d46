import Casework
import Testing

/// A child born in Japan has days that nobody may miss, and only such a child.
struct DeadlineBirthTests {
  private static let days: [DeadlineRuleID] = [
    .birthNotice, .statusAcquisition, .stayWithoutStatus,
  ]

  private func open(_ record: CaseOfDeadlines) -> [DeadlineRuleID] {
    record.deadlines.filter { Self.days.contains($0.rule) && $0.done == nil }.map(\.rule)
  }

  private func child(_ opened: String? = nil) -> CaseOfDeadlines {
    var record = CaseOfDeadlines(opened: opened)
    record.person(born: "2026-04-01", in: "JPN")
    return record
  }

  @Test func `counts from a birth in Japan that is known to the day`() {
    #expect(open(child()) == Self.days)
    var record = CaseOfDeadlines()
    record.person(born: "2026-04-01")
    #expect(open(record) == [])
    record.person(born: "2026-04-01", in: "SYR")
    #expect(open(record) == [])
    record.person(born: "2026-04-01", in: "JPN", precision: .month)
    #expect(open(record) == [])
    record.person(in: "JPN")
    #expect(open(record) == [])
  }

  @Test func `asks for no status where the child is Japanese`() {
    var record = CaseOfDeadlines()
    record.person(born: "2026-04-01", in: "JPN", nationality: "JPN")
    #expect(open(record) == [.birthNotice])
  }

  @Test func `is answered by a status, and by nothing less`() {
    var record = child()
    record.residence(.none, "2026-04-10")
    #expect(open(record) == Self.days)
    record.residence(.none, "2026-04-10", basis: .overstay)
    #expect(open(record) == Self.days)
    // Applied for: the sixty days go on.
    record.residence(.none, "2026-04-20", applied: "2026-04-20")
    #expect(open(record) == [.birthNotice, .stayWithoutStatus])
    record.own(.stayWithoutStatus, on: "2026-05-01", done: "2026-05-01")
    #expect(open(record) == [.birthNotice, .stayWithoutStatus])
    record.residence(.longTermResident, "2026-05-20", expires: "2027-05-20", months: 12)
    #expect(open(record) == [])
  }

  /// An application that is a record needs no tick, and one that nobody took in is none.
  @Test func `is answered by an application for a status`() {
    var record = child()
    record.application(.acquisition, "2026-04-20", result: .notAccepted)
    #expect(open(record) == Self.days)
    record.application(.acquisition, "2026-04-24")
    #expect(open(record) == [.birthNotice, .stayWithoutStatus])
    #expect(record.first(.statusAcquisition)?.done == CaseOfDeadlines.day("2026-04-24"))
  }

  @Test func `says nothing of somebody born here long before`() {
    #expect(open(child("2027-03-31")) == Self.days)
    #expect(open(child("2027-04-01")) == [])
  }

  @Test func `weighs as what the right to be here hangs on`() {
    let weights = child().deadlines.filter { Self.days.contains($0.rule) }.map(\.category)
    #expect(weights == [.legal, .critical, .critical])
  }
}
