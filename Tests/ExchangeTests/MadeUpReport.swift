import Casework
import Testing

/// A report of a year that nobody lived: every style, groups, months, a total with its baseline, a
/// number taken out and one that there is not.
enum MadeUpReport {
  /// - Parameters:
  ///   - organisation: as somebody may have typed it.
  ///   - isMasked: whether small numbers were taken out of it.
  static func year(
    of organisation: String = "ともに東京", isMasked: Bool = true
  ) throws -> Report {
    let small = isMasked ? ReportNumber.masked : .exact(3)
    return Report(
      layout: ReportLayout("annual", .fiscalYear, []), period: try period(2025),
      before: try period(2024), made: try #require(CivilDate(iso: "2026-04-10")),
      organisation: organisation,
      sections: [
        ReportSection(
          "support", .lines,
          [
            ReportLine(
              .persons, .exact(412), before: .exact(374),
              grouping: Attendance.name(\.personRole),
              parts: [
                ReportPart(
                  .code("person_with_refugee_background"), .exact(290), before: .exact(300)),
                ReportPart(.code("citizen"), .exact(98), before: .exact(74)),
                ReportPart(.code("volunteer"), small, before: .exact(0)),
                ReportPart(.absent, small, before: small),
              ]),
            ReportLine(.visits, .exact(3606), before: .exact(3194)),
            ReportLine(.daysInStage, .exact(14.5), before: .exact(16)),
            ReportLine(.noContact, .none, before: .exact(12)),
          ]),
        ReportSection(
          "work", .funnel,
          [
            ReportLine(.caseload, .exact(96), before: .exact(90)),
            ReportLine(
              .overdue, .exact(61), before: .exact(66), grouping: "assignee",
              parts: [
                ReportPart(.text("日本語"), .exact(25)), ReportPart(.text("情報"), .exact(14)),
              ]),
            ReportLine(
              .statusChanges, .exact(24), before: .exact(24),
              total: ReportTotal(.exact(75), baseline: 51)),
            ReportLine(.absences, small, before: .exact(7)),
          ]),
        ReportSection(
          "months", .months,
          [
            ReportLine(
              .visits, .exact(3606), before: .exact(3194),
              months: [231, 244, 310, 298, 187, 305, 341, 366, 280, 322, 344, 378].map {
                .exact($0)
              }),
            ReportLine(
              .persons, .exact(412), before: .exact(374),
              months: [small, .exact(0), small] + (0..<9).map { .exact(Double(20 + $0 * 7)) }),
          ]),
      ],
      context: [
        ContextFigure(
          code: "recognised", value: 190, asOf: "2024", source: "出入国在留管理庁",
          published: try #require(CivilDate(iso: "2025-03-14")))
      ], isMasked: isMasked)
  }

  /// A fiscal year as the engine makes one.
  static func period(_ year: Int) throws -> ReportPeriod {
    ReportPeriod(
      .fiscalYear, containing: try #require(CivilDate(year: year, month: 4, day: 1)),
      fiscalYearStart: 4)
  }
}
