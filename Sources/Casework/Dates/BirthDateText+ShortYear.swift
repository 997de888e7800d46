import Fold

extension BirthDateText {
  /// A date of birth with a year of two digits that can be nothing else: 90/7/13, 13.7.90, 31-Jul-90.
  ///
  /// From 32 on a number is no day, and the year that it ends has not come yet in this century. Nil for any
  /// other text.
  static func shortYear(_ text: String, order: DayOrder?) -> DateText.Reading? {
    let parts = text.split { "-/. ".contains($0) }.map(String.init)
    guard parts.count == 3 else { return nil }
    func year(_ text: String) -> Int? {
      Int(text).flatMap { text.count == 2 && (32...99).contains($0) ? 1900 + $0 : nil }
    }
    func date(_ year: Int, _ month: Int?, _ day: Int?) -> CivilDate? {
      month.flatMap { month in day.flatMap { CivilDate(year: year, month: month, day: $0) } }
    }
    if let year = year(parts[0]) {
      return date(year, Int(parts[1]), Int(parts[2])).map(DateText.Reading.date)
    }
    guard let year = year(parts[2]) else { return nil }
    if let month = NamedDay.month(parts[1]) {
      return date(year, month, Int(parts[0])).map(DateText.Reading.date)
    }
    let dayFirst = date(year, Int(parts[1]), Int(parts[0]))
    let monthFirst = date(year, Int(parts[0]), Int(parts[1]))
    switch (dayFirst, monthFirst) {
    case (let a?, let b?):
      if a == b { return .date(a) }
      return order.map { .date($0 == .dayFirst ? a : b) } ?? .ambiguous
    case (let date?, nil), (nil, let date?): return .date(date)
    case (nil, nil): return nil
    }
  }
}
