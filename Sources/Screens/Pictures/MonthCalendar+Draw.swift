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
        columns: columns - 1, role: .muted)
    }
    let grid = region.inset(top: 2, left: 1, bottom: 1)
    let rows = max(1, grid.rows / weeks)
    let shown = min(weeks, grid.rows / rows)
    let firstWeek = max(0, min(week, weeks - shown))
    for index in 0..<shown * 7 {
      let place = Region(
        row: grid.row + index / 7 * rows, column: grid.column + index % 7 * columns, rows: rows,
        columns: columns - 1)
      let day = firstShown.adding(days: firstWeek * 7 + index)
      if day.month == self.day.month {
        draw(day, into: &frame, in: place, isToday: day == today, words: words)
      }
    }
    frame.put(
      peek(words), at: region.position(row: region.rows - 1, column: 1),
      columns: region.columns - 2)
  }

  private func title(_ words: Words) -> String {
    let held = (month.held ?? ListCount(month.cards.count { !$0.isCalledOff })).text
    let plural = words("kind.\(query.kind.rawValue).plural")
    let numbers = days.numbers.compactMap { indicator in
      month.numbers[indicator].map { "\(words(indicator.labelKey)) \($0)" }
    }
    let parts = [
      words("calendar.month", String(day.year), words("month.\(day.month)")),
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
    let mark = isSelected ? frame.chrome.selected : " "
    frame.put(
      "\(mark)\(day.day)", at: region.origin, columns: min(3, region.columns),
      role: isSelected ? .selected : isToday ? .accent : .plain)
    if isToday {
      frame.put(
        words("calendar.today"), at: region.position(column: 4), columns: region.columns - 4,
        role: .accent)
    }
    if isSelected { frame.cursor = region.origin }
    let lines = DayLines(
      records(on: day), of: count(on: day), days, in: region, words: words, frame.width
    ).lines
    for (row, line) in lines.enumerated() {
      frame.put(
        line.text, at: region.position(row: 1 + row), columns: region.columns, role: line.role)
    }
  }
}

/// The records of a day in the rows and columns that its place in the month has.
private struct DayLines {
  private(set) var lines: [(text: String, role: Role)] = []

  init(
    _ cards: [Card], of count: ListCount, _ days: MonthDays, in region: Region, words: Words,
    _ width: CellWidth
  ) {
    let texts = ValueText(words)
    let rows = max(0, region.rows - 1)
    let all = max(cards.count, count.value)
    let isTall = days.hour != nil && region.columns < 18 && all * 2 <= rows
    let shown = isTall || all <= rows ? cards.count : min(cards.count, max(0, rows - 1))
    // What has no hour takes the rows that are left for its name.
    let each = days.hour == nil && shown == cards.count ? max(1, rows / max(1, shown)) : 1
    for card in cards.prefix(shown) {
      let role: Role = card.isCalledOff ? .muted : .plain
      let title = texts.shortText(card, days.title)
      let hour = days.hour.map { card.time($0) } ?? ""
      if isTall {
        let said = "\(hour) \(card.count(words))"
        let isLong = width.columns(of: said) > region.columns
        lines.append((isLong ? "\(hour) \(card.heads)" : said, .accent))
        lines.append((title, role))
        continue
      }
      if each > 1 {
        let wrapped = width.wrap(title, to: region.columns)
        let rest = wrapped.dropFirst(each - 1).joined()
        lines += wrapped.prefix(each - 1).map { ($0, role) }
        if !rest.isEmpty { lines.append((width.clip(rest, to: region.columns), role)) }
        continue
      }
      let count = card.count(words)
      let behind = region.columns >= 18 && !count.isEmpty ? " " + count : ""
      let before = hour.isEmpty ? "" : hour + " "
      let room = region.columns - before.count - width.columns(of: behind)
      lines.append((before + width.clip(title, to: max(0, room)) + behind, role))
    }
    if shown < all, rows > 0 {
      let more = ListCount(all - shown, isExact: count.isExact)
      lines.append((words("calendar.more", more.text), .warning))
    }
  }
}

extension Card {
  /// Whether it was cancelled, or is over and done.
  fileprivate var isCalledOff: Bool {
    isCancelled || self[RecordDescription.openField] == .flag(false)
  }

  private var isCancelled: Bool { self[\Salon.status] == SessionStatus.cancelled.fieldValue }

  fileprivate func time(_ field: String) -> String {
    if case .time(let time) = self[field] { time.description } else { "--:--" }
  }

  private func number(_ field: String) -> Int? {
    if case .number(let number) = self[field], number > 0 { number } else { nil }
  }

  /// How many came or, before it, how many places are taken, without a word.
  fileprivate var heads: String { String(number("visits") ?? number("seats") ?? 0) }

  /// How many came or, before it, how many places are taken; empty for what has no places.
  fileprivate func count(_ words: Words) -> String {
    if isCancelled { return words("calendar.cancelled") }
    guard content("seats") != nil else { return "" }
    if number("visits") != nil { return words("calendar.came", heads) }
    return number("capacity").map { "\(heads)/\($0)" } ?? words("calendar.seats", heads)
  }
}
