extension ReportPeriod {
  /// Reads a period as people write it; nil where it is none.
  ///
  /// 2026-04, 2026/4, 2026年4月, 令和8年4月; 2025年度, FY2025, 令和7年度; 2025-Q1, 2025年度第1四半期;
  /// 2025-H2, 2025年度下半期.
  ///
  /// - Parameter fiscalYearStart: the month, 1 to 12, with which the fiscal year begins; a quarter
  ///   and a half are those of that year, and a fiscal year is called by the year it begins in.
  package init?(text: String, fiscalYearStart: Int) {
    let plain = Self.plain(text)
    if let match = plain.wholeMatch(of: /(\d{4})(?:-|\/|年)(\d{1,2})月?/) {
      guard let month = Int(match.2), let day = Self.first(match.1, month) else { return nil }
      self.init(.month, containing: day, fiscalYearStart: fiscalYearStart)
    } else if let match = plain.wholeMatch(of: /(?:FY(\d{4})|(\d{4})年度)/) {
      guard let year = match.1 ?? match.2, let day = Self.first(year, fiscalYearStart)
      else { return nil }
      self.init(.fiscalYear, containing: day, fiscalYearStart: fiscalYearStart)
    } else if let match = plain.wholeMatch(
      of: /(?:FY)?(\d{4})(?:年度)?-?(?:Q([1-4])|第([1-4])四半期)/)
    {
      guard let quarter = (match.2 ?? match.3).flatMap({ Int($0) }),
        let day = Self.first(match.1, fiscalYearStart)
      else { return nil }
      self.init(
        .quarter, containing: day.adding(months: (quarter - 1) * 3),
        fiscalYearStart: fiscalYearStart)
    } else if let match = plain.wholeMatch(
      of: /(?:FY)?(\d{4})(?:年度)?-?(?:H([12])|(上|下)半?期)/)
    {
      guard let day = Self.first(match.1, fiscalYearStart) else { return nil }
      let isSecond = match.2 == "2" || match.3 == "下"
      self.init(
        .halfYear, containing: day.adding(months: isSecond ? 6 : 0),
        fiscalYearStart: fiscalYearStart)
    } else {
      return nil
    }
  }

  private static func first(_ year: Substring, _ month: Int) -> CivilDate? {
    Int(year).flatMap { CivilDate(year: $0, month: month, day: 1) }
  }

  /// Digits and letters of one width, no blanks, the year of an era as that of the calendar.
  private static func plain(_ text: String) -> String {
    let plain = JapaneseDigits.toASCII(text).filter { !$0.isWhitespace }.uppercased()
    let year = /(令和|平成|昭和|[RHS])(元|\d{1,2})(年.*)/
    guard let match = plain.wholeMatch(of: year),
      let era = Era.all.first(where: { $0.name == match.1 || String($0.letter) == match.1 }),
      let number = match.2 == "元" ? 1 : Int(match.2)
    else { return plain }
    return "\(Digits.pad(era.base + number, 4))\(match.3)"
  }
}
