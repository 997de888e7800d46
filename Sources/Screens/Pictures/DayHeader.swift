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
    for (cell, text, day) in numbers {
      frame.put(
        text, at: region.position(column: cell), columns: max(0, region.columns - cell),
        role: role(of: day))
    }
    for offset in 0..<scale.days {
      let day = scale.first.adding(days: offset)
      drawWeekday(day, scale.cells(of: day), into: &frame, in: region)
    }
  }

  private func role(of day: CivilDate) -> Role {
    day == today ? .accent : DayOff.isRed(day) && scale.daysPerCell == 1 ? .offDay : .plain
  }

  /// The texts above the days, each with a blank behind it.
  ///
  /// Where every day has its number none is left out for the name of a month; elsewhere a month that
  /// begins has its name before anything else has room.
  private var numbers: [(cell: Int, text: String, day: CivilDate)] {
    let all = (0..<scale.days).map { scale.first.adding(days: $0) }
    let isEach = scale.cellsPerDay > 2
    var placed: [(cell: Int, text: String, day: CivilDate)] = []
    func fits(_ text: String, at cell: Int) -> Bool {
      let isFree = placed.allSatisfy { other in
        cell + text.count < other.cell || other.cell + other.text.count < cell
      }
      return isFree && (!isEach || text.count < scale.cellsPerDay)
    }
    func place(_ day: CivilDate, _ texts: [String]) {
      let cell = scale.cells(of: day).lowerBound
      if let text = texts.first(where: { fits($0, at: cell) }) { placed.append((cell, text, day)) }
    }
    for day in all where day.day == 1 { place(day, [named(day), "1"]) }
    for day in all.prefix(1) where day.day != 1 { place(day, [named(day), String(day.day)]) }
    for day in all.dropFirst() where day.day != 1 && (isEach || day.weekday == 1) {
      place(day, [String(day.day)])
    }
    return placed
  }

  /// A day with its month.
  private func named(_ day: CivilDate) -> String {
    words.hasNamedMonths ? ValueText(words).monthDay(day) : "\(day.month)/\(day.day)"
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
