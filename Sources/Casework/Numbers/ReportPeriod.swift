/// The days that a report is about.
package struct ReportPeriod: Hashable, Sendable {
  package enum Length: String, CaseIterable, Sendable {
    case month, quarter
    case halfYear = "half_year"
    /// Begins with the month that the organisation's fiscal year begins with.
    case fiscalYear = "fiscal_year"
    /// From one day to another.
    case days

    /// How many months it has; nil for days.
    package var months: Int? {
      switch self {
      case .month: 1
      case .quarter: 3
      case .halfYear: 6
      case .fiscalYear: 12
      case .days: nil
      }
    }
  }

  package let length: Length
  package let first: CivilDate
  package let last: CivilDate

  package var days: ClosedRange<CivilDate> { first...last }

  /// From one day to another; nil where the second comes before the first.
  package init?(from first: CivilDate, to last: CivilDate) {
    guard first <= last else { return nil }
    self.init(.days, first, last)
  }

  /// The period of a length that a day lies in; of the length `days` the day alone.
  ///
  /// - Parameter fiscalYearStart: the month, 1 to 12, with which the organisation's year begins: its
  ///   quarters and halves are those of that year.
  package init(_ length: Length, containing day: CivilDate, fiscalYearStart: Int) {
    guard let months = length.months else {
      self.init(.days, day, day)
      return
    }
    let start = min(max(fiscalYearStart, 1), 12)
    let into = (day.month - start + 12) % 12 % months
    self.init(length, beginning: day.firstOfMonth.adding(months: -into), months: months)
  }

  private init(_ length: Length, beginning first: CivilDate, months: Int) {
    self.init(length, first, first.adding(months: months - 1).lastOfMonth)
  }

  private init(_ length: Length, _ first: CivilDate, _ last: CivilDate) {
    self.length = length
    self.first = first
    self.last = last
  }
}

extension ReportPeriod {
  /// The one of the same length just before.
  package var previous: ReportPeriod { moved(by: -1) }

  /// The one of the same length just after.
  package var next: ReportPeriod { moved(by: 1) }

  /// Its months in their order; the first and the last only as far as they belong to it.
  package var months: [ReportPeriod] {
    var months: [ReportPeriod] = []
    var start = first
    while start <= last {
      let end = min(start.lastOfMonth, last)
      let isWhole = start.day == 1 && end == start.lastOfMonth
      months.append(ReportPeriod(isWhole ? .month : .days, start, end))
      start = end.adding(days: 1)
    }
    return months
  }

  private func moved(by count: Int) -> ReportPeriod {
    // Days that are whole months move by months, so that no February is compared with half of March.
    let isWhole = first.day == 1 && last == last.lastOfMonth
    let whole = isWhole ? (last.year - first.year) * 12 + last.month - first.month + 1 : nil
    if let months = length.months ?? whole {
      return ReportPeriod(length, beginning: first.adding(months: months * count), months: months)
    }
    let days = last.dayNumber - first.dayNumber + 1
    return ReportPeriod(
      length, first.adding(days: days * count), last.adding(days: days * count))
  }
}
