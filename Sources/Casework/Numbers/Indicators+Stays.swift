/// ホームステイ: stays that were lived in, not those that were only proposed.
extension Indicator {
  static let lodgings = [stays, guests, households, nights, stayLength, endedEarly]

  private static let start = Homestay.name(\.start)
  private static let leaves = Homestay.name(\.leaves)

  private static let lived: Population = { today in
    [
      FieldFilter(\Homestay.stage, .any([StayStage.inProgress, .extended, .ended, .endedEarly])),
      FieldFilter(\Homestay.start, .upTo(today)),
    ]
  }

  private static let over: Population = { today in
    [
      FieldFilter(\Homestay.stage, .any([StayStage.ended, .endedEarly])),
      FieldFilter(\Homestay.leaves, .upTo(today)),
    ]
  }

  /// Stays with a night in the period.
  package static let stays = Indicator(
    "stays", of: .homestay, day: start, over: leaves, by: Homestay.names(\.host, \.stage),
    where: lived)

  package static let guests = Indicator(
    "stay_guests", of: .homestay, .distinct(.person), day: start, over: leaves, where: lived)

  /// Different families who took somebody in.
  package static let households = Indicator(
    "stay_households", of: .homestay, .distinct(.field(Homestay.name(\.host))), day: start,
    over: leaves, where: lived)

  /// 泊数: the nights within the period.
  package static let nights = Indicator(
    "stay_nights", of: .homestay, .sum(.nights(from: start, to: leaves)), day: start,
    over: leaves, by: [Homestay.name(\.host)], where: lived)

  /// How long the stays were that ended in the period: the mean.
  package static let stayLength = Indicator(
    "stay_length", of: .homestay, .mean(.days(from: start, to: leaves)), unit: .nights, day: leaves,
    where: over)

  /// Of the stays that ended in the period, how many ended early.
  package static let endedEarly = Indicator(
    "stays_ended_early", of: .homestay, .share, day: leaves,
    hits: Hits { _ in [FieldFilter(\Homestay.stage, .any([StayStage.endedEarly]))] }, where: over)
}
