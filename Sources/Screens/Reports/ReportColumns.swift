import Casework

/// Where the parts of a report's rows stand, and how long a bar is: a pure function of the room and
/// of the numbers.
struct ReportColumns: Hashable {
  let name: Int
  let value: Int
  /// 0 where nothing is compared, or there is no room.
  let difference: Int
  /// 0 where there is no room.
  let bar: Int
  /// What has bars in a section, and what a full one stands for.
  private let scales: [String: Scale]

  /// Only what is counted alike has bars in a section: of two of them the longer is the greater number.
  private struct Scale: Hashable {
    let key: String
    var count = 0
    var longest = 0.0
  }

  /// - Parameters:
  ///   - names: how wide the names of the rows are, in cells.
  ///   - numbers: how wide the numbers are; a number is never cut.
  ///   - differences: how wide the differences are.
  init(
    _ report: Report, names: some Sequence<Int>, numbers: some Sequence<Int> = [],
    differences: some Sequence<Int> = [], in columns: Int
  ) {
    value = max(10, (numbers.max() ?? 0) + 1)
    // With room enough none of them is cut.
    let widestDifference = columns >= 100 ? (differences.max() ?? 0) + 2 : 0
    difference = report.before != nil && columns >= 40 ? max(9, widestDifference) : 0
    // As wide as they need, up to the half.
    let widest = (names.max() ?? 0) + 1
    name = max(12, min(widest, (columns - value - difference) * 5 / 10))
    let rest = columns - name - value - difference - 4
    bar = rest >= 12 ? rest : 0
    scales = report.sections.reduce(into: [:]) { $0[$1.code] = Self.scale(of: $1) }
  }

  /// That of the most numbers; nil where none can be compared with another.
  private static func scale(of section: ReportSection) -> Scale? {
    var scales: [Scale] = []
    for line in section.lines where !line.indicator.isOfHundred {
      let key = line.indicator.scale
      let index = scales.firstIndex { $0.key == key } ?? scales.endIndex
      if index == scales.endIndex { scales.append(Scale(key: key)) }
      for case .exact(let value) in [line.value] + line.parts.map(\.value) {
        scales[index].count += 1
        scales[index].longest = max(scales[index].longest, value)
      }
    }
    let most = scales.map(\.count).max() ?? 0
    return most > 1 ? scales.first { $0.count == most } : nil
  }

  /// What part of the longest bar of its section a number is, from 0 to 1; of a hundred what part of it.
  func share(of number: ReportNumber, _ line: ReportLine, in section: ReportSection) -> Double {
    guard case .exact(let value) = number, value > 0 else { return 0 }
    if line.indicator.isOfHundred { return min(1, value / 100) }
    guard let scale = scales[section.code], scale.key == line.indicator.scale, scale.longest > 0
    else { return 0 }
    return min(1, value / scale.longest)
  }
}

extension Indicator {
  /// Whether its bar is a part of a whole that is drawn too.
  var isOfHundred: Bool { unit == .percent }

  /// What it is compared with by bars: heads with heads, days with days, and neither a mean nor how
  /// many countries there are with a sum.
  fileprivate var scale: String {
    let isSum: Bool =
      switch aggregate {
      case .count, .sum, .distinct(.person): true
      case .distinct, .median, .mean, .perOne, .share: false
      }
    return "\(unit.scale.rawValue) \(isSum)"
  }
}
