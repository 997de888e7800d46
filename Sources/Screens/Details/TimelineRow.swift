import Cells
import Casework
import Labels
import Widgets
import Wording

/// One thing of a timeline on one row: when, what, how it stands, and its words.
struct TimelineRow {
  let words: Words
  /// The rows of a history that a later one corrects.
  let corrected: Set<RecordAddress>

  init(words: Words, corrected: Set<RecordAddress> = []) {
    self.words = words
    self.corrected = corrected
  }

  static func columns(_ words: Words) -> [TableColumn] {
    [
      TableColumn(
        title: words("desk.timeline.date"), columns: words.dates.columns, priority: 1,
        isFixed: true),
      TableColumn(title: words("desk.timeline.kind"), columns: 12, priority: 2),
      TableColumn(title: words("desk.timeline.summary"), columns: 26, priority: 1),
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
        ])
    }
  }

  private func row(_ card: Card, _ date: String, parent: RecordAddress) -> TableView.Row {
    let parts = ValueText(words).summary(of: card, on: parent)
    let isCorrected = corrected.contains(card.address)
    let isOver = card[RecordDescription.openField] == .flag(false) || isCorrected
    let said = (isCorrected ? [words("legal.corrected")] : []) + parts
    return TableView.Row(
      [date, words("kind.\(card.address.kind.rawValue).short"), said.joined(separator: "  ")],
      role: isOver ? .muted : .plain)
  }
}
