extension SessionRepeat {
  /// The days of a gathering that repeats, after its first day and up to the last.
  ///
  /// The same day of a month clips to its end. A month without a fifth such weekday has none.
  package func dates(after first: CivilDate, upTo last: CivilDate) -> [CivilDate] {
    guard first < last, last <= first.adding(months: Self.longestMonths) else { return [] }
    return Array(
      (1...).lazy.map { date($0, after: first) }.prefix { $0.map { $0 <= last } ?? true }
        .compactMap(\.self))
  }

  /// How many months ahead gatherings are entered at most.
  package static let longestMonths = 12

  /// The day of the `count`th repetition; nil where its month has none.
  private func date(_ count: Int, after first: CivilDate) -> CivilDate? {
    switch self {
    case .weekly: return first.adding(days: 7 * count)
    case .everyTwoWeeks: return first.adding(days: 14 * count)
    case .monthlyByDate: return first.adding(months: count)
    case .monthlyByWeekday:
      let start = first.firstOfMonth.adding(months: count)
      let shift = (first.weekday - start.weekday + 7) % 7 + (first.day - 1) / 7 * 7
      let date = start.adding(days: shift)
      return date.month == start.month ? date : nil
    }
  }
}
