/// A time of day on the clock on the wall.
package struct ClockTime: Hashable, Comparable, Sendable, CustomStringConvertible {
  package let hour: Int
  package let minute: Int

  package init?(hour: Int, minute: Int) {
    guard (0...23).contains(hour), (0...59).contains(minute) else { return nil }
    self.hour = hour
    self.minute = minute
  }

  /// `HH:MM`, and what people type for it: `9:30`, `0930`, `9時30分`, `18時`.
  package init?(text: String) {
    let parts = JapaneseDigits.toASCII(text).split { ":時分".contains($0) }.compactMap { Int($0) }
    switch parts.count {
    case 2: self.init(hour: parts[0], minute: parts[1])
    case 1 where parts[0] >= 100: self.init(hour: parts[0] / 100, minute: parts[0] % 100)
    case 1: self.init(hour: parts[0], minute: 0)
    default: return nil
    }
  }

  package var description: String { "\(Digits.pad(hour, 2)):\(Digits.pad(minute, 2))" }
  package static func < (a: Self, b: Self) -> Bool { (a.hour, a.minute) < (b.hour, b.minute) }
}
