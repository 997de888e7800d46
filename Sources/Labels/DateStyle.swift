/// How dates are written.
package enum DateStyle: String, CaseIterable, Sendable {
  /// 2026-09-22.
  case iso
  /// R08.09.22, by the eras of Japan.
  case era
  /// 2026-09-22 R08.09.22.
  case both
  /// With the month by its name: 22 Sep 2026, 2026年9月22日.
  case named

  /// Whether the year is the western one alone.
  package var isWestern: Bool { self == .named || self == .iso }

  /// The one that comes after this one.
  package var next: DateStyle {
    switch self {
    case .iso: .era
    case .era: .both
    case .both: .named
    case .named: .iso
    }
  }
}
