/// A row of a table of law: how sure it is, and where and when it was looked up.
package protocol CheckedRow: Hashable, Sendable {
  var standing: DeadlineRule.Standing { get }
  /// The day it was last checked, or the year alone.
  var checked: String { get }
  var source: String { get }
}

extension CheckedRow {
  /// Whether the law was last looked up so long before a day that it may be another by now; what
  /// organisations do by themselves does not age.
  ///
  /// Of a year alone its first day counts.
  package func isStale(on day: CivilDate) -> Bool {
    guard standing != .practice else { return false }
    let read = CivilDate(iso: checked) ?? CivilDate(iso: "\(checked)-01-01")
    return read.map { $0.adding(months: DeadlineRule.monthsUntilStale) < day } ?? true
  }
}
