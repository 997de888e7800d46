import Casework

/// Where the parts of a report's rows stand, and how long a bar is: a pure function of the room and
/// of the numbers.
struct ReportColumns: Hashable {
  let name: Int
  let value = 10
  /// 0 where nothing is compared, or there is no room.
  let difference: Int
  /// 0 where there is no room.
  let bar: Int
  /// What a full bar stands for, by section and unit.
  private let longest: [String: Double]

  /// - Parameters:
  ///   - names: how wide the names of the rows are, in cells.
  ///   - differences: how wide the differences are.
  init(
    _ report: Report, names: some Sequence<Int>, differences: some Sequence<Int> = [],
    in columns: Int
  ) {
    // With room enough none of them is cut.
    let widestDifference = columns >= 100 ? (differences.max() ?? 0) + 2 : 0
    difference = report.before != nil && columns >= 40 ? max(9, widestDifference) : 0
    // As wide as they need, up to the half.
    let widest = (names.max() ?? 0) + 1
    name = max(12, min(widest, (columns - value - difference) * 5 / 10))
    let rest = columns - name - value - difference - 4
    bar = rest >= 12 ? rest : 0
    var longest: [String: Double] = [:]
    for section in report.sections {
      for line in section.lines {
        let key = Self.key(section, line)
        for number in [line.value] + line.parts.map(\.value) {
          if case .exact(let value) = number { longest[key] = max(longest[key] ?? 0, value) }
        }
      }
    }
    self.longest = longest
  }

  private static func key(_ section: ReportSection, _ line: ReportLine) -> String {
    "\(section.code) \(line.indicator.unit.scale.rawValue)"
  }

  /// What part of the longest bar of its section a number is, from 0 to 1.
  func share(of number: ReportNumber, _ line: ReportLine, in section: ReportSection) -> Double {
    guard case .exact(let value) = number, value > 0 else { return 0 }
    let isShare = line.indicator.unit == .percent
    let full = isShare ? 100 : longest[Self.key(section, line)] ?? value
    guard full > 0 else { return 0 }
    return min(1, value / full)
  }
}
