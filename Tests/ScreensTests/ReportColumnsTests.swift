import Casework
import DeskWorld
import Testing

@testable import Screens

@Suite struct `The bars of a report` {
  @Test func `compare people and records of one section on one scale`() {
    var report = ReportWorld.report
    let people = ReportLine(.peopleSupported, .exact(66))
    let records = ReportLine(.supportEntries, .exact(121))
    let section = ReportSection("support", .lines, [people, records])
    report.sections = [section]
    let columns = ReportColumns(report, in: 140)
    let lengths = section.lines.map { columns.cells(of: $0.value, $0, in: section, room: 60) }
    #expect(lengths == [33, 60])
  }
}
