/// How far something is on the way to a goal that is to be reached by a day.
package struct TargetPace: Hashable, Sendable {
  package let goal: Int
  package let done: Int
  package let first: CivilDate
  package let last: CivilDate
  package let today: CivilDate

  /// Nil where there is no goal, or no day by which it is to be reached.
  package init?(
    goal: Int, done: Int, from first: CivilDate, to last: CivilDate, on today: CivilDate
  ) {
    guard goal > 0, first <= last else { return nil }
    (self.goal, self.done, self.first, self.last, self.today) = (goal, done, first, last, today)
  }

  package var days: Int { last.dayNumber - first.dayNumber + 1 }

  /// The days in which something can still be done, today among them; 0 when it is over.
  package var daysLeft: Int { max(0, last.dayNumber - max(today, first).dayNumber + 1) }

  /// Whether today is one of its days.
  package var isUnderWay: Bool { first <= today && today <= last }

  package var missing: Int { max(0, goal - done) }

  /// What is needed on each day that is left; nil where none is, or nothing is missing.
  package var neededADay: Double? {
    missing > 0 && daysLeft > 0 ? Double(missing) / Double(daysLeft) : nil
  }

  /// What came on each of the days that are over, today among them; nil before the first.
  package var reachedADay: Double? {
    let passed = min(today, last).dayNumber - first.dayNumber + 1
    return passed > 0 ? Double(done) / Double(passed) : nil
  }

  /// What there should be at the end of a day, on the straight way from nothing to the goal.
  package func expected(on day: CivilDate) -> Double {
    let passed = min(max(day.dayNumber - first.dayNumber + 1, 0), days)
    return Double(goal) * Double(passed) / Double(days)
  }

  /// Whether there is less than there should have been at the end of yesterday, and time is left to
  /// do something about it.
  package var isLate: Bool {
    daysLeft > 0 && Double(done) < expected(on: today.adding(days: -1))
  }
}
