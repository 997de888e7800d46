/// How dates are written.
package enum DateStyle: String, CaseIterable, Sendable {
  /// 2026-09-22.
  case iso
  /// R08.09.22, by the eras of Japan.
  case era
  /// 2026-09-22 R08.09.22.
  case both

  /// The one that comes after this one.
  package var next: DateStyle {
    switch self {
    case .iso: .era
    case .era: .both
    case .both: .iso
    }
  }
}
