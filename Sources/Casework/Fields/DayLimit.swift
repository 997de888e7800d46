/// Which days a field may hold, as seen from the day on which they are written.
package enum DayLimit: Sendable {
  /// What has happened: today at the latest.
  case past
  /// What is planned or runs out.
  case planned
  /// What may be meant for ever, which people write as 2099-12-31.
  case open

  /// Years ahead in which anything can be planned or run out; a later one is a slip of the finger.
  private static let yearsAhead = 20
  /// The first day of which an organisation has anything to say but a birth.
  private static let firstYear = 1950
  /// The oldest anybody is.
  private static let oldestYears = 130

  /// Whether somebody said which day it is, for rules are also asked where no day matters.
  static func isKnown(_ today: CivilDate) -> Bool { today.dayNumber > 0 }

  /// What is wrong with a day of a field; nil where it may be.
  func problem(_ day: CivilDate, isBirth: Bool, today: CivilDate) -> FieldProblem.Code? {
    let first = isBirth ? today.year - Self.oldestYears : Self.firstYear
    if day.year < first { return .yearUnlikely }
    guard Self.isKnown(today), day > today else { return nil }
    if self == .past { return isBirth ? .birthImpossible : .dateInFuture }
    if self == .open { return nil }
    return day > today.adding(months: Self.yearsAhead * 12) ? .yearUnlikely : nil
  }
}

extension Record {
  /// The fields whose day cannot be; one that stood there before is let stand, so that the rest of an
  /// old record can still be mended.
  func dayProblems(before: Self?, today: CivilDate) -> [FieldProblem] {
    Self.fields.compactMap { field in
      guard let limit = field.facts.days, field.facts.origin == .stored,
        case .date(let day) = field.read(self), before.map(field.read) != .date(day),
        let code = limit.problem(day, isBirth: field.facts.isBirth, today: today)
      else { return nil }
      return code == .yearUnlikely
        ? FieldProblem(field.facts.name, code, .date(day)) : FieldProblem(field.facts.name, code)
    }
  }
}
