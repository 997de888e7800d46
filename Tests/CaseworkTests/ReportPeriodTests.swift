import Casework
import Testing

@Suite struct `A period of a report` {
  private static func day(_ text: String) -> CivilDate {
    CivilDate(iso: text) ?? CivilDate(dayNumber: 0)
  }

  private static func period(
    _ length: ReportPeriod.Length, _ day: String, from start: Int
  ) -> ReportPeriod {
    ReportPeriod(length, containing: Self.day(day), fiscalYearStart: start)
  }

  private static func text(_ period: ReportPeriod) -> String { "\(period.first)/\(period.last)" }

  @Test(arguments: [
    (ReportPeriod.Length.month, "2026-02-28", 4, "2026-02-01/2026-02-28"),
    (.month, "2028-02-01", 7, "2028-02-01/2028-02-29"),
    (.quarter, "2026-10-03", 4, "2026-10-01/2026-12-31"),
    (.quarter, "2026-03-31", 4, "2026-01-01/2026-03-31"),
    (.quarter, "2026-10-03", 7, "2026-10-01/2026-12-31"),
    (.quarter, "2026-10-03", 6, "2026-09-01/2026-11-30"),
    (.halfYear, "2026-10-03", 4, "2026-10-01/2027-03-31"),
    (.halfYear, "2026-09-30", 4, "2026-04-01/2026-09-30"),
    (.halfYear, "2026-01-01", 7, "2026-01-01/2026-06-30"),
    (.fiscalYear, "2026-03-31", 4, "2025-04-01/2026-03-31"),
    (.fiscalYear, "2026-04-01", 4, "2026-04-01/2027-03-31"),
    (.fiscalYear, "2026-06-30", 7, "2025-07-01/2026-06-30"),
    (.fiscalYear, "2026-07-01", 7, "2026-07-01/2027-06-30"),
    (.fiscalYear, "2026-05-05", 1, "2026-01-01/2026-12-31"),
    (.days, "2026-05-05", 4, "2026-05-05/2026-05-05"),
  ])
  func `contains its day, and begins where the organisation says`(
    length: ReportPeriod.Length, day: String, start: Int, expected: String
  ) {
    let period = Self.period(length, day, from: start)
    #expect(Self.text(period) == expected && period.length == length)
    #expect(period.days.contains(Self.day(day)))
  }

  @Test(arguments: 1...12, ReportPeriod.Length.allCases)
  func `follows the one before without a gap, in every year`(
    start: Int, length: ReportPeriod.Length
  ) {
    for number in stride(from: 19_700, to: 21_600, by: 13) {
      let day = CivilDate(dayNumber: number)
      let period = ReportPeriod(length, containing: day, fiscalYearStart: start)
      #expect(period.previous.last.adding(days: 1) == period.first)
      #expect(period.next.first == period.last.adding(days: 1))
      #expect(period.next.previous == period && period.previous.next == period)
      let again = ReportPeriod(length, containing: period.last, fiscalYearStart: start)
      if length != .days { #expect(again == period) }
      if let months = length.months { #expect(period.months.count == months) }
    }
  }

  @Test func `is told month by month, also where it begins within one`() throws {
    let year = Self.period(.fiscalYear, "2026-10-03", from: 7)
    #expect(year.months.map { Self.text($0) }.first == "2026-07-01/2026-07-31")
    #expect(year.months.map { Self.text($0) }.last == "2027-06-01/2027-06-30")
    #expect(year.months.allSatisfy { $0.length == .month })
    let days = try #require(
      ReportPeriod(from: Self.day("2026-01-20"), to: Self.day("2026-03-05")))
    #expect(
      days.months.map { Self.text($0) } == [
        "2026-01-20/2026-01-31", "2026-02-01/2026-02-28", "2026-03-01/2026-03-05",
      ])
    #expect(ReportPeriod(from: Self.day("2026-03-05"), to: Self.day("2026-03-04")) == nil)
  }

  @Test func `of any days is compared with as many, of whole months with whole months`() throws {
    func before(_ first: String, _ last: String) throws -> String {
      Self.text(
        try #require(ReportPeriod(from: Self.day(first), to: Self.day(last))).previous)
    }
    #expect(try before("2026-03-05", "2026-03-11") == "2026-02-26/2026-03-04")
    #expect(try before("2026-03-01", "2026-03-31") == "2026-02-01/2026-02-28")
    #expect(try before("2026-01-01", "2026-02-28") == "2025-11-01/2025-12-31")
  }
}
