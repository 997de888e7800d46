import Cells
import Casework
import Labels
import Widgets
import Wording

/// One thing of a timeline on one row: when, what, how it stands, and its words.
struct TimelineRow {
  let words: Words
  let today: CivilDate
  /// The rows of a history that a later one corrects.
  let corrected: Set<RecordAddress>
  let needs: NeedLines
  /// The assessments of the case, latest first.
  let assessments: [Card]

  /// - Parameter available: the columns there are: what happened has all that is left of them.
  static func columns(_ words: Words, _ width: CellWidth, available: Int) -> [TableColumn] {
    let kind = 12
    let date = words.dateColumns(width)
    let left = available - date - kind - 5
    return [
      TableColumn(
        title: words("desk.timeline.date"), columns: date, priority: 1, isFixed: true),
      TableColumn(title: words("desk.timeline.kind"), columns: kind, priority: 2),
      TableColumn(title: words("desk.timeline.summary"), columns: max(26, left), priority: 1),
    ]
  }

  /// - Parameter parent: the record whose timeline it is: what leads there is left out.
  func row(_ item: TimelineItem, parent: RecordAddress) -> TableView.Row {
    let date = item.day.map(ValueText(words).text) ?? ""
    switch item {
    case .record(let card): return row(card, date, parent: parent)
    case .move(let entry, let from, let to, let days):
      let texts = ValueText(words)
      let shape = RecordDescription.of(parent.kind).statusField?.shape ?? .text
      let moved = "\(texts.shortText(from, of: shape)) > \(texts.shortText(to, of: shape))"
      let lasted = days.map { words("stage.lasted", String($0)) } ?? ""
      let who = entry.who.map(texts.name) ?? ""
      return TableView.Row(
        [
          date, words("desk.timeline.move"),
          [moved, lasted, entry.reason, who].filter { !$0.isEmpty }.joined(separator: "  "),
        ], cellRoles: [1: .muted])
    }
  }

  private func row(_ card: Card, _ date: String, parent: RecordAddress) -> TableView.Row {
    let isCorrected = corrected.contains(card.address)
    let openness = card[RecordDescription.openField]
    let isOver = openness == .flag(false) || isCorrected
    let said = (isCorrected ? [words("legal.corrected")] : []) + parts(card, parent)
    var roles: [Int: Role] = [1: .muted]
    // What is still to come says how much it presses.
    if openness == .flag(true), [.followUp, .deadline].contains(card.address.kind),
      case .date(let day)? = RecordDescription.of(card.address.kind).timelineField.map({ card[$0] })
    {
      roles[0] = .due(day, on: today)
    }
    return TableView.Row(
      [date, words("kind.\(card.address.kind.rawValue).short"), said.joined(separator: "  ")],
      role: isOver ? .muted : .plain, cellRoles: isOver ? [:] : roles)
  }

  /// Of an assessment what it moved, of anything else what its columns say.
  private func parts(_ card: Card, _ parent: RecordAddress) -> [String] {
    let summary = ValueText(words).summary(of: card, on: parent)
    guard assessments.contains(where: { $0.address == card.address }) else { return summary }
    let moved = needs.moved(by: card, among: assessments)
    return ([moved] + summary).filter { !$0.isEmpty }
  }
}
