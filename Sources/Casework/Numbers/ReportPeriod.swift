/// The days that a report is about.
package struct ReportPeriod: Hashable, Sendable {
  package enum Length: String, CaseIterable, Sendable {
    case month, quarter
    case halfYear = "half_year"
    /// Begins with the month that the organisation's fiscal year begins with.
    case fiscalYear = "fiscal_year"
    /// From one day to another.
    case days
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

  private init(_ length: Length, _ first: CivilDate, _ last: CivilDate) {
    self.length = length
    self.first = first
    self.last = last
  }
}
