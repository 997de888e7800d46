import Casework
import Testing

/// A rule that nobody has looked up for a year is doubted, and a day whose holidays nobody knows.
struct DeadlineAgeTests {
  private func rule(_ id: DeadlineRuleID) throws -> DeadlineRule {
    try #require(DeadlineRule.of(id))
  }

  @Test func `is stale from the day after twelve months on`() throws {
    let appeal = try rule(.appeal)
    let checked = try #require(CivilDate(iso: appeal.checked))
    #expect(!appeal.isStale(on: checked.adding(months: 12)))
    #expect(appeal.isStale(on: checked.adding(months: 12).adding(days: 1)))
  }

  @Test func `of a year alone its first day counts`() throws {
    let ledger = try rule(.ledgerRetention)
    #expect(ledger.checked == "2025")
    #expect(!ledger.isStale(on: CaseOfDeadlines.day("2026-01-01")))
    #expect(ledger.isStale(on: CaseOfDeadlines.day("2026-01-02")))
  }

  @Test func `what organisations do by themselves does not age`() throws {
    #expect(try !rule(.contactOverdue).isStale(on: CaseOfDeadlines.day("2040-01-01")))
  }

  @Test func `every rule of law ages`() {
    let law = DeadlineRule.all.filter { $0.standing != .practice }
    #expect(!law.isEmpty && law.allSatisfy { $0.isStale(on: CaseOfDeadlines.day("2040-01-01")) })
  }

  /// The holidays of 2027 are in the table, those of 2028 are announced in February 2027.
  @Test(arguments: [
    ("2027-12-17", [Deadline.Doubt]()), ("2027-12-24", [.dayOff]), ("2028-01-04", [.noHolidays]),
    ("2028-01-02", [.dayOff]),
  ])
  func `says of a day that its holidays are not known`(notice: String, doubts: [Deadline.Doubt]) {
    var record = CaseOfDeadlines()
    record.procedure(.denied, notice, notice: notice)
    #expect(record.first(.appeal)?.doubts == Set(doubts))
  }
}
