import Casework
import Labels
import Wording

/// What a card of a board says of time: since when it is in its stage, or by when something is due.
struct BoardMark {
  /// For the corner of a card; empty where nothing is known.
  let text: String
  /// For the line below the board.
  let sentence: String
  let isLate: Bool
  /// How much of the days after which it is asked about are over, from 0 to 1; nil where nobody asks.
  let share: Double?

  init(_ card: Card, on today: CivilDate, _ words: Words) {
    let texts = ValueText(words)
    let description = RecordDescription.of(card.address.kind)
    if let time = StageTime(card, on: today), case .date(let since) = card[\Placement.stageSince] {
      text = StageText(words).mark(card, on: today)
      isLate = time.isStalled
      share = time.limit.map { min(1, Double(time.days) / Double($0)) }
      if card.isPaused, case .date(let day) = card[\Placement.pausedOn] {
        sentence = words("stage.pausedSince", texts.text(day))
      } else {
        sentence = StageText(words).sentence(time, since: since)
      }
    } else if let field = description.dueField, case .date(let due) = card[field],
      card[RecordDescription.openField] == .flag(true)
    {
      // A day of this year without the year, another without the day.
      text = due.year == today.year ? String(due.description.dropFirst(5)) : due.yearAndMonth
      isLate = due < today
      share = nil
      sentence = "\(words("\(card.address.kind.rawValue).\(field)")) \(texts.text(due))"
    } else {
      (text, sentence, isLate, share) = ("", "", false, nil)
    }
  }
}

extension CivilDate {
  fileprivate var yearAndMonth: String { String(description.dropLast(3)) }
}
