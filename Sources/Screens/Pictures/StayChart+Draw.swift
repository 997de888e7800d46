import Casework
import Cells
import Labels
import Widgets
import Wording

extension StayChart {
  private static func nameColumns(in region: Region) -> Int { min(22, max(9, region.columns / 5)) }

  static func scale(of chart: StayChart, in region: Region) -> DayScale {
    DayScale(
      chart.first, days: chart.zoom.rawValue,
      columns: region.columns - nameColumns(in: region) - 2)
  }

  /// The days and what the bars mean, the days one by one, the hosts with their stays, and below
  /// them what the cursor is on.
  func draw(into frame: inout Frame, in region: Region, today: CivilDate, words: Words) {
    frame.fill(region)
    let scale = Self.scale(of: self, in: region)
    let names = Self.nameColumns(in: region)
    frame.put(
      " " + title(in: region, frame.width, words), at: region.origin, columns: region.columns,
      role: .heading)
    let days = region.inset(left: names + 1)
    DayHeader(scale: scale, today: today, words: words)
      .draw(into: &frame, in: days.inset(top: 1, bottom: region.rows - 3))
    if lanes.isEmpty {
      frame.put(
        words("stays.none"), at: region.position(row: 4, column: 2), columns: region.columns - 3,
        role: .muted)
    }
    let visible = selection.visible(rows: Self.hostRows(in: region))
    for index in visible where lanes.indices.contains(index) {
      let row = 3 + index - visible.lowerBound
      let isSelected = index == selection.index
      drawName(
        lanes[index], isTop: index == visible.lowerBound, isSelected, into: &frame,
        in: region.line(row).inset(right: region.columns - names))
      let place = days.line(row)
      draw(lanes[index], scale, into: &frame, in: place, today: today, words: words)
      if isSelected { drawCursor(scale, into: &frame, in: place) }
    }
    frame.put(
      peek(today, words), at: region.position(row: region.rows - 1, column: 1),
      columns: region.columns - 2)
  }

  /// The days, what the bars mean and whether there are more hosts; in a narrow region closer.
  private func title(in region: Region, _ width: CellWidth, _ words: Words) -> String {
    let texts = ValueText(words)
    let last = first.adding(days: zoom.rawValue - 1)
    let days = "\(texts.text(first)) - \(texts.text(last))"
    let legend =
      StayBar.Fill.allCases.map { ($0.rawValue, words("stays.\($0)")) } + [
        (".", words("stays.free"))
      ]
    let rows = selection.visible(rows: Self.hostRows(in: region))
    let isMoreAbove = hasMore.before || rows.lowerBound > 0
    let isMoreBelow = hasMore.after || rows.upperBound < lanes.count
    let more = [isMoreAbove ? "stays.above" : nil, isMoreBelow ? "stays.below" : nil]
      .compactMap { $0.map { words($0) } }
    let whole = [days, words("stays.zoom.\(zoom)")] + legend.map { "\($0) \($1)" } + more
    let close = [days] + legend.map { "\($0)\($1)" } + more
    let text = whole.joined(separator: "  ")
    return width.columns(of: text) < region.columns ? text : close.joined(separator: "  ")
  }

  private func drawName(
    _ lane: StayLane, isTop: Bool, _ isSelected: Bool, into frame: inout Frame, in region: Region
  ) {
    frame.put(isSelected ? frame.chrome.selected : " ", at: region.origin, columns: 1)
    guard lane.index == 0 || isTop else { return }
    let name = if case .text(let name) = lane.host[\Host.name] { name } else { lane.host.number }
    frame.put(
      name, at: region.position(column: 1), columns: region.columns - 1,
      role: lane.isOpen ? .plain : .muted)
  }

  private func draw(
    _ lane: StayLane, _ scale: DayScale, into frame: inout Frame, in line: Region,
    today: CivilDate, words: Words
  ) {
    let todayCell = scale.holds(today) ? scale.cells(of: today).lowerBound : -1
    let nights = (0..<scale.cells).map { cell -> String in
      let isFirst = cell % scale.cellsPerDay == 0
      let days = scale.days(at: cell)
      if isFirst, !days.isEmpty, days.allSatisfy({ lane.places(on: $0, today: today) > 0 }) {
        return "."
      }
      return cell == todayCell ? frame.chrome.vertical : " "
    }
    frame.put(nights.joined(), at: line.origin, columns: line.columns, role: .muted)
    for bar in lane.bars { draw(bar, scale, into: &frame, in: line, words: words) }
  }

  /// Between brackets where the stay begins and ends within the days, with the guest's name.
  private func draw(
    _ bar: StayBar, _ scale: DayScale, into frame: inout Frame, in line: Region, words: Words
  ) {
    let edge = scale.first.adding(days: scale.days - 1)
    guard bar.first <= edge, bar.last.map({ $0 >= scale.first }) ?? true else { return }
    let start = max(0, scale.cells(of: bar.first).lowerBound)
    let end = min(scale.cells, bar.last.map { scale.cells(of: $0).upperBound } ?? scale.cells)
    guard start < end else { return }
    var text = String(repeating: bar.fill.rawValue, count: end - start)
    if end - start > 1 {
      let head = bar.first < scale.first ? "<" : "["
      let tail = bar.last.map { $0 > edge } ?? true ? ">" : "]"
      text = head + text.dropFirst(2) + tail
    }
    let role: Role =
      switch bar.fill {
      case .tentative: .plain
      case .planned: .accent
      case .staying: .heading
      case .over: .muted
      }
    frame.put(text, at: line.position(column: start), columns: end - start, role: role)
    let room = end - start - 3
    guard room > 3, case .link(let guest) = bar.card[\Homestay.case] else { return }
    frame.put(
      ValueText(words).name(of: guest), at: line.position(column: start + 1), columns: room,
      role: role)
  }

  /// The cells of the night, with both halves of a wide one.
  private func drawCursor(_ scale: DayScale, into frame: inout Frame, in line: Region) {
    let cells = scale.cells(of: night)
    var start = min(line.column + max(0, cells.lowerBound), frame.size.columns - 1)
    var end = min(max(start + 1, line.column + cells.upperBound), frame.size.columns)
    while start > 0, frame[line.row, start].text.isEmpty { start -= 1 }
    while end < frame.size.columns, frame[line.row, end].text.isEmpty { end += 1 }
    frame.setRole(
      .selected, in: Region(row: line.row, column: start, rows: 1, columns: end - start))
    frame.cursor = Position(row: line.row, column: start)
  }

  /// The night, and the stay in it or how many more could come.
  private func peek(_ today: CivilDate, _ words: Words) -> String {
    let texts = ValueText(words)
    let date = texts.dateWithWeekdayAndEra(night)
    guard let lane else { return date }
    // The number too: two families may have one name.
    guard let bar else {
      let free = lane.places(on: night, today: today)
      let none = lane.isOpen ? words("picture.notFree") : texts.shortText(lane.host, "stage")
      return
        "\(date)  \(lane.host.number)  \(free > 0 ? words("stays.places", String(free)) : none)"
    }
    var said = [bar.card.number] + ["case", "stage"].map { texts.shortText(bar.card, $0) }
    let dates = ["start", "end"].map { texts.shortText(bar.card, $0) }
    said.append(dates.joined(separator: " - "))
    if case .date(let end) = bar.card[\Homestay.end], end > bar.first {
      said.append(words("stays.nights", String(end.dayNumber - bar.first.dayNumber)))
    }
    return said.joined(separator: "  ")
  }
}

/// The days above the chart: their numbers, the months, the days of the week, and today.
private struct DayHeader {
  let scale: DayScale
  let today: CivilDate
  let words: Words

  func draw(into frame: inout Frame, in region: Region) {
    var free = 0
    for offset in 0..<scale.days {
      let day = scale.first.adding(days: offset)
      let cells = scale.cells(of: day)
      let isMonth = offset == 0 || day.day == 1
      let isSeen = isMonth || scale.cellsPerDay > 2 || day.weekday == 1
      let month =
        words.hasNamedMonths ? ValueText(words).dayAndMonth(day) : "\(day.month)/\(day.day)"
      let text = isMonth ? month : String(day.day)
      let next = scale.first.adding(days: offset + (8 - day.weekday) % 7)
      // The name of a month goes before the number of a Monday just behind it.
      if isSeen, cells.lowerBound >= free, isMonth || !startsMonth(after: day, until: next) {
        frame.put(
          text, at: region.position(column: cells.lowerBound),
          columns: min(6, region.columns - cells.lowerBound),
          role: day == today ? .accent : .plain)
        free = cells.lowerBound + text.count + 1
      }
      drawWeekday(day, cells, into: &frame, in: region)
    }
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
    if day == today {
      frame.put(
        frame.chrome.down, at: region.position(row: 1, column: cells.lowerBound), columns: 1,
        role: .accent)
    } else if scale.daysPerCell == 1 {
      let name = words("weekday.\(day.weekday)").prefix(scale.cellsPerDay > 3 ? 3 : 1)
      guard frame.width.columns(of: String(name)) <= scale.cellsPerDay else { return }
      frame.put(
        String(name), at: region.position(row: 1, column: cells.lowerBound),
        columns: scale.cellsPerDay, role: [0, 6].contains(day.weekday) ? .plain : .muted)
    }
  }
}
