import Casework
import Cells
import Labels
import Widgets
import Wording

/// The first line of the chart of stays: the days, what the bars mean, and whether there are more
/// hosts; with little room closer.
struct StayLegend {
  let chart: StayChart
  let words: Words

  /// What is certain first.
  private static let order: [StayBar.Fill] = [.staying, .planned, .tentative, .over]

  /// A piece of text and how it is told apart.
  private typealias Part = (text: String, role: Role)

  func draw(into frame: inout Frame, in line: Region, _ region: Region) {
    let chrome = frame.chrome
    let days = "\(text(chart.first)) - \(text(chart.first.adding(days: chart.zoom.rawValue - 1)))"
    let zoom = words("stays.zoom.\(chart.zoom)")
    let more = more(in: region)
    func parts(_ sample: Int, _ gap: String, _ zoom: [Part], _ isNamed: Bool) -> [Part] {
      [(" " + days, Role.heading)] + zoom
        + Self.order.filter { isNamed || $0 != .over }.flatMap { fill in
          signs(of: fill, sample, gap, frame.appearance)
        } + signs(of: words("stays.free"), chrome.free, .muted, gap, chrome) + more
    }
    let choices = [
      parts(3, " ", [("  " + zoom, .muted)], true), parts(1, " ", [], true), parts(1, "", [], true),
      parts(1, "", [], false),
    ]
    let fitting = choices.first { parts in
      parts.reduce(0) { $0 + frame.width.columns(of: $1.text) } < line.columns
    }
    var column = 0
    for part in fitting ?? choices[3] {
      column += frame.put(
        part.text, at: line.position(column: column), columns: max(0, line.columns - column),
        role: part.role)
    }
  }

  private func text(_ day: CivilDate) -> String { ValueText(words).text(day) }

  private func signs(
    of fill: StayBar.Fill, _ sample: Int, _ gap: String, _ appearance: Appearance
  ) -> [Part] {
    let chrome = appearance.chrome
    let isPlain = chrome == .plain
    let sign = String(repeating: fill.sign(chrome), count: isPlain ? 1 : sample)
    let role = isPlain && fill == .staying ? .heading : fill.role(in: appearance)
    return signs(of: words("stays.\(fill)"), sign, role, gap, chrome)
  }

  /// In ASCII the sign stands before its word, as it always did; else behind.
  private func signs(
    of word: String, _ sign: String, _ role: Role, _ gap: String, _ chrome: Chrome
  ) -> [Part] {
    chrome == .plain
      ? [("  ", .plain), (sign, role), (gap + word, .plain)]
      : [("  \(word)\(gap)", .plain), (sign, role)]
  }

  private func more(in region: Region) -> [Part] {
    let rows = chart.selection.visible(rows: StayChart.hostRows(in: region))
    let isMoreAbove = chart.hasMore.before || rows.lowerBound > 0
    let isMoreBelow = chart.hasMore.after || rows.upperBound < chart.lanes.count
    return [isMoreAbove ? "stays.above" : nil, isMoreBelow ? "stays.below" : nil]
      .compactMap { $0.map { ("  " + words($0), .accent) } }
  }
}
