import Casework
import Cells
import Labels
import Wording

extension MonthCalendar {
  /// The month and its numbers, the weeks, and below them the selected record.
  func draw(into frame: inout Frame, in region: Region, today: CivilDate, words: Words) {
    frame.fill(region)
    frame.put(
      " " + title(words), at: region.origin, columns: region.columns, role: .heading)
    let columns = max(1, (region.columns - 1) / 7)
    for weekday in 0..<7 {
      frame.put(
        words("weekday.\(weekday)"), at: region.position(row: 1, column: 2 + weekday * columns),
        columns: columns - 1, role: weekday == 0 ? .offDay : .muted)
    }
    let grid = region.inset(top: 2, left: 1, bottom: 1)
    let least = max(1, grid.rows / weeks)
    let shown = min(weeks, grid.rows / least)
    let firstWeek = max(0, min(week, weeks - shown))
    let heights = heights(
      of: firstWeek..<firstWeek + shown, least, grid.rows,
      lines: { lines(of: $0, Size(rows: grid.rows, columns: columns - 1), frame, words).count })
    var row = grid.row
    for (index, rows) in heights.enumerated() {
      for weekday in 0..<7 {
        let day = firstShown.adding(days: (firstWeek + index) * 7 + weekday)
        guard day.month == self.day.month else { continue }
        let place = Region(
          row: row, column: grid.column + weekday * columns, rows: rows, columns: columns)
        draw(day, into: &frame, in: place, isToday: day == today, words: words)
      }
      row += rows
    }
    frame.put(
      peek(words), at: region.position(row: region.rows - 1, column: 1),
      columns: region.columns - 2)
  }

  /// The rows of each week: all alike, but that one with more to say has what is left over, and then
  /// what weeks with less to say do not need.
  ///
  /// - Parameter lines: how many lines a day has where there is room.
  private func heights(
    of weeks: Range<Int>, _ least: Int, _ rows: Int, lines: (CivilDate) -> Int
  ) -> [Int] {
    let wanted = weeks.map { week in
      let days = (0..<7).map { firstShown.adding(days: week * 7 + $0) }
      return 1 + (days.filter { $0.month == day.month }.map(lines).max() ?? 0)
    }
    var heights = wanted.map { _ in least }
    var spare = max(0, rows - least * weeks.count)
    func unneeded(_ index: Int) -> Int { heights[index] - max(wanted[index], min(least, 3)) }
    for index in heights.indices {
      while heights[index] < wanted[index] {
        if spare > 0 {
          spare -= 1
        } else if let donor = heights.indices.max(by: { unneeded($0) < unneeded($1) }),
          unneeded(donor) > 0
        {
          heights[donor] -= 1
        } else {
          break
        }
        heights[index] += 1
      }
    }
    return heights
  }

  private func lines(
    of day: CivilDate, _ size: Size, _ frame: Frame, _ words: Words
  ) -> [[DayLines.Part]] {
    DayLines(
      records(on: day), of: count(on: day), days, in: size, words: words, frame.width
    ).lines
  }

  private func title(_ words: Words) -> String {
    let held = (month.held ?? ListCount(month.cards.count { !$0.isCalledOff })).text
    let plural = words("kind.\(query.kind.rawValue).plural")
    let numbers = days.numbers.compactMap { indicator in
      month.numbers[indicator].map { "\(words(indicator.labelKey)) \($0)" }
    }
    let parts = [
      words("calendar.month", String(day.year), words("monthName.\(day.month).whole")),
      words(days.countKey, held, plural),
    ]
    return (parts + numbers).joined(separator: "  ")
  }

  /// What is selected, in one line.
  private func peek(_ words: Words) -> String {
    let texts = ValueText(words)
    let date = texts.dateWithWeekdayAndEra(day)
    guard let card = selected else {
      return "\(date)  \(words(days.freeKey))"
    }
    let said =
      [turnText ?? ""]
      + days.said.map { texts.shortText(card, $0) } + [card.count(words)]
    return ([date] + said.filter { !$0.isEmpty }).joined(separator: "  ")
  }

  private func draw(
    _ day: CivilDate, into frame: inout Frame, in region: Region, isToday: Bool, words: Words
  ) {
    let isSelected = day == self.day
    let role: Role = isToday ? .accent : DayOff.isRed(day) ? .offDay : .plain
    var used =
      1
      + frame.put(
        String(day.day), at: region.position(column: 1), columns: region.columns - 2, role: role)
    let name = words("calendar.today")
    // Its colour tells it too.
    if isToday, frame.width.columns(of: name) <= region.columns - 5 {
      used += 1 + frame.put(name, at: region.position(column: 4), role: .accent)
    }
    let room = Size(rows: region.rows - 1, columns: region.columns - 1)
    let lines = lines(of: day, room, frame, words)
    if frame.chrome == .line, region.rows > 2 {
      // A line at the head of each day makes weeks of the days.
      let start = max(used, 3) + 1
      let rest = max(0, region.columns - 1 - start)
      frame.put(
        String(repeating: frame.chrome.horizontal, count: rest),
        at: region.position(column: start), columns: rest, role: .rule)
    }
    for (row, line) in lines.enumerated() {
      var column = 1
      for part in line {
        column += frame.put(
          part.text, at: region.position(row: 1 + row, column: column),
          columns: region.columns - column, role: part.role)
      }
    }
    guard isSelected else { return }
    frame.cursor = region.origin
    if !frame.appearance.isFrugal {
      for row in 0..<region.rows {
        frame.setGround(.selected, in: region.line(row))
      }
    }
    SelectedRow.mark(
      region.line(0), name: region.line(0).inset(left: 1, right: max(0, region.columns - 3)),
      in: &frame)
  }
}
