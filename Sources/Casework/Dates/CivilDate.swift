/// A day in the calendar, without a time and without a zone: what is printed on a paper.
package struct CivilDate: Hashable, Comparable, Sendable {
  package let year: Int
  package let month: Int
  package let day: Int

  /// Nil where the calendar has no such day.
  ///
  /// Years run from 1868 to 2999.
  package init?(year: Int, month: Int, day: Int) {
    guard (1868...2999).contains(year), (1...12).contains(month),
      (1...Self.days(inMonth: month, of: year)).contains(day)
    else { return nil }
    self.year = year
    self.month = month
    self.day = day
  }

  /// The day `number` days after 1970-01-01 in the Gregorian calendar, clipped to the years above.
  package init(dayNumber number: Int) {
    // Howard Hinnant's civil-from-days: eras of 400 years that begin on 1 March.
    let clipped = min(max(number, -37_255), 376_199)
    let z = clipped + 719_468
    let era = z / 146_097
    let dayOfEra = z % 146_097
    let yearOfEra =
      (dayOfEra - dayOfEra / 1460 + dayOfEra / 36_524 - dayOfEra / 146_096) / 365
    let dayOfYear = dayOfEra - (365 * yearOfEra + yearOfEra / 4 - yearOfEra / 100)
    let shifted = (5 * dayOfYear + 2) / 153
    month = shifted < 10 ? shifted + 3 : shifted - 9
    day = dayOfYear - (153 * shifted + 2) / 5 + 1
    year = yearOfEra + era * 400 + (month <= 2 ? 1 : 0)
  }

  /// Days since 1970-01-01.
  package var dayNumber: Int {
    let y = month <= 2 ? year - 1 : year
    let era = y / 400
    let yearOfEra = y % 400
    let dayOfYear = (153 * (month > 2 ? month - 3 : month + 9) + 2) / 5 + day - 1
    let dayOfEra = yearOfEra * 365 + yearOfEra / 4 - yearOfEra / 100 + dayOfYear
    return era * 146_097 + dayOfEra - 719_468
  }

  /// 0 for Sunday to 6 for Saturday.
  package var weekday: Int { ((dayNumber + 4) % 7 + 7) % 7 }

  package func adding(days: Int) -> CivilDate { CivilDate(dayNumber: dayNumber + days) }

  /// The same day `months` later; clipped to the end of a shorter month, as periods of stay are.
  package func adding(months: Int) -> CivilDate {
    let total = year * 12 + month - 1 + months
    let (newYear, newMonth) = (total / 12, total % 12 + 1)
    guard (1868...2999).contains(newYear) else { return self }
    let newDay = min(day, Self.days(inMonth: newMonth, of: newYear))
    return CivilDate(year: newYear, month: newMonth, day: newDay) ?? self
  }

  package var firstOfMonth: CivilDate { adding(days: 1 - day) }

  package var lastOfMonth: CivilDate {
    adding(days: Self.days(inMonth: month, of: year) - day)
  }

  package static func < (a: Self, b: Self) -> Bool {
    (a.year, a.month, a.day) < (b.year, b.month, b.day)
  }

  package static func days(inMonth month: Int, of year: Int) -> Int {
    switch month {
    case 2: year % 4 == 0 && (year % 100 != 0 || year % 400 == 0) ? 29 : 28
    case 4, 6, 9, 11: 30
    default: 31
    }
  }
}

extension CivilDate: CustomStringConvertible {
  /// `YYYY-MM-DD`.
  package var description: String {
    // Every year has four digits; each day that is stored or compared is written.
    func digit(_ number: Int) -> UInt8 { UInt8(truncatingIfNeeded: 0x30 + number % 10) }
    let bytes = [
      digit(year / 1000), digit(year / 100), digit(year / 10), digit(year), Self.dash,
      digit(month / 10), digit(month), Self.dash, digit(day / 10), digit(day),
    ]
    return String(decoding: bytes, as: UTF8.self)
  }

  /// Reads exactly what `description` writes.
  package init?(iso text: String) {
    // As good as every day in the store is written so.
    if let day = Self(iso: text.utf8.span) {
      self = day
      return
    }
    let parts = text.split(separator: "-", omittingEmptySubsequences: false)
    guard parts.count == 3, parts[0].count == 4, parts[1].count == 2, parts[2].count == 2,
      let year = Int(parts[0]), let month = Int(parts[1]), let day = Int(parts[2])
    else { return nil }
    self.init(year: year, month: month, day: day)
  }

  /// Reads exactly what `description` writes, from its bytes.
  package init?(iso text: Span<UInt8>) {
    guard text.count == 10, text[4] == Self.dash, text[7] == Self.dash,
      let year = Self.number(text, 0..<4), let month = Self.number(text, 5..<7),
      let day = Self.number(text, 8..<10)
    else { return nil }
    self.init(year: year, month: month, day: day)
  }

  private static let dash = UInt8(ascii: "-")

  private static func number(_ text: Span<UInt8>, _ places: Range<Int>) -> Int? {
    var number = 0
    for place in places {
      let digit = Int(text[place]) - 0x30
      guard 0...9 ~= digit else { return nil }
      number = number * 10 + digit
    }
    return number
  }
}

/// Numbers with leading zeros, without Foundation.
package enum Digits {
  package static func pad(_ number: Int, _ count: Int) -> String {
    let digits = String(number)
    return String(repeating: "0", count: max(0, count - digits.count)) + digits
  }
}
