/// An era of the Japanese calendar.
///
/// First days: 明治 5 ended with the old calendar, so 明治 is used from 1873-01-01 on; the others
/// begin with the day of their proclamation (元号法 1979 and the decrees before it).
package struct Era: Sendable {
  /// The letter of the short form, `R` in R8.10.3.
  package let letter: Character
  package let name: String
  package let firstDay: CivilDate
  /// The year before the era's first year.
  package let base: Int

  /// What a year of it begins with: 平成2, 平2, H2; small letters.
  var prefixes: [String] { [name, String(name.prefix(1)), letter.lowercased()] }

  /// Latest first.
  package static let all: [Era] = [
    ("R", "令和", 2019, 5, 1), ("H", "平成", 1989, 1, 8), ("S", "昭和", 1926, 12, 25),
    ("T", "大正", 1912, 7, 30), ("M", "明治", 1873, 1, 1),
  ].compactMap { letter, name, year, month, day in
    CivilDate(year: year, month: month, day: day).map {
      Era(letter: letter, name: name, firstDay: $0, base: letter == "M" ? 1867 : year - 1)
    }
  }

  /// The era of a day; nil before 1873.
  package static func of(_ date: CivilDate) -> Era? { all.first { $0.firstDay <= date } }

  /// The day of this era's `year`, nil where the era had no such day.
  package func date(year: Int, month: Int, day: Int) -> CivilDate? {
    guard year >= 1, let date = CivilDate(year: base + year, month: month, day: day),
      Era.of(date)?.letter == letter
    else { return nil }
    return date
  }
}

extension CivilDate {
  /// `R08.10.03`, always as wide, or nil before 1873.
  package var shortEraText: String? {
    Era.of(self).map {
      "\($0.letter)\(Digits.pad(year - $0.base, 2)).\(Digits.pad(month, 2)).\(Digits.pad(day, 2))"
    }
  }

  /// 令和8年, with 元年 for a first year; nil before 1873.
  package var longEraYear: String? {
    Era.of(self).map { era in
      let number = year - era.base
      return "\(era.name)\(number == 1 ? "元" : String(number))年"
    }
  }

  /// 令和8年10月3日, with 元年 for a first year; nil before 1873.
  package var longEraText: String? { longEraYear.map { "\($0)\(month)月\(day)日" } }
}
