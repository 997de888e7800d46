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
    let last = chart.first.adding(days: chart.zoom.rawValue - 1)
    let days = "\(text(chart.first)) - \(text(last))"
    let zoom = words("stays.zoom.\(chart.zoom)")
    let more = more(in: region)
    func parts(
      _ days: String, _ sample: Int, _ gap: String, _ zoom: [Part] = [], isNamed: Bool = true,
      isFree: Bool = true
    ) -> [Part] {
      [(" " + days, Role.heading)] + zoom
        + Self.order.filter { isNamed || $0 != .over }.flatMap { fill in
          signs(of: fill, sample, gap, frame.appearance)
        } + (isFree ? signs(of: words("stays.free"), chrome.free, .muted, gap, chrome) : []) + more
    }
    // Without their years before anything is cut.
    let short = "\(shortText(chart.first)) - \(shortText(last))"
    let choices = [
      parts(days, 3, " ", [("  " + zoom, .muted)]), parts(days, 1, " "), parts(days, 1, ""),
      parts(days, 1, "", isNamed: false), parts(short, 1, "", isNamed: false),
      parts(short, 1, "", isNamed: false, isFree: false),
    ]
    let fitting = choices.first { parts in
      parts.reduce(0) { $0 + frame.width.columns(of: $1.text) } < line.columns
    }
    var column = 0
    for part in fitting ?? choices[choices.count - 1] {
      column += frame.put(
        part.text, at: line.position(column: column), columns: max(0, line.columns - column),
        role: part.role)
    }
  }

  private func text(_ day: CivilDate) -> String { ValueText(words).text(day) }

  private func shortText(_ day: CivilDate) -> String {
    words.hasNamedMonths ? ValueText(words).monthDay(day) : "\(day.month)/\(day.day)"
  }

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
