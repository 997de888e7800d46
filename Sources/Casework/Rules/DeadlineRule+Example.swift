extension DeadlineRule {
  /// A day to show a rule by: the last of a long month, so that a shorter one is seen to cut it.
  package static let exampleDay = CivilDate(year: 2026, month: 8, day: 31)

  /// What the rule gives for that day.
  package var example: (from: CivilDate, deadline: Deadline)? {
    guard let day = Self.exampleDay,
      let deadline = Deadlines.deadline(id, of: RecordAddress(.case, RecordID(0)), from: day)
    else { return nil }
    return (day, deadline)
  }
}
