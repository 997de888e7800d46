package import Casework
import Labels

extension ReportText {
  /// A period in full: 2025年度（2025年4月-2026年3月）, 2026年4月, 2026-04-01–2026-05-15; by the eras of
  /// Japan, or by both, as this person has dates written.
  package func period(_ period: ReportPeriod) -> String {
    period.length == .fiscalYear
      ? words("report.period.fiscal_year.long", shortPeriod(period), span(period))
      : shortPeriod(period)
  }

  /// A period as a heading of a column: 2025年度, 2026年4月, 2026年4月–6月.
  package func shortPeriod(_ period: ReportPeriod) -> String {
    switch period.length {
    case .month: month(period.first, withYear: true)
    case .quarter, .halfYear: span(period)
    case .fiscalYear: words("report.period.fiscal_year", year(of: period.first))
    case .days:
      words(
        "report.period.days", ValueText(words).text(period.first),
        ValueText(words).text(period.last))
    }
  }

  /// What a report is compared with: 前の期間：2024年度（…）.
  package func comparison(_ before: ReportPeriod) -> String {
    words("report.comparedWith", period(before))
  }

  /// The months of a period as a chart names them: 4月, 5月, 6月.
  package func months(of line: ReportLine, in period: ReportPeriod) -> [String] {
    line.months.indices.map { month(period.first.adding(months: $0), withYear: false) }
  }

  /// As `months(of:in:)`, with their years: 2025年4月.
  package func monthsWithYears(of line: ReportLine, in period: ReportPeriod) -> [String] {
    line.months.indices.map { month(period.first.adding(months: $0), withYear: true) }
  }

  private func month(_ day: CivilDate, withYear: Bool) -> String {
    let name = words("monthName.\(day.month)")
    return withYear ? words("report.monthOfYear", name, year(of: day)) : name
  }

  /// From the first month to the last, the year said once where it is one.
  private func span(_ period: ReportPeriod) -> String {
    let isOneYear = year(of: period.first) == year(of: period.last)
    // The year stands before the month or after it, as the language has it.
    let yearFirst = words("report.yearFirst") == "yes"
    return words(
      "report.period.span",
      month(period.first, withYear: !isOneYear || yearFirst),
      month(period.last, withYear: !isOneYear || !yearFirst))
  }

  /// 2025, 令和7 or 2025（令和7）.
  private func year(of day: CivilDate) -> String {
    guard !words.dates.isWestern, let era = Era.of(day) else { return String(day.year) }
    let number = day.year - era.base
    let ofEra =
      words("report.yearFirst") == "yes"
      ? "\(era.name)\(number == 1 ? "元" : String(number))" : "\(era.letter)\(number)"
    return words.dates == .era ? ofEra : words("report.bothYears", String(day.year), ofEra)
  }
}
