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

  init(_ card: Card, on today: CivilDate, _ words: Words) {
    let texts = ValueText(words)
    let description = RecordDescription.of(card.address.kind)
    if let time = StageTime(card, on: today), case .date(let since) = card[\Placement.stageSince] {
      text = StageText(words).mark(card, on: today)
      isLate = time.isStalled
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
      sentence = "\(words("\(card.address.kind.rawValue).\(field)")) \(texts.text(due))"
    } else {
      (text, sentence, isLate) = ("", "", false)
    }
  }
}

extension CivilDate {
  fileprivate var yearAndMonth: String { String(description.dropLast(3)) }
}
