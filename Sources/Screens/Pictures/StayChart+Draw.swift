import Casework
import Cells
import Labels
import Widgets
import Wording

extension StayChart {
  /// The cells of a host's name and places: a fifth, and what the days leave over.
  private static func nameColumns(of chart: StayChart, in region: Region) -> Int {
    let least = min(24, max(11, region.columns / 5))
    let room = max(0, region.columns - least - 2)
    let days = DayScale(chart.first, days: chart.zoom.rawValue, columns: room)
    return min(max(least, region.columns / 3), least + max(0, room - days.cells))
  }

  static func scale(of chart: StayChart, in region: Region) -> DayScale {
    DayScale(
      chart.first, days: chart.zoom.rawValue,
      columns: region.columns - nameColumns(of: chart, in: region) - 2)
  }

  /// The days and what the bars mean, the days one by one, the hosts with their stays, and below
  /// them what the cursor is on.
  func draw(into frame: inout Frame, in region: Region, today: CivilDate, words: Words) {
    frame.fill(region)
    let scale = Self.scale(of: self, in: region)
    let names = Self.nameColumns(of: self, in: region)
    StayLegend(chart: self, words: words).draw(into: &frame, in: region.line(0), region)
    let days = region.inset(left: names + 1)
    DayHeader(scale: scale, today: today, selected: night, words: words)
      .draw(into: &frame, in: days.inset(top: 1, bottom: region.rows - 3))
    if lanes.isEmpty {
      frame.put(
        words("stays.none"), at: region.position(row: 4, column: 2), columns: region.columns - 3,
        role: .muted)
    }
    let visible = selection.visible(rows: Self.hostRows(in: region))
    for index in visible where lanes.indices.contains(index) {
      let line = region.line(3 + index - visible.lowerBound)
      let name = line.inset(right: region.columns - names)
      let isTop = index == visible.lowerBound
      drawName(lanes[index], isTop: isTop, into: &frame, in: name, words: words)
      let place = line.inset(left: names + 1)
      draw(lanes[index], scale, into: &frame, in: place, today: today, words: words)
      guard index == selection.index else { continue }
      SelectedRow.mark(line, name: name.inset(left: 1), in: &frame)
      drawCursor(scale, into: &frame, in: place)
    }
    frame.put(
      StayPeek(chart: self, today: today, words: words, chrome: frame.chrome).text,
      at: region.position(row: region.rows - 1, column: 1), columns: region.columns - 2)
  }

  /// The host, told apart from others of the same name, and how many guests they have room for.
  private func drawName(
    _ lane: StayLane, isTop: Bool, into frame: inout Frame, in region: Region, words: Words
  ) {
    guard lane.index == 0 || isTop else { return }
    let places = lane.places > 0 ? String(lane.places) : ""
    let room = region.columns - 2 - places.count
    let role: Role = lane.isOpen ? .plain : .muted
    let used = frame.put(
      lane.name(words), at: region.position(column: 1),
      columns: room - min(room / 2, apart(lane, frame)),
      role: role)
    frame.put(
      places, at: region.position(column: region.columns - places.count),
      columns: places.count, role: .muted)
    guard let apart = alike[lane.host.address] else { return }
    frame.put(
      apart, at: region.position(column: used + 2), columns: max(0, room - used - 1), role: .muted)
  }

  /// The cells of what tells a host from another of the same name, with the blank before it.
  private func apart(_ lane: StayLane, _ frame: Frame) -> Int {
    alike[lane.host.address].map { frame.width.columns(of: $0) + 1 } ?? 0
  }

  private func draw(
    _ lane: StayLane, _ scale: DayScale, into frame: inout Frame, in line: Region,
    today: CivilDate, words: Words
  ) {
    let nights = (0..<scale.cells).map { cell -> String in
      let isFirst = cell % scale.cellsPerDay == 0
      let days = scale.days(at: cell)
      let isFree = !days.isEmpty && days.allSatisfy { lane.places(on: $0, today: today) > 0 }
      return isFirst && isFree ? frame.chrome.free : " "
    }
    frame.put(nights.joined(), at: line.origin, columns: line.columns, role: .muted)
    if !lane.isOpen, lane.index == 0 { drawStage(lane, scale, into: &frame, in: line, words) }
    for bar in lane.bars { bar.draw(scale, into: &frame, in: line, words: words) }
  }

  /// Why a host has no free nights, where no stay stands in its place.
  private func drawStage(
    _ lane: StayLane, _ scale: DayScale, into frame: inout Frame, in line: Region, _ words: Words
  ) {
    let stage = ValueText(words).shortText(lane.host, Host.name(\.stage))
    let columns = frame.width.columns(of: stage)
    let isTaken = lane.bars.contains { bar in
      scale.cells(of: bar.first).lowerBound <= columns + 1
        && bar.last.map { $0 >= scale.first } ?? true
    }
    guard !isTaken else { return }
    frame.put(
      stage, at: line.position(column: min(1, line.columns)), columns: max(0, line.columns - 1),
      role: .muted)
  }

  /// The cells of the night, with both halves of a wide one.
  private func drawCursor(_ scale: DayScale, into frame: inout Frame, in line: Region) {
    let cells = scale.cells(of: night)
    var start = min(line.column + max(0, cells.lowerBound), frame.size.columns - 1)
    var end = min(max(start + 1, line.column + cells.upperBound), frame.size.columns)
    while start > 0, frame[line.row, start].text.isEmpty { start -= 1 }
    while end < frame.size.columns, frame[line.row, end].text.isEmpty { end += 1 }
    let place = Region(row: line.row, column: start, rows: 1, columns: end - start)
    // In a bar that is itself a ground the night is a gap.
    frame.setRole(frame[line.row, start].role == .taken ? .heading : .selected, in: place)
    frame.cursor = Position(row: line.row, column: start)
  }
}
