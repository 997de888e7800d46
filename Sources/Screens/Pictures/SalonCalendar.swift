import Casework
import Cells
import Widgets

/// A month of gatherings, moved through day by day.
struct SalonCalendar: PictureView {
  private(set) var day: CivilDate
  /// Which gathering of the day is meant, from 0.
  private var turn = 0
  /// The gatherings of the day's month; of another month until they are read.
  private(set) var month: SalonMonth

  init(_ day: CivilDate) {
    self.day = day
    month = SalonMonth(first: day.firstOfMonth)
  }

  static let mode = KeyMode(
    "calendar",
    [
      ModeKey(.day, "l Right", or: "h Left"),
      ModeKey(.months, "]", or: "[", hint: 2),
      ModeKey(.nextGathering, "Tab", or: "S-Tab", hint: 3),
      ModeKey(.addGathering, "+ ; n", hint: 4),
      ModeKey(.today, "T", hint: 5),
    ])

  func request(in region: Region) -> PictureRequest { .month(day.firstOfMonth) }

  mutating func take(_ rows: PictureRows) {
    guard case .month(let month) = rows else { return }
    self.month = month
    turn = min(turn, max(0, choices.count - 1))
  }

  mutating func select(_ address: RecordAddress) {
    guard let card = month.gatherings.first(where: { $0.address == address }),
      case .date(let day) = card[\Salon.date]
    else { return }
    self.day = day
    turn = choices.firstIndex { $0.address == address } ?? 0
  }

  var choices: [Card] { gatherings(on: day) }
  var selected: Card? { choices.indices.contains(turn) ? choices[turn] : nil }
  var offered: [String: FieldValue] { ["date": .date(day)] }

  /// Where the selected gathering stands among those of its day; nil where it is the only one.
  var turnText: String? { choices.count > 1 ? "\(turn + 1)/\(choices.count)" : nil }

  /// The Sunday before the first day, from which the weeks are shown.
  var firstShown: CivilDate {
    let first = day.firstOfMonth
    return first.adding(days: -first.weekday)
  }

  /// Four to six.
  var weeks: Int { (day.lastOfMonth.dayNumber - firstShown.dayNumber) / 7 + 1 }
  /// The week of the selected day, from 0.
  var week: Int { (day.dayNumber - firstShown.dayNumber) / 7 }

  /// The gatherings of a day, in the order of their times.
  func gatherings(on day: CivilDate) -> [Card] {
    month.gatherings.filter { $0[\Salon.date] == .date(day) }
      .sorted { ($0.beginning, $0.address.id) < ($1.beginning, $1.address.id) }
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

  private var days: [CivilDate] {
    month.gatherings.compactMap { if case .date(let day) = $0[\Salon.date] { day } else { nil } }
  }

  private mutating func goToNext() {
    if turn + 1 < choices.count {
      turn += 1
    } else if let next = days.filter({ $0 > day }).min() {
      go(to: next)
    }
  }

  private mutating func goToPrevious() {
    if turn > 0 {
      turn -= 1
    } else if let previous = days.filter({ $0 < day }).max() {
      go(to: previous)
      turn = max(0, choices.count - 1)
    }
  }
}

extension Card {
  /// The minute of the day at which a gathering begins; those without a time come last.
  fileprivate var beginning: Int {
    if case .time(let time) = self[\Salon.begins] { time.hour * 60 + time.minute } else { .max }
  }
}
