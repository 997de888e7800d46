/// Days on which offices in Japan are closed.
///
/// A deadline is never moved because of one: the earlier date stands and is to be confirmed.
package enum DayOff {
  private static let holidays = Set(
    ResourceTable.rows("dayOff").compactMap { $0.first.flatMap { CivilDate(iso: $0) } })

  /// The last day of the years whose holidays are published; those of a year are announced in the
  /// February before it.
  static let last = holidays.max().flatMap { CivilDate(year: $0.year, month: 12, day: 31) }

  /// Whether it is not known yet which days of its year are holidays.
  static func isBeyond(_ date: CivilDate) -> Bool { last.map { $0 < date } ?? true }

  /// Whether `date` is a Sunday or a national holiday, as calendars in Japan print in red.
  package static func isRed(_ date: CivilDate) -> Bool {
    date.weekday == 0 || holidays.contains(date)
  }

  /// Whether `date` is a Saturday, a Sunday, at the turn of the year, or a national holiday of the
  /// years that are published.
  static func contains(_ date: CivilDate) -> Bool {
    let isTurnOfYear = date.month == 12 && date.day >= 29 || date.month == 1 && date.day <= 3
    return [0, 6].contains(date.weekday) || isTurnOfYear || holidays.contains(date)
  }
}
