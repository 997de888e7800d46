import Casework
import Testing

struct ReportPeriodTextTests {
  @Test(arguments: [
    ("2026-04", "2026-04-01", "2026-04-30"), ("2026/4", "2026-04-01", "2026-04-30"),
    ("2024年2月", "2024-02-01", "2024-02-29"), ("２０２６－０４", "2026-04-01", "2026-04-30"),
    ("令和8年4月", "2026-04-01", "2026-04-30"), ("2025年度", "2025-04-01", "2026-03-31"),
    ("FY2025", "2025-04-01", "2026-03-31"), ("fy2025", "2025-04-01", "2026-03-31"),
    ("令和7年度", "2025-04-01", "2026-03-31"), ("令和元年度", "2019-04-01", "2020-03-31"),
    ("R7年度", "2025-04-01", "2026-03-31"), ("2025-Q1", "2025-04-01", "2025-06-30"),
    ("2025Q4", "2026-01-01", "2026-03-31"), ("2025年度第2四半期", "2025-07-01", "2025-09-30"),
    ("2025-H1", "2025-04-01", "2025-09-30"), ("2025年度 下半期", "2025-10-01", "2026-03-31"),
    ("2025年度上期", "2025-04-01", "2025-09-30"),
  ])
  func `reads a period as people write it`(_ text: String, _ first: String, _ last: String) {
    let period = ReportPeriod(text: text, fiscalYearStart: 4)
    #expect(period?.first.description == first && period?.last.description == last)
  }

  @Test func `begins the year where the organisation says`() {
    let july = ReportPeriod(text: "2025年度", fiscalYearStart: 7)
    #expect(july?.first.description == "2025-07-01" && july?.last.description == "2026-06-30")
    let quarter = ReportPeriod(text: "2025-Q3", fiscalYearStart: 7)
    #expect(quarter?.first.description == "2026-01-01")
    let calendar = ReportPeriod(text: "FY2025", fiscalYearStart: 1)
    #expect(calendar?.last.description == "2025-12-31")
  }

  @Test(arguments: [
    "", "2025", "2026-13", "2026-00", "2025-Q5", "2025-H3", "last year", "0000-04", "9999年度",
    "令和年度", "2026-04-01", "年度", "FY", "２０２６",
  ])
  func `reads nothing else`(_ text: String) {
    #expect(ReportPeriod(text: text, fiscalYearStart: 4) == nil)
  }
}
