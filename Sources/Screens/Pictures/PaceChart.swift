import Casework
import Cells
import Labels
import Wording

/// What came day by day towards a goal, against the straight way there.
struct PaceChart {
  let pace: TargetPace
  /// How many on which day; nil for no day known: they are there from the first.
  let days: [CivilDate?: Int]
  let words: Words

  /// A sentence, some rows of the chart, and the days below it.
  static let fewestRows = 7

  func draw(into frame: inout Frame, in region: Region) {
    frame.put(
      " " + sentence(in: region.columns - 2, frame.width), at: region.origin,
      columns: region.columns)
    let top = max(pace.goal, pace.done)
    let label = max(4, String(top).count + 1)
    let chart = region.inset(top: 1, left: label + 2, bottom: 1, right: 1)
    guard chart.rows > 1, chart.columns > 8 else { return }
    let scale = DayScale(pace.first, days: pace.days, columns: chart.columns)
    frame.put(
      ReportDigits.grouped(Double(top)), at: region.position(row: 1), columns: label + 1,
      role: .muted, alignment: .right)
    frame.put(
      "0", at: region.position(row: chart.rows), columns: label + 1, role: .muted,
      alignment: .right)
    let totals = totals(scale)
    for cell in 0..<scale.cells {
      draw(cell, totals[cell], scale, top, into: &frame, in: chart)
    }
    // At the top left, where the way to a goal never is.
    let legend = words("pace.legend", frame.chrome.marked, frame.chrome.bar)
    if chart.rows > 4 {
      frame.put(legend, at: chart.origin, columns: chart.columns / 2, role: .muted)
    }
    drawDays(scale, into: &frame, in: region.inset(top: region.rows - 1, left: label + 2))
  }

  /// What there was at the end of the days of each cell; nil for days to come.
  private func totals(_ scale: DayScale) -> [Int?] {
    let early = days.reduce(0) { sum, entry in
      entry.key.map { $0 < pace.first } ?? true ? sum + entry.value : sum
    }
    var total = early
    return (0..<scale.cells).map { cell in
      let own = scale.days(at: cell)
      if cell % scale.cellsPerDay == 0 { total += own.reduce(0) { $0 + (days[$1] ?? 0) } }
      return own.first.map { $0 <= pace.today } ?? false ? total : nil
    }
  }

  private func draw(
    _ cell: Int, _ total: Int?, _ scale: DayScale, _ top: Int, into frame: inout Frame,
    in chart: Region
  ) {
    let rows = chart.rows
    let all = Double(rows * Chrome.steps)
    let steps = total.map { value in
      value > 0 ? max(1, Int((Double(value) / Double(top) * all).rounded())) : 0
    }
    for row in 0..<rows {
      let below = (rows - 1 - row) * Chrome.steps
      guard let steps, steps > below else { continue }
      frame.put(
        frame.chrome.column(steps - below), at: chart.position(row: row, column: cell), columns: 1,
        role: frame.appearance.bar)
    }
    guard let day = scale.days(at: cell).last else { return }
    let expected = pace.expected(on: day) / Double(top) * Double(rows)
    let row = max(0, rows - max(1, Int(expected.rounded(.up))))
    // One mark a day, else the way would be hidden behind its marks.
    if cell % scale.cellsPerDay == scale.cellsPerDay / 2 {
      frame.put(
        frame.chrome.marked, at: chart.position(row: row, column: cell), columns: 1,
        role: .heading)
    }
  }

  /// The first and the last day, and today where it is between them.
  private func drawDays(_ scale: DayScale, into frame: inout Frame, in line: Region) {
    let last = String(pace.last.description.dropFirst(5))
    let first = String(pace.first.description.dropFirst(5))
    frame.put(first, at: line.origin, columns: 5, role: .muted)
    frame.put(
      last, at: line.position(column: max(6, scale.cells - 5)), columns: 5, role: .muted)
    let today = scale.cells(of: pace.today).lowerBound
    let word = words("calendar.today")
    let columns = frame.width.columns(of: word)
    if scale.holds(pace.today), today > 6, today + columns < scale.cells - 6 {
      frame.put(word, at: line.position(column: today), columns: columns, role: .accent)
    }
  }

  /// As much as there is room for, what matters first.
  private func sentence(in columns: Int, _ width: CellWidth) -> String {
    var parts: [String] = []
    if pace.missing == 0 {
      parts.append(words("pace.reachedGoal"))
    } else if pace.daysLeft == 0 {
      parts.append(words("pace.over", ReportDigits.grouped(Double(pace.missing))))
    } else {
      parts.append(words("pace.missing", ReportDigits.grouped(Double(pace.missing))))
      parts.append(words("pace.daysLeft", String(pace.daysLeft)))
      if let needed = pace.neededADay {
        parts.append(words("pace.needed", ReportDigits.rounded(needed, to: 1)))
      }
    }
    if let reached = pace.reachedADay {
      parts.append(words("pace.soFar", ReportDigits.rounded(reached, to: 1)))
    }
    let texts = (1...parts.count).reversed().map { parts.prefix($0).joined(separator: "  ") }
    return texts.first { width.columns(of: $0) <= columns } ?? parts[0]
  }
}
