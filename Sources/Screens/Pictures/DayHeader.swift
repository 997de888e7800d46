import Casework
import Cells
import Labels
import Wording

/// The days above a chart: their numbers, the months, the days of the week, and today.
struct DayHeader {
  let scale: DayScale
  let today: CivilDate
  /// The day one is on.
  let selected: CivilDate
  let words: Words

  func draw(into frame: inout Frame, in region: Region) {
    var free = 0
    for offset in 0..<scale.days {
      let day = scale.first.adding(days: offset)
      let cells = scale.cells(of: day)
      let isMonth = offset == 0 || day.day == 1
      let isSeen = isMonth || scale.cellsPerDay > 2 || day.weekday == 1
      let month =
        words.hasNamedMonths ? ValueText(words).monthDay(day) : "\(day.month)/\(day.day)"
      let text = isMonth ? month : String(day.day)
      let next = scale.first.adding(days: offset + (8 - day.weekday) % 7)
      // The name of a month goes before the number of a Monday just behind it.
      if isSeen, cells.lowerBound >= free, isMonth || !startsMonth(after: day, until: next) {
        frame.put(
          text, at: region.position(column: cells.lowerBound),
          columns: min(6, region.columns - cells.lowerBound), role: role(of: day))
        free = cells.lowerBound + text.count + 1
      }
      drawWeekday(day, cells, into: &frame, in: region)
    }
  }

  private func role(of day: CivilDate) -> Role {
    day == today ? .accent : DayOff.isRed(day) && scale.daysPerCell == 1 ? .offDay : .plain
  }

  /// Whether the name of a month would run into a number here.
  private func startsMonth(after day: CivilDate, until next: CivilDate) -> Bool {
    let first = day.adding(months: 1).firstOfMonth
    guard first < next, scale.holds(first) else { return false }
    return scale.cells(of: first).lowerBound - scale.cells(of: day).lowerBound < 3
  }

  private func drawWeekday(
    _ day: CivilDate, _ cells: Range<Int>, into frame: inout Frame, in region: Region
  ) {
    let line = region.line(1)
    if scale.daysPerCell == 1 {
      let name = String(words("weekday.\(day.weekday)").prefix(scale.cellsPerDay > 3 ? 3 : 1))
      let columns = frame.width.columns(of: name)
      if columns <= scale.cellsPerDay {
        let role: Role =
          day == today ? .accent : DayOff.isRed(day) ? .offDay : day.weekday == 6 ? .plain : .muted
        frame.put(
          name, at: line.position(column: cells.lowerBound), columns: scale.cellsPerDay, role: role)
        if day == selected {
          frame.setRole(
            .selected,
            in: Region(
              row: line.row, column: line.column + cells.lowerBound, rows: 1, columns: columns))
        }
        return
      }
    }
    guard day == today else { return }
    frame.put(
      frame.chrome.down, at: line.position(column: cells.lowerBound), columns: 1, role: .accent)
  }
}
