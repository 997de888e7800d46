/// Whether somebody writes 4/3/1990 for 4 March or for 3 April.
package enum DayOrder: String, Sendable {
  case dayFirst, monthFirst
}

/// Reads dates as people write them; never guesses between two readings.
package enum DateText {
  /// What a text says.
  package enum Reading: Hashable, Sendable {
    case date(CivilDate)
    /// Day and month can be told apart only by knowing who wrote it (1/7/1966).
    case ambiguous
    case notADate
  }

  /// Reads a whole date from a file: 2026-04-01, 2026/4/1, 2026.4.1, 20260401, 令和8年4月1日, R8.4.1,
  /// 2026年4月1日, 3 October 1990, Oct 3, 1990; digits may be full width, a time after the date is ignored.
  ///
  /// A date with the year last (31/7/1966) is read only where one number cannot be a month, or the order
  /// is known.
  package static func read(_ text: String, order: DayOrder? = nil) -> Reading {
    let clean = normalised(text)
    if let date = era(clean) { return .date(date) }
    let parts = numbers(clean)
    if parts.isEmpty, let named = NamedDay(text) {
      return reading(named.year.flatMap { CivilDate(year: $0, month: named.month, day: named.day) })
    }
    if parts.count == 1, clean.count == 8, let all = parts.first {
      return reading(CivilDate(year: all / 10_000, month: all / 100 % 100, day: all % 100))
    }
    guard parts.count == 3 else { return .notADate }
    if parts[0] >= 1000 {
      return reading(CivilDate(year: parts[0], month: parts[1], day: parts[2]))
    }
    guard parts[2] >= 1000 else { return .notADate }
    let dayFirst = CivilDate(year: parts[2], month: parts[1], day: parts[0])
    let monthFirst = CivilDate(year: parts[2], month: parts[0], day: parts[1])
    switch (dayFirst, monthFirst) {
    case (let a?, let b?):
      if a == b { return .date(a) }
      return order.map { .date($0 == .dayFirst ? a : b) } ?? .ambiguous
    case (let date?, nil), (nil, let date?): return .date(date)
    case (nil, nil): return .notADate
    }
  }

  /// What a date says of the order in which its writer puts day and month.
  package enum OrderReading: Hashable, Sendable {
    case told(DayOrder)
    /// 4/3/1990.
    case unclear
    /// No such date, or one that needs no order.
    case plain
  }

  /// What a date with the year last says of its order.
  package static func order(of text: String) -> OrderReading {
    let parts = numbers(normalised(text))
    guard parts.count == 3, parts[0] <= 31, parts[1] <= 31, parts[2] >= 1000, parts[0] != parts[1]
    else { return .plain }
    if parts[0] > 12 { return parts[1] > 12 ? .plain : .told(.dayFirst) }
    return parts[1] > 12 ? .told(.monthFirst) : .unclear
  }

  /// The day that a number of days is in a spreadsheet, where it is one of this or the last century and a
  /// half: 33000 is 7 May 1990.
  package static func ofSerial(_ text: String) -> CivilDate? {
    let plain = JapaneseDigits.toASCII(text)
    guard plain.count == 5, let days = Int(plain), days >= 10_000 else { return nil }
    return CivilDate(year: 1899, month: 12, day: 30)?.adding(days: days)
  }

  /// Reads what somebody types into a form.
  ///
  /// That is all a file may hold, and 10/3, 1003, 3 Oct, +3d, 金, fri, 今日, tomorrow. A day without a
  /// year is the next such day from `today` on, up to 11 months ahead, else the last one.
  ///
  /// - Parameter monthFirst: whether 10/3 is 3 October to everybody who writes so; else it is asked.
  package static func read(_ text: String, today: CivilDate, monthFirst: Bool = true) -> Reading {
    if let days = relativeDays(normalised(text), today: today) {
      return .date(today.adding(days: days))
    }
    guard let days = daysOfYear(text) else { return read(text) }
    let readings = days.filter { monthFirst || days.count == 1 || $0.isPossible }
    if !monthFirst, readings.count > 1 { return .ambiguous }
    guard let day = readings.first else { return .notADate }
    let candidates = [-1, 0, 1].compactMap {
      CivilDate(year: today.year + $0, month: day.month, day: day.day)
    }
    let limit = today.adding(months: 11)
    return reading(
      candidates.first { $0 >= today && $0 <= limit } ?? candidates.last { $0 < today })
  }

  /// A day of no year.
  package struct DayOfYear: Hashable, Sendable {
    package let month: Int
    package let day: Int

    package init(month: Int, day: Int) { (self.month, self.day) = (month, day) }

    /// In a leap year, so that no day is left out.
    var isPossible: Bool { CivilDate(year: 2000, month: month, day: day) != nil }
  }

  /// The days that a text without a year may mean, that of who writes the month first before the other;
  /// nil for a text that says no such day.
  package static func daysOfYear(_ text: String) -> [DayOfYear]? {
    if let named = NamedDay(text), named.year == nil {
      return [DayOfYear(month: named.month, day: named.day)]
    }
    let clean = normalised(text)
    let parts = numbers(clean)
    let pair: (Int, Int)
    if parts.count == 2, parts.allSatisfy({ $0 <= 31 }) {
      pair = (parts[0], parts[1])
    } else if parts.count == 1, clean.count == 4, let number = parts.first {
      pair = (number / 100, number % 100)
    } else {
      return nil
    }
    let monthFirst = DayOfYear(month: pair.0, day: pair.1)
    if pair.0 == pair.1 || clean.contains("月") { return [monthFirst] }
    return [monthFirst, DayOfYear(month: pair.1, day: pair.0)]
  }

  private static func reading(_ date: CivilDate?) -> Reading {
    date.map(Reading.date) ?? .notADate
  }

  private static func normalised(_ text: String) -> String {
    let ascii = JapaneseDigits.toASCII(text).lowercased()
    let trimmed = ascii.drop { $0 == " " || $0 == "\t" }.trimmingPrefix("西暦")
    // 2026-04-01 00:00 or 2026-04-01T00:00 from a database export; 令和8年4月1日(水) from a letter.
    let startsWithDigit = trimmed.first?.isNumber == true
    let date = trimmed.prefix { $0 != "(" && !($0 == "t" && startsWithDigit) }
    let words = date.split(separator: " ")
    // 2026/03/04 午後 3:11:12 from a form.
    let hasTime = words.dropFirst().contains { $0.contains { $0 == ":" || $0 == "時" } }
    return hasTime ? String(words[0]) : words.joined()
  }

  private static func numbers(_ text: String) -> [Int] {
    let parts = text.split { "-/.年月日".contains($0) }
    let numbers = parts.compactMap { $0.allSatisfy(\.isASCII) ? Int($0) : nil }
    return numbers.count == parts.count ? numbers : []
  }

  private static func era(_ text: String) -> CivilDate? {
    for era in Era.all {
      guard let prefix = era.prefixes.first(where: { text.hasPrefix($0) }) else { continue }
      var rest = String(text.dropFirst(prefix.count))
      if rest.hasPrefix("元") { rest = "1" + rest.dropFirst() }
      let parts = numbers(rest)
      guard parts.count == 3 else { continue }
      return era.date(year: parts[0], month: parts[1], day: parts[2])
    }
    return nil
  }

  private static let weekdays = [
    ["日", "sun", "sunday"], ["月", "mon", "monday"], ["火", "tue", "tuesday"],
    ["水", "wed", "wednesday"], ["木", "thu", "thursday"], ["金", "fri", "friday"],
    ["土", "sat", "saturday"],
  ]
  private static let words = [
    "今日": 0, "きょう": 0, "本日": 0, "today": 0, "明日": 1, "あした": 1, "あす": 1, "tomorrow": 1,
    "昨日": -1, "きのう": -1, "yesterday": -1,
  ]

  private static func relativeDays(_ text: String, today: CivilDate) -> Int? {
    if let days = words[text] { return days }
    let weekday = text.hasSuffix("曜日") ? String(text.dropLast(2)) : text
    if let index = weekdays.firstIndex(where: { $0.contains(weekday) }) {
      return (index - today.weekday + 6) % 7 + 1
    }
    guard let sign = text.first, sign == "+" || sign == "-" else { return nil }
    let body = text.dropFirst()
    let unit = body.last.flatMap { "dwmy".contains($0) ? $0 : nil }
    guard let count = Int(unit == nil ? body : body.dropLast()), (0...1200).contains(count) else {
      return nil
    }
    let signed = sign == "-" ? -count : count
    switch unit {
    case "w": return signed * 7
    case "m": return today.adding(months: signed).dayNumber - today.dayNumber
    case "y": return today.adding(months: signed * 12).dayNumber - today.dayNumber
    default: return signed
    }
  }
}
