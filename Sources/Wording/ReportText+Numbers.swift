package import Casework
import Labels

extension ReportText {
  /// 1,234, 14.5 or 98.7%; a sign where there is none or where it was taken out.
  package func number(_ number: ReportNumber, of indicator: Indicator) -> String {
    switch number {
    case .exact(let value): digits(value, of: indicator)
    case .none: words("report.none")
    case .masked: words("report.masked")
    }
  }

  /// As `number(_:of:)`, with what it is counted in where that is not said by its name: 412人, 98.7%.
  package func numberWithUnit(_ number: ReportNumber, of indicator: Indicator) -> String {
    let text = self.number(number, of: indicator)
    guard case .exact(let value) = number, indicator.unit != .percent,
      let unit = ownUnit(of: indicator, isOne: value == 1)
    else { return text }
    return words("report.withUnit", text, unit)
  }

  /// What numbers of an indicator are counted in: 人, %, 件.
  package func unit(of indicator: Indicator) -> String {
    ownUnit(of: indicator, isOne: false) ?? words("unit.count")
  }

  private func ownUnit(of indicator: Indicator, isOne: Bool) -> String? {
    let own = "\(indicator.labelKey).unit"
    let key = words.text(ifAny: own) == nil ? "unit.\(indicator.unit.rawValue)" : own
    let one = isOne ? words.text(ifAny: "\(key).one") : nil
    return key == "unit.count" ? nil : one ?? words(key)
  }

  /// How a number differs from that of the period before, with its sign: +38, -1.5, 0; nil where
  /// one of the two is not known.
  ///
  /// Percentages differ by points.
  package func difference(
    from before: ReportNumber?, to now: ReportNumber, of indicator: Indicator
  ) -> String? {
    guard let difference = now.difference(from: before) else { return nil }
    let size = ReportDigits.grouped(abs(difference))
    let sign = size == "0" ? "" : difference < 0 ? "-" : "+"
    return indicator.unit == .percent ? words("report.points", sign + size) : sign + size
  }

  /// 累計 75 (基準 51): everything since the organisation began, and what of it was counted before
  /// the program was there.
  package func total(_ total: ReportTotal, of indicator: Indicator) -> String {
    let all = number(total.value, of: indicator)
    guard total.baseline != 0 else { return words("report.total", all) }
    return words("report.totalWithBaseline", all, digits(total.baseline, of: indicator))
  }

  /// Which part of another number this one is, as a percentage: 79%; nil where that is not known.
  package func share(_ number: ReportNumber, of whole: ReportNumber) -> String? {
    guard case .exact(let part) = number, case .exact(let all) = whole, all > 0 else { return nil }
    return words("report.percent", ReportDigits.rounded(part / all * 100, to: 0))
  }

  /// What has to be known to read the signs in a report: what stands for numbers taken out, or that
  /// none was and it is not for others; what stands where there is no number.
  package func notes(on report: Report) -> [String] {
    let hasNone = report.numbers.contains(.none)
    return [words(report.isMasked ? "report.note.masked" : "report.note.exact")]
      + (hasNone ? [words("report.note.none")] : [])
  }

  private func digits(_ value: Double, of indicator: Indicator) -> String {
    let digits = ReportDigits.grouped(value)
    return indicator.unit == .percent ? words("report.percent", digits) : digits
  }
}

extension ReportNumber {
  /// Nil where one of the two is not known.
  package func difference(from before: ReportNumber?) -> Double? {
    guard case .exact(let now) = self, case .exact(let then) = before else { return nil }
    return now - then
  }
}

extension Report {
  /// Every number in it.
  package var numbers: [ReportNumber] {
    sections.flatMap(\.lines).flatMap { line in
      [line.value] + [line.before, line.total?.value].compactMap(\.self) + line.months
        + line.parts.flatMap { [$0.value] + [$0.before].compactMap(\.self) }
    }
  }
}
