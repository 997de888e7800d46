import Casework
import Cells
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
    let shares = section.lines.map { columns.share(of: $0.value, $0, in: section) }
    #expect(shares == [66.0 / 121, 1])
    #expect(shares.map { Chrome.plain.bar($0, in: 60).count } == [32, 60])
    // 32 cells and five eighths of one.
    #expect(Chrome.line.bar(shares[0], in: 60) == String(repeating: "█", count: 32) + "▋")
  }

  private func shares(_ lines: [ReportLine]) -> [Double] {
    var report = ReportWorld.report
    let section = ReportSection("support", .lines, lines)
    report.sections = [section]
    let columns = ReportColumns(report, names: [20], in: 140)
    return lines.map { columns.share(of: $0.value, $0, in: section) }
  }

  /// Of two bars in a section the longer one is the greater number, or a part of a hundred.
  @Test func `stand only beside what can be compared`() {
    let people = ReportLine(.peopleSupported, .exact(66))
    let records = ReportLine(.supportEntries, .exact(121))
    let days = ReportLine(.daysInStage, .exact(400))
    #expect(shares([people, days, records]) == [66.0 / 121, 0, 1])
    // Alone none says anything.
    #expect(shares([people]) == [0])
    #expect(shares([people, days]) == [0, 0])
    let ofHundred = Indicator.all.first { $0.unit == .percent }
    #expect(ofHundred.map { shares([people, ReportLine($0, .exact(25))]) } == [0, 0.25])
    let countries = Indicator.all.first { indicator in
      if case .distinct(let quantity) = indicator.aggregate { quantity != .person } else { false }
    }
    #expect(countries.map { shares([people, ReportLine($0, .exact(16)), records])[1] } == 0)
    let mean = Indicator.all.first { if case .perOne = $0.aggregate { true } else { false } }
    #expect(mean.map { shares([people, ReportLine($0, .exact(23)), records])[1] } == 0)
  }

  @Test(arguments: [(140, 40, 41), (140, 5, 12), (140, 200, 60), (60, 40, 20)])
  func `leave the names as much room as they need, up to the half`(
    columns: Int, name: Int, room: Int
  ) {
    let made = ReportColumns(ReportWorld.report, names: [3, name], in: columns)
    #expect(made.name == room)
  }

  @Test func `leave every number its room`() {
    func value(_ numbers: [Int]) -> Int {
      ReportColumns(ReportWorld.report, names: [20], numbers: numbers, in: 100).value
    }
    #expect(value([]) == 10 && value([4, 9]) == 10 && value([11]) == 12)
  }
}
