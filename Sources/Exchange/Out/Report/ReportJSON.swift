package import Casework
package import Labels
import Wording

/// A report as scripts read it: stable codes and exact numbers, the words of a language beside them.
package struct ReportJSON {
  private let report: Report
  private let text: ReportText

  package init(_ report: Report, _ words: Words) {
    self.report = report
    text = ReportText(words)
  }

  package var value: JSONValue {
    .object([
      .init("layout", .string(report.layout.code)),
      .init("title", .string(text.title(report.layout))),
      .init("organisation", .string(report.organisation)),
      .init("made", .string(report.made.description)),
      .init("period", period(report.period)),
      .init("before", report.before.map(period) ?? .null),
      .init("masked", .bool(report.isMasked)),
      .init("notes", .array(text.notes(on: report).map(JSONValue.string))),
      .init("sections", .array(report.sections.map(section))),
      .init("context", .array(report.context.map(figure))),
    ])
  }

  private func period(_ period: ReportPeriod) -> JSONValue {
    .object([
      .init("length", .string(period.length.rawValue)),
      .init("from", .string(period.first.description)),
      .init("to", .string(period.last.description)),
      .init("name", .string(text.period(period))),
    ])
  }

  private func section(_ section: ReportSection) -> JSONValue {
    .object([
      .init("section", .string(section.code)), .init("title", .string(text.title(section))),
      .init("style", .string(section.style.rawValue)),
      .init("lines", .array(section.lines.map(line))),
    ])
  }

  private func line(_ line: ReportLine) -> JSONValue {
    .object(
      [
        .init("indicator", .string(line.indicator.code)),
        .init("name", .string(text.name(line.indicator))),
        .init("definition", .string(text.sentence(line.indicator))),
        .init("unit", .string(line.indicator.unit.rawValue)),
      ] + numbers(line.value, line.before) + [
        .init("total", (line.total?.value).map(JSONValue.init) ?? .null),
        .init("baseline", (line.total?.baseline).map(JSONValue.exact) ?? .null),
        .init("grouping", line.grouping.map(JSONValue.string) ?? .null),
        .init(
          "parts",
          .array(
            line.parts.map { part in
              .object(
                [
                  .init("group", JSONValue(part.group)),
                  .init("name", .string(text.group(part, of: line))),
                ] + numbers(part.value, part.before))
            })),
        .init(
          "months",
          .array(
            line.months.indices.map { month in
              .object([
                .init("month", .string(report.monthCode(month))),
                .init("value", JSONValue(line.months[month])),
                .init("masked", .bool(line.months[month] == .masked)),
              ])
            })),
      ])
  }

  /// A number, whether it was taken out, and beside it that of the period before.
  private func numbers(_ value: ReportNumber, _ before: ReportNumber?) -> [JSONValue.Member] {
    [
      .init("value", JSONValue(value)), .init("masked", .bool(value == .masked)),
      .init("before", before.map(JSONValue.init) ?? .null),
      .init("beforeMasked", .bool(before == .masked)),
      .init("difference", value.difference(from: before).map(JSONValue.exact) ?? .null),
    ]
  }

  private func figure(_ figure: ContextFigure) -> JSONValue {
    .object([
      .init("code", .string(figure.code)), .init("name", .string(text.contextName(figure))),
      .init("value", .number(figure.value)), .init("asOf", .string(figure.asOf)),
      .init("source", .string(figure.source)),
      .init("published", .string(figure.published.description)),
    ])
  }
}

extension JSONValue {
  /// Null where there is none and where it was taken out.
  fileprivate init(_ number: ReportNumber) {
    if case .exact(let value) = number { self = .exact(value) } else { self = .null }
  }

  /// A whole number where it is one; null where it is none that JSON can say.
  fileprivate static func exact(_ value: Double) -> JSONValue {
    guard value.isFinite else { return .null }
    return Int(exactly: value).map(JSONValue.number) ?? .decimal(value)
  }
}
