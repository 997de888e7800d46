/// A moment, in whole seconds of UTC since 1970.
package struct Instant: RawRepresentable, Codable, Hashable, Comparable, Sendable {
  package let rawValue: Int64
  package init(rawValue: Int64) { self.rawValue = rawValue }
  package init(_ rawValue: Int64) { self.rawValue = rawValue }

  package static func < (a: Self, b: Self) -> Bool { a.rawValue < b.rawValue }

  /// Japan keeps UTC+9 all year; the desk's "today" is the date there whatever TZ says.
  private static let japan: Int64 = 9 * 3600

  /// The date in Japan at this moment.
  package var dateInJapan: CivilDate {
    CivilDate(dayNumber: Int((rawValue + Self.japan).quotient(flooredBy: 86_400)))
  }

  /// The time on a clock in Japan at this moment.
  package var timeInJapan: ClockTime? {
    let seconds =
      (rawValue + Self.japan) - (rawValue + Self.japan).quotient(flooredBy: 86_400) * 86_400
    return ClockTime(hour: Int(seconds / 3600), minute: Int(seconds / 60 % 60))
  }

  /// ISO 8601 in UTC, `2026-09-22T05:04:03Z`.
  package var iso8601: String {
    let day = rawValue.quotient(flooredBy: 86_400)
    let second = Int(rawValue - day * 86_400)
    let clock = [second / 3600, second / 60 % 60, second % 60].map { Digits.pad($0, 2) }
    return "\(CivilDate(dayNumber: Int(day)))T\(clock.joined(separator: ":"))Z"
  }
}

extension Int64 {
  fileprivate func quotient(flooredBy divisor: Int64) -> Int64 {
    self >= 0 ? self / divisor : -((-self + divisor - 1) / divisor)
  }
}

extension Instant: FieldType {
  package static var shape: Shape { .instant }
  package var fieldValue: FieldValue { .instant(self) }
  package init?(fieldValue: FieldValue) {
    guard case .instant(let instant) = fieldValue else { return nil }
    self = instant
  }
}
