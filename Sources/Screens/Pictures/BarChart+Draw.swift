import Casework
import Cells
import Labels
import Widgets
import Wording

extension BarChart {
  /// Where the bars stand, and below them the days of the selected one; nil where there is no room
  /// for those or nothing comes day by day.
  static func places(of chart: BarChart, in region: Region) -> (bars: Region, pace: Region?) {
    let body = region.inset(top: 1, bottom: 1)
    guard chart.bars.pace != nil, body.rows >= PaceChart.fewestRows + 3 else { return (body, nil) }
    // As many bars as there are, but the days have more of the room.
    let rows = min(chart.lines.count, max(3, (body.rows - PaceChart.fewestRows) / 2))
    let top = Region(row: body.row, column: body.column, rows: rows, columns: body.columns)
    return (top, body.inset(top: rows + 1))
  }

  /// How many there are, the bars, and below them the selected record.
  func draw(into frame: inout Frame, in region: Region, today: CivilDate, words: Words) {
    frame.fill(region)
    frame.put(
      " " + title(words), at: region.origin, columns: region.columns, role: .heading)
    let places = Self.places(of: self, in: region)
    let columns = BarColumns(self, in: region.columns, words, frame.width)
    let visible = selection.visible(rows: places.bars.rows)
    for index in visible where lines.indices.contains(index) {
      let line = places.bars.line(index - visible.lowerBound)
      draw(index, columns, into: &frame, in: line, words: words)
    }
    if let place = places.pace, let pace = pace(of: group), let card = group?.cards.first {
      PaceChart(pace: pace, days: rows.days[card.address.id] ?? [:], words: words)
        .draw(into: &frame, in: place)
    }
    frame.put(
      peek(words), at: region.position(row: region.rows - 1, column: 1),
      columns: region.columns - 2)
  }

  private func title(_ words: Words) -> String {
    let plural = words("kind.\(query.kind.rawValue).plural")
    let count = String(rows.page.cards.count) + (rows.page.hasMoreAfter ? "+" : "")
    let total = bars.measures.count == 1 ? bars.measures.first.map { totals(groups, $0) } : nil
    return [words("calendar.records", count, plural), total.map(Self.text) ?? ""]
      .filter { !$0.isEmpty }.joined(separator: "  ")
  }

  private func totals(_ groups: [BarGroup], _ measure: TargetBars.Measure) -> BarAmounts {
    groups.reduce(BarAmounts()) { $0 + $1.amounts(measure) }
  }

  /// What is done and what was aimed at: 8/10.
  static func text(_ amounts: BarAmounts) -> String {
    guard !amounts.isEmpty else { return "" }
    func text(_ number: Int?) -> String {
      number.map { ReportDigits.grouped(Double($0)) } ?? "-"
    }
    return "\(text(amounts.done ?? (amounts.target == nil ? nil : 0)))/\(text(amounts.target))"
  }

  private func shortText(_ value: FieldValue, _ field: String?, _ words: Words) -> String {
    guard let field, let shape = RecordDescription.of(query.kind)[field]?.shape else { return "" }
    return ValueText(words).shortText(value, of: shape)
  }

  private func draw(
    _ index: Int, _ columns: BarColumns, into frame: inout Frame, in line: Region, words: Words
  ) {
    let isSelected = index == selection.index
    switch lines[index] {
    case .heading(let heading):
      let own = groups.filter { $0.heading == heading }
      let amounts = bars.measures.first.map { Self.text(totals(own, $0)) } ?? ""
      let name = shortText(heading, bars.group, words)
      let used = frame.put(
        " \(name)  \(amounts) ", at: line.origin, columns: line.columns, role: .heading)
      let rest = max(0, line.columns - used - 1)
      frame.put(
        String(repeating: frame.chrome.horizontal, count: rest), at: line.position(column: used),
        columns: rest, role: .rule)
      return
    case .name(let group):
      drawName(of: group, columns: line.columns - 3, into: &frame, in: line, words)
    case .bar(let group, let measure, let isFirst):
      if isFirst {
        drawName(of: group, columns: columns.name, into: &frame, in: line, words)
      } else {
        frame.put(
          columns.label(of: measure), at: line.position(column: 4), columns: columns.name,
          role: .muted)
      }
      draw(group, measure, columns, into: &frame, in: line)
    }
    guard isSelected else { return }
    SelectedRow.mark(
      line, name: line.inset(left: 2, right: max(0, line.columns - 2 - columns.name)), in: &frame)
    frame.cursor = line.origin
  }

  private func drawName(
    of group: Int, columns: Int, into frame: inout Frame, in line: Region,
    _ words: Words
  ) {
    frame.put(
      shortText(groups[group].name, bars.name, words), at: line.position(column: 2),
      columns: columns)
  }

  /// The numbers, what part of the target they are, and that part as a bar.
  private func draw(
    _ index: Int, _ measure: TargetBars.Measure, _ columns: BarColumns, into frame: inout Frame,
    in line: Region
  ) {
    let amounts = groups[index].amounts(measure)
    let pace = pace(of: groups[index])
    var column = columns.start
    frame.put(
      Self.text(amounts), at: line.position(column: column), columns: columns.numbers,
      alignment: .right)
    column += columns.numbers
    guard let share = amounts.share else { return }
    frame.put(
      "\(ReportDigits.rounded((share * 100).rounded(.down), to: 0))%",
      at: line.position(column: column), columns: BarColumns.share,
      role: pace?.isLate == true ? .warning : .muted, alignment: .right)
    column += BarColumns.share + 1
    let room = columns.bar
    guard room > 0 else { return }
    let bar = frame.chrome.bar(min(1, share), in: room)
    let cells = bar.count
    frame.put(
      bar, at: line.position(column: column), columns: cells,
      role: pace?.isLate == true ? .warning : share >= 1 ? .good : frame.appearance.bar)
    frame.put(
      String(repeating: frame.chrome.horizontal, count: room - cells),
      at: line.position(column: column + cells), columns: room - cells, role: .rule)
    // Where it should be by now.
    if let pace, pace.isUnderWay {
      let part = pace.expected(on: today) / Double(pace.goal)
      let cell = min(room - 1, Int(part * Double(room)))
      frame.put(
        frame.chrome.vertical, at: line.position(column: column + cell), columns: 1,
        role: .heading)
    }
  }

  /// How a group is on its way to a goal by a day; nil where it has none.
  func pace(of group: BarGroup?) -> TargetPace? {
    guard let facts = bars.pace, let card = group?.cards.first, let measure = bars.measures.first,
      case .date(let first) = card[facts.first], case .date(let last) = card[facts.last],
      let goal = group?.amounts(measure).target
    else { return nil }
    let done = group?.amounts(measure).done ?? 0
    return TargetPace(goal: goal, done: done, from: first, to: last, on: today)
  }

  private func peek(_ words: Words) -> String {
    guard let card = selected else {
      return words(
        "screen.\(ScreenID(listing: query.kind).name).empty",
        words("kind.\(query.kind.rawValue).plural"))
    }
    let texts = ValueText(words)
    let titles = RecordDescription.of(query.kind).titleFields.map { texts.text(card, $0) }
    let amounts = bars.measures.map { measure in
      Self.text(BarGroup(heading: .absent, name: .absent, cards: [card]).amounts(measure))
    }
    let said = [turnText ?? "", card.number] + titles + (bars.measures.count == 1 ? amounts : [])
    return said.filter { !$0.isEmpty }.joined(separator: "  ")
  }
}
