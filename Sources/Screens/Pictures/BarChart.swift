import Casework
import Cells
import Widgets

/// Bars of what is done of what was aimed at, one below the other; below them, where a goal is to be
/// reached by a day, how the selected one comes on day by day.
struct BarChart: PictureView {
  /// One row of the chart.
  enum Line: Hashable {
    case heading(FieldValue)
    /// The name of a bar group of several measures.
    case name(Int)
    /// A bar: of which group, by its index, and which measure; whether its group begins with it.
    case bar(Int, TargetBars.Measure, isFirst: Bool)
  }

  let query: ListQuery
  let bars: TargetBars
  let today: CivilDate
  private(set) var rows = BarRows()
  private(set) var groups: [BarGroup] = []
  private(set) var lines: [Line] = []
  /// The line of the cursor, always the first of a group.
  private(set) var selection = ListSelection()
  /// Which record of the bar is meant, from 0.
  private var turn = 0

  init(_ query: ListQuery, _ bars: TargetBars, _ today: CivilDate) {
    self.query = query
    self.bars = bars
    self.today = today
  }

  static let mode = KeyMode("bars", [ModeKey(.nextRecord, "Tab", or: "S-Tab", hint: 3)])

  func request(in region: Region) -> PictureRequest { .bars(BarRequest(query)) }

  mutating func take(_ rows: PictureRows) {
    guard case .bars(let rows) = rows else { return }
    let kept = selected?.address
    self.rows = rows
    groups = BarGroup.groups(of: rows.page.cards, bars)
    lines = Self.lines(of: groups, bars)
    selection.count = lines.count
    snap(isUp: false)
    if let kept { select(kept) }
    turn = min(turn, max(0, choices.count - 1))
  }

  private static func lines(of groups: [BarGroup], _ bars: TargetBars) -> [Line] {
    var heading = FieldValue.absent
    var lines: [Line] = []
    for (index, group) in groups.enumerated() {
      if group.heading != heading {
        heading = group.heading
        lines.append(.heading(heading))
      }
      guard bars.measures.count > 1 else {
        lines += bars.measures.map { .bar(index, $0, isFirst: true) }
        continue
      }
      lines.append(.name(index))
      lines += bars.measures.filter { !group.amounts($0).isEmpty }
        .map { .bar(index, $0, isFirst: false) }
    }
    return lines
  }

  mutating func select(_ address: RecordAddress) {
    for (index, group) in groups.enumerated() {
      guard let place = group.cards.firstIndex(where: { $0.address == address }),
        let line = lines.firstIndex(where: { $0.begins == index })
      else { continue }
      selection.select(line)
      turn = place
    }
  }

  /// The bar of the cursor; nil where there is none.
  var group: BarGroup? {
    guard lines.indices.contains(selection.index), let index = lines[selection.index].begins
    else { return nil }
    return groups[index]
  }

  var choices: [Card] { group?.cards ?? [] }
  var selected: Card? { choices.indices.contains(turn) ? choices[turn] : nil }
  var toldApart: [String] {
    RecordDescription.of(query.kind).titleFields + bars.measures.flatMap { [$0.done, $0.target] }
  }

  /// Where the selected record stands among those of its bar; nil where it is the only one.
  var turnText: String? { choices.count > 1 ? "\(turn + 1)/\(choices.count)" : nil }

  var offered: [String: FieldValue] {
    guard let group, bars.group != nil else { return [:] }
    var offered = [bars.name: group.name]
    if let heading = bars.group { offered[heading] = group.heading }
    return offered
  }

  mutating func perform(
    _ action: ModeAction, _ step: Int, in region: Region, today: CivilDate
  ) -> PictureAnswer {
    guard action == .nextRecord else { return .moved }
    if choices.indices.contains(turn + step) {
      turn += step
      return .moved
    }
    let index = selection.index
    move(step > 0 ? .down : .up, in: region)
    if step < 0, selection.index != index { turn = max(0, choices.count - 1) }
    return .moved
  }

  mutating func move(_ step: ListSelection.Step, in region: Region) {
    let before = selection.index
    let rows = Self.places(of: self, in: region).bars.rows
    let isUp = [.up, .pageUp, .halfPageUp, .first].contains(step)
    selection.move(step, visibleRows: rows)
    snap(isUp: isUp && step != .first)
    if selection.index != before { turn = 0 }
  }

  /// Goes on to the first line of a group in one direction, or back where there is none further.
  private mutating func snap(isUp: Bool) {
    let ahead = lines.indices.filter { $0 >= selection.index }
    let behind = Array(lines.indices.filter { $0 <= selection.index }.reversed())
    let found = (isUp ? behind + ahead : ahead + behind).first { lines[$0].begins != nil }
    if let found, found != selection.index { selection.select(found) }
  }
}

extension BarChart.Line {
  /// The group whose first line it is.
  fileprivate var begins: Int? {
    switch self {
    case .heading: nil
    case .name(let index), .bar(let index, _, isFirst: true): index
    case .bar: nil
    }
  }
}
