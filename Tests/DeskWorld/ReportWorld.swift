package import Casework
package import Cells
package import Labels

/// A world in which a report has been counted.
package enum ReportWorld {
  package static let period = ReportPeriod(
    .month, containing: DeskHarness.today, fiscalYearStart: 4
  ).previous

  package static let report: Report = {
    let staff: [(Link, Double)] = [(DeskHarness.staff, 31), (DayWorld.colleague, 12)]
    let caseload = ReportLine(
      .caseload, .exact(43), grouping: "owner",
      parts: staff.map { ReportPart(.link($0.0), .exact($0.1)) } + [ReportPart(.absent, .exact(2))])
    let visits = ReportLine(
      .visits, .exact(3606), before: .exact(3194),
      months: ([120, 180, 190, 260, 300, 310, 280, 330, 420, 400, 380, 436] as [Double])
        .map(ReportNumber.exact))
    let persons = ReportLine(
      .persons, .exact(412), before: .exact(374), total: ReportTotal(.exact(1075), baseline: 51))
    let granted = ReportLine(
      .statusChanges, .exact(24), before: .exact(27), grouping: "stage",
      parts: [ReportPart(.code("started"), .exact(19))])
    let layout = ReportLayout("board", .month, [])
    var report = Report(
      layout: layout, period: period, before: period.previous, made: DeskHarness.today,
      organisation: "ともに東京",
      sections: [
        ReportSection("people", .lines, [caseload, persons]),
        ReportSection("work", .funnel, [visits, granted]),
        ReportSection("months", .months, [visits]),
        ReportSection("time", .lines, [ReportLine(.daysInStage, .none, before: .exact(14.5))]),
      ])
    report.context = [
      ContextFigure(
        code: "recognised", value: 190, asOf: "2024", source: "入管庁", published: DeskHarness.today)
    ]
    return report
  }()

  package static let world: World = {
    var world = DayWorld.full
    world.report = report
    return world
  }()

  package static func desk(
    _ keys: String, size: Size = Size(rows: 24, columns: 80), language: LabelLanguage = .ja
  ) -> DeskHarness {
    var harness = DeskHarness(size, language: language, world: world)
    harness.type(keys)
    return harness
  }
}
