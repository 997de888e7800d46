import Casework
import Labels
import Testing
import Wording

struct ReportTextTests {
  private func period(
    _ length: ReportPeriod.Length, _ day: String, start: Int = 4
  ) throws -> ReportPeriod {
    ReportPeriod(
      length, containing: try #require(CivilDate(iso: day)), fiscalYearStart: start)
  }

  @Test func `writes periods as their readers do`() throws {
    let (ja, en) = (ReportText(Words(.ja)), ReportText(Words(.en)))
    let year = try period(.fiscalYear, "2026-02-01")
    #expect(ja.period(year) == "2025年度 (2025年4月-2026年3月)")
    #expect(en.period(year) == "Fiscal year 2025 (Apr 2025 - Mar 2026)")
    #expect(ja.shortPeriod(year) == "2025年度")
    let calendar = try period(.fiscalYear, "2026-02-01", start: 1)
    #expect(ja.period(calendar) == "2026年度 (2026年1月-12月)")
    #expect(en.period(calendar) == "Fiscal year 2026 (Jan - Dec 2026)")
    let month = try period(.month, "2026-04-09")
    #expect(ja.period(month) == "2026年4月" && en.period(month) == "Apr 2026")
    let half = try period(.halfYear, "2026-01-09")
    #expect(ja.period(half) == "2025年10月-2026年3月")
    #expect(en.period(half) == "Oct 2025 - Mar 2026")
    let quarter = try period(.quarter, "2026-05-09")
    #expect(ja.period(quarter) == "2026年4月-6月" && en.period(quarter) == "Apr - Jun 2026")
    let first = try #require(CivilDate(iso: "2026-04-01"))
    let days = try #require(ReportPeriod(from: first, to: first.adding(days: 44)))
    #expect(ja.period(days) == "2026-04-01 から 2026-05-15 まで")
  }

  @Test func `writes years by the eras where somebody has dates so`() throws {
    let year = try period(.fiscalYear, "2025-06-01")
    let era = ReportText(Words(.ja, dates: .era))
    #expect(era.period(year) == "令和7年度 (令和7年4月-令和8年3月)")
    #expect(ReportText(Words(.ja, dates: .both)).shortPeriod(year) == "2025(令和7)年度")
    #expect(era.shortPeriod(try period(.month, "2019-05-01")) == "令和元年5月")
    let english = ReportText(Words(.en, dates: .era))
    #expect(english.period(try period(.month, "2026-04-01")) == "Apr R8")
  }

  @Test(arguments: [
    (412.0, "412"), (3606, "3,606"), (1_234_567, "1,234,567"), (14.5, "14.5"), (14.04, "14"),
    (0, "0"), (999.95, "1,000"), (0.05, "0.1"), (2.25, "2.3"), (1000, "1,000"),
    (-1234.5, "-1,234.5"),
    (1.15, "1.2"), (100, "100"),
  ])
  func `writes numbers in digits`(_ value: Double, _ text: String) {
    #expect(ReportDigits.grouped(value) == text)
  }

  @Test func `says the difference with its sign, and none where one is not known`() {
    let text = ReportText(Words(.ja))
    func difference(_ then: ReportNumber?, _ now: ReportNumber) -> String? {
      text.difference(from: then, to: now, of: .visits)
    }
    #expect(difference(.exact(374), .exact(412)) == "+38")
    #expect(difference(.exact(16), .exact(14.5)) == "-1.5")
    #expect(difference(.exact(24), .exact(24)) == "0")
    #expect(difference(.masked, .exact(24)) == nil && difference(.exact(24), .masked) == nil)
    #expect(difference(ReportNumber.none, .exact(24)) == nil && difference(nil, .exact(24)) == nil)
  }

  @Test(arguments: LabelLanguage.allCases)
  func `shows no digit of what was taken out`(language: LabelLanguage) {
    let text = ReportText(Words(language))
    let sign = text.number(.masked, of: .persons)
    #expect(sign == text.numberWithUnit(.masked, of: .persons))
    #expect(!sign.isEmpty && !sign.contains { $0.isNumber })
    #expect(sign != text.number(.none, of: .persons))
  }

  @Test func `says units by their number`() {
    let (ja, en) = (ReportText(Words(.ja)), ReportText(Words(.en)))
    #expect(ja.numberWithUnit(.exact(412), of: .persons) == "412人")
    #expect(en.numberWithUnit(.exact(412), of: .persons) == "412 people")
    #expect(en.numberWithUnit(.exact(1), of: .persons) == "1 person")
    #expect(ja.numberWithUnit(.exact(14.5), of: .daysInStage) == "14.5日")
    #expect(en.numberWithUnit(.exact(24), of: .statusChanges) == "24")
    let total = ReportTotal(.exact(75), baseline: 51)
    #expect(ja.total(total, of: .statusChanges) == "累計 75 (基準 51)")
    #expect(ja.share(.exact(19), of: .exact(24)) == "79%")
    #expect(ja.share(.exact(19), of: .exact(0)) == nil)
  }
}
