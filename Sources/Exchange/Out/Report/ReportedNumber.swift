import Casework
import Wording

/// A number of a report with all that is told of it: a line, one of its groups or one of its months.
struct ReportedNumber {
  enum Place { case line, part, month }

  let place: Place
  let section: ReportSection
  let line: ReportLine
  /// The name of the number, of the group or of the month.
  let name: String
  let value: ReportNumber
  let before: ReportNumber?
  /// Of a step of a way: the step it follows.
  let step: ReportNumber?
  /// The value of the group, or the month as `2025-04`; empty for a line.
  let code: String

  var indicator: Indicator { line.indicator }
  var total: ReportTotal? { place == .line ? line.total : nil }
}

extension Report {
  /// Every number in its order: a line, then its groups, then its months.
  func rows(_ text: ReportText) -> [ReportedNumber] {
    sections.flatMap { section in
      section.lines.indices.flatMap { index in rows(section, index, text) }
    }
  }

  private func rows(
    _ section: ReportSection, _ index: Int, _ text: ReportText
  ) -> [ReportedNumber] {
    let line = section.lines[index]
    let step = section.style == .funnel && index > 0 ? section.lines[index - 1].value : nil
    let own = ReportedNumber(
      place: .line, section: section, line: line, name: text.name(line.indicator),
      value: line.value, before: line.before, step: step, code: "")
    let parts = line.parts.map { part in
      ReportedNumber(
        place: .part, section: section, line: line, name: text.group(part, of: line),
        value: part.value, before: part.before, step: nil, code: JSONValue(part.group).plain)
    }
    let names = text.monthsWithYears(of: line, in: period)
    let months = line.months.indices.map { month in
      ReportedNumber(
        place: .month, section: section, line: line, name: names[month],
        value: line.months[month], before: nil, step: nil, code: monthCode(month))
    }
    return [own] + parts + months
  }

  /// `2025-04` for the first month of a fiscal year.
  func monthCode(_ month: Int) -> String {
    String(period.first.adding(months: month).description.dropLast(3))
  }
}

extension JSONValue {
  /// A single value as a cell holds it, without quotes.
  fileprivate var plain: String {
    switch self {
    case .null: ""
    case .string(let text): text
    case .array(let values): values.map(\.plain).joined(separator: " ")
    default: text
    }
  }
}
