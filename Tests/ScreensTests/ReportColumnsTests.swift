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
    let columns = ReportColumns(report, names: [20], in: 140)
    let lengths = section.lines.map { columns.cells(of: $0.value, $0, in: section, room: 60) }
    #expect(lengths == [33, 60])
  }

  @Test(arguments: [(140, 40, 41), (140, 5, 12), (140, 200, 60), (60, 40, 20)])
  func `leave the names as much room as they need, up to the half`(
    columns: Int, name: Int, room: Int
  ) {
    let made = ReportColumns(ReportWorld.report, names: [3, name], in: columns)
    #expect(made.name == room)
  }
}
