import Casework
import Cells
import Labels
import Widgets
import Wording

/// How guest and host said they are, side by side, the latest day first.
struct StayLines {
  let words: Words
  let width: CellWidth

  /// So many days are shown.
  private static let mostShown = 6

  private var texts: ValueText { ValueText(words) }

  func lines(of detail: Detail) -> [LinesView.Line] {
    let cards = detail.timeline.filter { $0.address.kind == .checkIn }
    guard !cards.isEmpty else { return [] }
    let days = Dictionary(grouping: cards) { texts.shortText($0, "on") }
    var seen: Set<String> = []
    let order = cards.map { texts.shortText($0, "on") }.filter { seen.insert($0).inserted }
    let names = StaySide.allCases.map { words($0.labelKey) }
    let moods = StayMood.allCases.map { words($0.labelKey) }
    let column = (names + moods).map { width.columns(of: $0) }.max() ?? 0
    return [.pair(words("desk.checkIns"), padded(names, to: column), role: .muted)]
      + order.prefix(Self.mostShown).map { day in
        let said = StaySide.allCases.map { worst(days[day] ?? [], $0) }
        return .pair(
          day, padded(said.map { $0.map { words($0.labelKey) } ?? "-" }, to: column),
          role: role(of: said.compactMap(\.self)))
      }
  }

  /// The worst that one side said on a day.
  private func worst(_ cards: [Card], _ side: StaySide) -> StayMood? {
    let said = cards.filter { $0[\CheckIn.asked] == side.fieldValue }
      .compactMap { StayMood(fieldValue: $0[\CheckIn.mood]) }
    return StayMood.allCases.last(where: said.contains)
  }

  private func role(of moods: [StayMood]) -> Role {
    moods.contains(.urgent) ? .error : moods.contains(.concern) ? .warning : .plain
  }

  private func padded(_ cells: [String], to column: Int) -> String {
    cells.map { width.pad($0, to: column) }
      .joined(separator: "  ")
  }
}
