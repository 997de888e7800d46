/// 滞在先: who needs a home, who finds one, and how long they wait.
extension Indicator {
  static let homesNeeded = [housingNeeds, needsHoused, daysToHome, daysWaiting]

  private static let from = Lodging.name(\.from)
  private static let housedOn = Lodging.name(\.housedOn)

  /// What people are told apart by when somebody looks whether all are served alike.
  private static let apart = Lodging.names(\.persons, \.nationality, \.gender)

  /// What was not taken back and has begun.
  private static let begun: Population = { today in
    [
      FieldFilter(\Lodging.stage, .any([LodgingStage.waiting, .arranged])),
      FieldFilter(\Lodging.from, .upTo(today)),
    ]
  }

  /// Needs of a home that begin in the period.
  package static let housingNeeds = Indicator(
    "housing_needs", of: .lodging, day: from, by: apart, where: begun)

  /// Of these, for how many a host was found.
  package static let needsHoused = Indicator(
    "needs_housed", of: .lodging, .share, day: from, by: apart,
    hits: { _ in [FieldFilter(\Lodging.housedOn, .present)] }, where: begun)

  /// From the day on which a home was needed to the first night with a host: the middle one.
  package static let daysToHome = Indicator(
    "days_to_home", of: .lodging, .median(.days(from: from, to: housedOn)), day: from, by: apart
  ) { begun($0) + [FieldFilter(\Lodging.housedOn, .present)] }

  /// How long those have waited who still wait: the middle one.
  package static let daysWaiting = Indicator(
    "days_waiting", of: .lodging, .median(.daysSince(from)), by: apart
  ) { today in
    [
      FieldFilter(\Lodging.stage, .any([LodgingStage.waiting])),
      FieldFilter(\Lodging.from, .upTo(today)),
      FieldFilter(\Lodging.until, .from(today.adding(days: 1))),
      FieldFilter(\Lodging.housedOn, .absent),
    ]
  }
}
