/// The way to work: of the placements that were begun in a period, how many came how far, and where
/// the others were lost.
extension Indicator {
  static let wayToWork = waySteps + [wayRetained, lostOnTheWay]

  private static let begun = Placement.name(\.on)

  /// The steps that a report tells, in their order.
  private static let told: [PlacementStage] = [
    .prospect, .cvScreening, .firstInterview, .offer, .offerAccepted, .changeOfStatusGranted,
    .started,
  ]

  /// A step each: placements that reached its stage or a later one.
  package static let waySteps = told.map { stage in
    Indicator("way_\(stage.rawValue)", of: .placement, day: begun, by: [Placement.name(\.owner)]) {
      _ in [real, reached(stage)]
    }
  }

  /// 定着6か月: those still at work six months after they began.
  package static let wayRetained = Indicator(
    "way_retained_6", of: .placement, day: begun, by: [Placement.name(\.owner)]
  ) { today in
    [
      real, reached(.started), FieldFilter(\Placement.dueIn6, .upTo(today)),
      FieldFilter(\Placement.stayed6, .any([RetentionResult.kept])),
    ]
  }

  /// Placements that ended before the first day of work: how far they had come, and why.
  package static let lostOnTheWay = Indicator(
    "way_lost", of: .placement, day: begun,
    by: Placement.names(\.reached, \.stage, \.barriers, \.owner)
  ) { _ in [FieldFilter(\Placement.stage, .any(losses))] }

  /// The ends of a way that led nowhere.
  private static let losses = PlacementStage.allCases.filter {
    $0.isEnd && $0 != .retained && $0 != .enteredByMistake
      && !PlacementStage.endsAfterStart.contains($0)
  }

  private static let real = FieldFilter(
    \Placement.stage, .any(PlacementStage.allCases.filter { $0 != .enteredByMistake }))

  private static func reached(_ stage: PlacementStage) -> FieldFilter {
    let path = PlacementStage.path
    let first = path.firstIndex(of: stage) ?? path.startIndex
    return FieldFilter(\Placement.reached, .any(Array(path[first...])))
  }
}
