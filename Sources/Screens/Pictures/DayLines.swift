import Casework
import Cells
import Labels
import Wording

/// The records of a day in the rows and columns that its place in the month has.
struct DayLines {
  /// A piece of a line and how it is told apart.
  typealias Part = (text: String, role: Role)

  private(set) var lines: [[Part]] = []
  private let days: MonthDays
  private let columns: Int
  private let words: Words
  private let width: CellWidth

  /// - Parameter size: of the place below the number of the day.
  init(
    _ cards: [Card], of count: ListCount, _ days: MonthDays, in size: Size, words: Words,
    _ width: CellWidth
  ) {
    (self.days, self.words, self.width) = (days, words, width)
    columns = size.columns
    let rows = max(0, size.rows)
    let all = max(cards.count, count.value)
    let shown = all <= rows ? cards.count : min(cards.count, max(0, rows - 1))
    // What there is no line for is left to those that come first, for their names.
    var spare = all <= rows ? rows - all : 0
    for card in cards.prefix(shown) {
      let own = lines(of: card, most: 1 + spare)
      spare -= max(0, own.count - 1)
      lines += own
    }
    if shown < all, rows > 0 {
      let more = ListCount(all - shown, isExact: count.isExact)
      lines.append([(words("calendar.more", more.text), .warning)])
    }
  }

  /// In one line where it fits, else its hour and its count, and the name below.
  private func lines(of card: Card, most: Int) -> [[Part]] {
    let role: Role = card.isCalledOff ? .muted : .plain
    let hour = days.hour.map { card.time($0) + " " } ?? ""
    let title = ValueText(words).shortText(card, days.title)
    let count = card.count(words)
    let behind = count.isEmpty ? "" : " " + count
    let room = columns - hour.count - width.columns(of: behind)
    let countRole: Role = card.isFull ? .warning : .muted
    func head(_ title: String, _ behind: String) -> [Part] {
      [(hour, card.isCalledOff ? .muted : .accent), (title, role), (behind, countRole)]
        .filter { !$0.text.isEmpty }
    }
    if width.columns(of: title) <= room { return [head(title, behind)] }
    guard most > 1 else {
      // A name of which nothing could be read says less than the whole room for it.
      guard columns < 18 else { return [head(width.clip(title, to: max(0, room)), behind)] }
      return [head(width.clip(title, to: max(0, columns - hour.count)), "")]
    }
    guard !hour.isEmpty else { return wrapped(title, most: most, role) }
    // A number of which a part is missing would be another one.
    let told = [count, card.heads].first { width.columns(of: hour + $0) <= columns } ?? ""
    return [head("", count.isEmpty ? "" : told)] + wrapped(title, most: most - 1, role)
  }

  private func wrapped(_ title: String, most: Int, _ role: Role) -> [[Part]] {
    let lines = width.wrap(title, to: columns)
    guard lines.count > most else { return lines.map { [($0, role)] } }
    // Cut where the lines are, with the blanks that wrapping has left out.
    let rest = lines.prefix(most - 1).reduce(title[...]) { rest, line in
      rest.drop { $0 == " " }.dropFirst(line.count)
    }.drop { $0 == " " }
    let last = width.clip(String(rest), to: columns)
    return (lines.prefix(most - 1) + [last]).map { [($0, role)] }
  }
}

extension Card {
  /// Whether it was cancelled, or is over and done.
  var isCalledOff: Bool {
    isCancelled || self[RecordDescription.openField] == .flag(false)
  }

  private var isCancelled: Bool { self[\Salon.status] == SessionStatus.cancelled.fieldValue }

  func time(_ field: String) -> String {
    if case .time(let time) = self[field] { time.description } else { "--:--" }
  }

  private func number(_ field: String) -> Int? {
    if case .number(let number) = self[field], number > 0 { number } else { nil }
  }

  /// Whether nobody more has a place.
  var isFull: Bool {
    guard number("visits") == nil, let capacity = number("capacity") else { return false }
    return (number("seats") ?? 0) >= capacity
  }

  /// How many came or, before it, how many places are taken, without a word.
  var heads: String { String(number("visits") ?? number("seats") ?? 0) }

  /// How many came or, before it, how many places are taken; empty for what has no places.
  func count(_ words: Words) -> String {
    if isCancelled { return words("calendar.cancelled") }
    guard content("seats") != nil else { return "" }
    if number("visits") != nil { return words("calendar.came", heads) }
    return number("capacity").map { "\(heads)/\($0)" } ?? words("calendar.seats", heads)
  }
}
