import Casework
import Cells
import Widgets

/// A month of records, moved through day by day.
struct MonthCalendar: PictureView {
  let query: ListQuery
  let days: MonthDays
  private(set) var day: CivilDate
  /// Which record of the day is meant, from 0.
  private var turn = 0
  /// The records of the day's month; of another month until they are read.
  private(set) var month: MonthRows

  init(_ query: ListQuery, _ days: MonthDays, _ day: CivilDate) {
    self.query = query
    self.days = days
    self.day = day
    month = MonthRows(first: day.firstOfMonth)
  }

  static let mode = KeyMode(
    "calendar",
    [
      ModeKey(.day, "l Right", or: "h Left"),
      ModeKey(.months, ">", or: "<", hint: 2),
      ModeKey(.nextGathering, "Tab", or: "S-Tab", hint: 3),
      ModeKey(.addGathering, "+ ; n", hint: 4),
      ModeKey(.today, "T", hint: 5),
    ])

  func request(in region: Region) -> PictureRequest {
    let rows = max(1, (region.rows - 3) / weeks)
    var request = MonthRequest(query, day.firstOfMonth, depth: max(3, rows), isCounted: false)
    if month.first == request.first, month.counts[day] != nil { request.whole = day }
    return .month(request)
  }

  mutating func take(_ rows: PictureRows) {
    guard case .month(let month) = rows else { return }
    let counted = self.month.first == month.first ? self.month.numbers : [:]
    self.month = month
    // What was counted stands until it is counted again.
    if month.numbers.isEmpty { self.month.numbers = counted }
    turn = min(turn, max(0, choices.count - 1))
  }

  mutating func select(_ address: RecordAddress) {
    guard let card = month.cards.first(where: { $0.address == address }),
      let day = span(of: card)?.lowerBound
    else { return }
    self.day = max(day, month.first)
    turn = choices.firstIndex { $0.address == address } ?? 0
  }

  var choices: [Card] { records(on: day) }
  var toldApart: [String] { Array(days.said.prefix(3)) }
  var selected: Card? { choices.indices.contains(turn) ? choices[turn] : nil }
  var offered: [String: FieldValue] { [days.day: .date(day)] }

  /// Where the selected record stands among those of its day; nil where it is the only one.
  var turnText: String? {
    let count = count(on: day)
    return count.value > 1 ? "\(turn + 1)/\(count.text)" : nil
  }

  /// How many records a day has.
  func count(on day: CivilDate) -> ListCount {
    month.counts[day] ?? ListCount(records(on: day).count)
  }

  /// The Sunday before the first day, from which the weeks are shown.
  var firstShown: CivilDate {
    let first = day.firstOfMonth
    return first.adding(days: -first.weekday)
  }

  /// Four to six.
  var weeks: Int { (day.lastOfMonth.dayNumber - firstShown.dayNumber) / 7 + 1 }
  /// The week of the selected day, from 0.
  var week: Int { (day.dayNumber - firstShown.dayNumber) / 7 }

  /// The records of a day, in the order of their times.
  func records(on day: CivilDate) -> [Card] {
    month.cards.filter { span(of: $0)?.contains(day) ?? false }
      .sorted { (minute(of: $0), $0.address.id) < (minute(of: $1), $1.address.id) }
  }

  /// The days of a record; nil where it says none.
  private func span(of card: Card) -> ClosedRange<CivilDate>? {
    guard case .date(let first) = card[days.day] else { return nil }
    guard let until = days.until, case .date(let last) = card[until] else { return first...first }
    return first...max(first, last)
  }

  /// The minute of the day at which it begins; those without a time come last.
  private func minute(of card: Card) -> Int {
    guard let hour = days.hour, case .time(let time) = card[hour] else { return .max }
    return time.hour * 60 + time.minute
  }

  mutating func perform(
    _ action: ModeAction, _ step: Int, in region: Region, today: CivilDate
  ) -> PictureAnswer {
    switch action {
    case .day: go(to: day.adding(days: step))
    case .months: go(to: day.adding(months: step))
    case .today: go(to: today)
    case .nextGathering: if step > 0 { goToNext() } else { goToPrevious() }
    case .addGathering: return .new
    default: break
    }
    return .moved
  }

  mutating func move(_ step: ListSelection.Step, in region: Region) {
    switch step {
    case .up: go(to: day.adding(days: -7))
    case .down: go(to: day.adding(days: 7))
    case .pageUp, .halfPageUp: go(to: day.adding(months: -1))
    case .pageDown, .halfPageDown: go(to: day.adding(months: 1))
    case .first: go(to: day.firstOfMonth)
    case .last: go(to: day.lastOfMonth)
    }
  }

  private mutating func go(to day: CivilDate) {
    self.day = day
    turn = 0
  }

  /// On which days of the month something begins, or goes on from the month before.
  private var beginnings: [CivilDate] {
    month.cards.compactMap { span(of: $0).map { max($0.lowerBound, month.first) } }
  }

  private mutating func goToNext() {
    if turn + 1 < choices.count {
      turn += 1
    } else if let next = beginnings.filter({ $0 > day }).min() {
      go(to: next)
    }
  }

  private mutating func goToPrevious() {
    if turn > 0 {
      turn -= 1
    } else if let previous = beginnings.filter({ $0 < day }).max() {
      go(to: previous)
      turn = max(0, choices.count - 1)
    }
  }
}
