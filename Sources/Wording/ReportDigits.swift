/// Numbers in digits, without a locale: thousands apart by commas, at most one decimal.
package enum ReportDigits {
  /// 1,234 or 14.5; a whole number has no decimal.
  package static func grouped(_ value: Double) -> String {
    let text = rounded(value, to: 1)
    let parts = text.split(separator: ".")
    var digits = parts.first.map(Array.init) ?? []
    let hasSign = digits.first == "-"
    var place = digits.count - 3
    while place > (hasSign ? 1 : 0) {
      digits.insert(",", at: place)
      place -= 3
    }
    return ([String(digits)] + parts.dropFirst().map(String.init)).joined(separator: ".")
  }

  /// Half away from zero, and no decimals that are zero: 98.7, 14, 0.
  ///
  /// - Parameter decimals: 0 or 1.
  package static func rounded(_ value: Double, to decimals: Int) -> String {
    guard value.isFinite, abs(value) < 1e15 else { return String(value) }
    let scale = decimals == 0 ? 1.0 : 10.0
    // A hair more, so that what is a half but for the last bit of a double is one.
    let scaled = (abs(value) * scale * (1 + 1e-12)).rounded()
    let whole = Int(scaled / scale)
    let rest = Int(scaled) - whole * Int(scale)
    let sign = value < 0 && scaled != 0 ? "-" : ""
    return rest == 0 ? "\(sign)\(whole)" : "\(sign)\(whole).\(rest)"
  }
}
