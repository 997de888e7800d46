/// What people need, when they came and now.
extension Indicator {
  static let needs = [needsAtIntake, needsNow]

  private static let urgent = FieldFilter(\NeedEntry.score, .any([NeedScore.crisis, .vulnerable]))

  /// Domains in which people of open cases were in crisis or vulnerable when they came.
  package static let needsAtIntake = Indicator(
    "needs_at_intake", of: .needScore, by: NeedEntry.names(\.domain, \.score)
  ) { _ in [.open, urgent, FieldFilter(\NeedEntry.isFirst, .equals(.flag(true)))] }

  /// Domains in which they are so by their latest assessment.
  package static let needsNow = Indicator(
    "needs_now", of: .needScore, by: NeedEntry.names(\.domain, \.score)
  ) { _ in [.open, urgent, FieldFilter(\NeedEntry.isLatest, .equals(.flag(true)))] }
}
