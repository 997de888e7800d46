package import Casework
package import Labels

/// How far a day is from today, in words: 4日超過, 今日, あと9日.
package struct DueText: Sendable {
  private let words: Words
  private let today: CivilDate

  package init(_ words: Words, today: CivilDate) {
    self.words = words
    self.today = today
  }

  /// Of a day on which something is due.
  package func left(_ day: CivilDate) -> String {
    switch day.dayNumber - today.dayNumber {
    case ..<0: words("day.over", String(today.dayNumber - day.dayNumber))
    case 0: words("day.today")
    case 1: words("day.tomorrow")
    case let days: words("day.left", String(days))
    }
  }

  /// Of a day on which something happened.
  package func ago(_ day: CivilDate) -> String {
    switch today.dayNumber - day.dayNumber {
    case ..<0: left(day)
    case 0: words("day.today")
    case 1: words("day.yesterday")
    case let days: words("day.ago", String(days))
    }
  }

  /// The day, and how far it is.
  package func text(_ day: CivilDate) -> String {
    "\(ValueText(words).text(day))  \(left(day))"
  }
}
