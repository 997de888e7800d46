import Casework

/// Days drawn across some columns of cells: several cells a day, or several days a cell.
struct DayScale: Hashable {
  let first: CivilDate
  let days: Int
  /// 1 where a cell holds several days.
  let cellsPerDay: Int
  /// 1 where a day has a cell or more.
  let daysPerCell: Int

  init(_ first: CivilDate, days: Int, columns: Int) {
    self.first = first
    self.days = max(1, days)
    cellsPerDay = max(1, columns / self.days)
    daysPerCell = columns >= self.days ? 1 : (self.days + max(1, columns) - 1) / max(1, columns)
  }

  var cells: Int { (days + daysPerCell - 1) / daysPerCell * cellsPerDay }

  func holds(_ day: CivilDate) -> Bool { 0..<days ~= day.dayNumber - first.dayNumber }

  /// The cells of a day, from the left edge; also of days beyond the edges.
  func cells(of day: CivilDate) -> Range<Int> {
    let offset = day.dayNumber - first.dayNumber
    let cell = Int((Double(offset) / Double(daysPerCell)).rounded(.down)) * cellsPerDay
    return cell..<cell + cellsPerDay
  }

  /// The days that begin in a cell or are held by it.
  func days(at cell: Int) -> [CivilDate] {
    let start = cell / cellsPerDay * daysPerCell
    return (start..<min(days, start + daysPerCell)).map { first.adding(days: $0) }
  }
}
