/// What a number is counted in; its words are `unit.<code>` in the label tables.
package enum IndicatorUnit: String, CaseIterable, Sendable {
  /// Records of a kind: 件.
  case records
  /// 人.
  case people
  /// 回.
  case times
  case countries, companies, organisations, households
  case days, months, nights, hours
  case yen
  /// A part of one, from 0 to 1; shown as a percentage.
  case share
}

extension Indicator {
  /// The unit of its numbers, by what they are made of.
  package var unit: IndicatorUnit {
    switch aggregate {
    case .count: .records
    case .distinct(.person): .people
    case .median(.daysSince): .days
    case .distinct, .sum, .median: .people
    }
  }
}
