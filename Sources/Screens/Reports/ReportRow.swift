import Casework

/// One row of a report as it stands on the screen.
enum ReportRow: Hashable {
  case heading(ReportSection)
  case line(ReportLine, in: ReportSection, share: ReportNumber?)
  case part(ReportPart, of: ReportLine, in: ReportSection)
  /// A row of the columns of a line's months, from 0 at the top, below all of them their names.
  case months(ReportLine, row: Int)
  case context(ContextFigure)
  case blank

  /// How many rows the columns of months have, without their names.
  static let monthRows = 3

  /// Whether somebody can stand on it.
  var isNumber: Bool {
    switch self {
    case .line, .part: true
    case .heading, .months, .context, .blank: false
    }
  }

  var line: ReportLine? {
    switch self {
    case .line(let line, _, _), .part(_, let line, _): line
    default: nil
    }
  }

  /// The number that stands in it.
  var number: ReportNumber? {
    switch self {
    case .line(let line, _, _): line.value
    case .part(let part, _, _): part.value
    case .heading, .months, .context, .blank: nil
    }
  }

  /// The rows of a report, from its first section to what is known of the country.
  static func rows(of report: Report) -> [ReportRow] {
    let sections = report.sections.filter { !$0.lines.isEmpty }.flatMap { section -> [ReportRow] in
      [ReportRow.heading(section)] + section.lines.indices.flatMap { rows(of: $0, in: section) }
    }
    let context = report.context.map(ReportRow.context)
    return sections + (context.isEmpty ? [] : [.blank]) + context
  }

  private static func rows(of index: Int, in section: ReportSection) -> [ReportRow] {
    let line = section.lines[index]
    // Of a way each step is told as a part of the one before.
    let whole = section.style == .funnel && index > 0 ? section.lines[index - 1].value : nil
    let own = [ReportRow.line(line, in: section, share: whole)]
    switch section.style {
    case .lines: return own + line.parts.map { ReportRow.part($0, of: line, in: section) }
    // Where a way fails stands beside its step.
    case .funnel: return own
    case .months:
      return own
        + (line.months.isEmpty ? [] : (0...monthRows).map { ReportRow.months(line, row: $0) })
    }
  }
}
