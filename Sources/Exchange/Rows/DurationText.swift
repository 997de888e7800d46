import Casework

/// A length of time as people write it: 1時間30分, 1.5 h, 90 min.
enum DurationText {
  static func minutes(_ text: String) -> Int? {
    let plain = JapaneseDigits.toASCII(text).lowercased().filter { !$0.isWhitespace }
    var rest = Substring(plain.hasPrefix("約") ? String(plain.dropFirst()) : plain)
    var minutes = 0.0
    var last = Double.infinity
    while !rest.isEmpty {
      let digits = rest.prefix { $0.isASCII && ($0.isNumber || $0 == ".") }
      rest = rest.dropFirst(digits.count)
      let unit = rest.prefix { !$0.isNumber }
      rest = rest.dropFirst(unit.count)
      guard let number = Double(digits), number < 10_000, let factor = factors[String(unit)],
        factor < last
      else { return nil }
      if unit == "時間半" { minutes += 30 }
      minutes += number * factor
      last = factor
    }
    return minutes > 0 ? Int(minutes.rounded()) : nil
  }

  private static let factors: [String: Double] = [
    "時間": 60, "時間半": 60, "h": 60, "hr": 60, "hrs": 60, "hour": 60, "hours": 60,
    "分": 1, "分間": 1, "m": 1, "min": 1, "mins": 1, "minute": 1, "minutes": 1,
  ]
}

extension FieldFacts {
  /// Whether a number is one of minutes.
  var isMinutes: Bool {
    if case .number = shape { name.lowercased().hasSuffix("minutes") } else { false }
  }
}
