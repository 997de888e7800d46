import Casework
import Cells
import Labels
import Wording

/// Draws the rows of a report: name, number, difference, bar and what is to be said beside it.
struct ReportDrawing {
  private let report: Report
  private let columns: ReportColumns
  private let words: Words
  /// The cells of a bar of the largest number.
  private let longestBar: Int
  private var text: ReportText { ReportText(words) }
  /// How far the groups of a number stand to the right of it.
  private static let indent = 2

  init(_ rows: [ReportRow], of report: Report, words: Words, in room: Int, _ width: CellWidth) {
    (self.report, self.words) = (report, words)
    let names = rows.lazy.map { row in
      let name = Self.name(of: row, ReportText(words))
      return name.text.isEmpty ? 0 : name.indent + width.columns(of: name.text.plainSigns)
    }
    let text = ReportText(words)
    let differences = rows.lazy.map { width.columns(of: Self.difference(of: $0, text).plainSigns) }
    let numbers = rows.lazy.map { row -> Int in
      guard let line = row.line, let number = row.number else { return 0 }
      return width.columns(of: text.number(number, of: line.indicator).plainSigns)
    }
    let columns = ReportColumns(
      report, names: names, numbers: numbers, differences: differences, in: room)
    // All bars are of one scale: the longest that leaves what is said beside each its room.
    let longest = rows.map { row in
      guard case .line(let line, let section, let whole) = row else { return columns.bar }
      let said = Self.beside(line, whole, in: section, text).joined(separator: Self.gap)
      let note = width.columns(of: said)
      let share =
        line.indicator.isOfHundred ? 1 : columns.share(of: line.value, line, in: section)
      guard note > 0, share > 0 else { return columns.bar }
      return Int(Double(columns.bar - 1 - min(note, columns.bar / 2)) / share)
    }
    self.columns = columns
    longestBar = max(columns.bar / 2, min(columns.bar, longest.min() ?? 0))
  }

  /// What a row is called.
  private static func name(of row: ReportRow, _ text: ReportText) -> (text: String, indent: Int) {
    switch row {
    case .line(let line, let section, _):
      let isAlone = section.lines.count { $0.indicator == line.indicator } == 1
      // Told more than once, it says by what.
      return (isAlone ? text.name(line.indicator) : text.nameWithGrouping(line), 0)
    case .part(let part, let line, _): return (text.group(part, of: line), indent)
    default: return ("", 0)
    }
  }

  /// Against the period before; empty where nothing is compared.
  private static func difference(of row: ReportRow, _ text: ReportText) -> String {
    switch row {
    case .line(let line, _, _):
      text.difference(from: line.before, to: line.value, of: line.indicator) ?? ""
    case .part(let part, let line, _):
      text.difference(from: part.before, to: part.value, of: line.indicator) ?? ""
    default: ""
    }
  }

  /// What a number is told apart by stands back behind it; a status has the colour that lists give it.
  private static func role(of row: ReportRow, _ appearance: Appearance) -> Role {
    guard case .part(let part, let line, _) = row else { return appearance.bar }
    guard line.indicator == .caseload, line.grouping == Case.name(\.status) else { return .muted }
    return CaseStatus(fieldValue: part.group)?.role ?? .muted
  }

  func draw(_ row: ReportRow, _ isSelected: Bool, into frame: inout Frame, in line: Region) {
    switch row {
    case .heading(let section): draw(section, into: &frame, in: line)
    case .line(let counted, let section, let whole):
      draw(
        row, counted.value, Self.beside(counted, whole, in: section, text), counted, in: section,
        isSelected,
        into: &frame, in: line)
    case .part(let part, let counted, let section):
      draw(
        row, part.value, [], counted, in: section, isSelected, into: &frame, in: line)
    case .months(let counted, let index): drawMonths(counted, index, into: &frame, in: line)
    case .context(let figure):
      frame.put(
        " " + text.context(figure).plainSigns, at: line.origin, columns: line.columns - 1,
        role: .muted)
    case .blank: break
    }
  }

  private func draw(_ section: ReportSection, into frame: inout Frame, in line: Region) {
    let used = frame.put(
      " \(text.title(section)) ", at: line.origin, columns: line.columns, role: .heading)
    let rest = max(0, line.columns - used - 1)
    frame.put(
      String(repeating: frame.chrome.horizontal, count: rest), at: line.position(column: used),
      columns: rest, role: .rule)
  }

  private func draw(
    _ row: ReportRow, _ number: ReportNumber, _ beside: [String], _ counted: ReportLine,
    in section: ReportSection, _ isSelected: Bool,
    into frame: inout Frame, in line: Region
  ) {
    defer {
      if isSelected {
        SelectedRow.mark(
          line, name: line.inset(left: 2, right: max(0, line.columns - 2 - columns.name)),
          in: &frame)
      }
    }
    let isPart = if case .part = row { true } else { false }
    let name = Self.name(of: row, text)
    frame.put(
      name.text.plainSigns, at: line.position(column: 2 + name.indent),
      columns: columns.name - name.indent - 1)
    var column = 2 + columns.name
    frame.put(
      text.number(number, of: counted.indicator).plainSigns, at: line.position(column: column),
      columns: columns.value - 1, role: isPart ? .plain : .heading, alignment: .right)
    column += columns.value
    if columns.difference > 0 {
      frame.put(
        Self.difference(of: row, text).plainSigns, at: line.position(column: column),
        columns: columns.difference - 1, role: .muted)
      column += columns.difference
    }
    guard columns.bar > 0 else { return }
    let bar = frame.chrome.bar(columns.share(of: number, counted, in: section), in: longestBar)
    let isOfHundred = counted.indicator.isOfHundred && number.isExact
    let cells = isOfHundred ? longestBar : bar.count
    if isOfHundred {
      // The hundred that it is a part of.
      frame.put(
        String(repeating: frame.chrome.free, count: cells), at: line.position(column: column),
        columns: cells, role: .muted)
    }
    frame.put(
      bar, at: line.position(column: column), columns: cells,
      role: Self.role(of: row, frame.appearance))
    let start = column + cells + (cells > 0 ? 1 : 0)
    let room = line.columns - start - 1
    // As much as there is room for: half a number would be another one.
    let said =
      (0...beside.count).reversed().lazy
      .map { beside.prefix($0).joined(separator: Self.gap).plainSigns }
      .first { frame.width.columns(of: $0) <= room } ?? ""
    frame.put(said, at: line.position(column: start), columns: max(0, room), role: .muted)
  }

  /// Between what is said beside a number.
  private static let gap = "  "

  /// The part of the step before, why the way fails there, and everything since the beginning.
  private static func beside(
    _ line: ReportLine, _ whole: ReportNumber?, in section: ReportSection, _ text: ReportText
  ) -> [String] {
    let share = whole.flatMap { text.share(line.value, of: $0) }
    let total = line.total.map { text.total($0, of: line.indicator) }
    let reasons = section.style == .funnel ? line.parts.prefix(2) : []
    let told = reasons.map { part in
      let share = text.share(part.value, of: line.value)
      return "\(text.group(part, of: line)) \(share ?? text.number(part.value, of: line.indicator))"
    }
    return [share, total].compactMap(\.self) + told
  }

  // MARK: Months

  /// A row of the columns, or below them the months; as wide as there is room for each.
  private func drawMonths(
    _ counted: ReportLine, _ index: Int, into frame: inout Frame, in line: Region
  ) {
    let values = counted.months.map { if case .exact(let value) = $0 { value } else { 0.0 } }
    let cells = max(2, min(6, (line.columns - 4) / max(1, values.count)))
    let shown = values.suffix((line.columns - 4) / cells)
    let skipped = values.count - shown.count
    guard index < ReportRow.monthRows else {
      let names = text.months(of: counted, in: report.period)
      for (place, name) in names.dropFirst(skipped).enumerated() {
        // With little room only every third is named.
        let isNamed = frame.width.columns(of: name) < cells || place % 3 == 0
        guard isNamed else { continue }
        frame.put(
          name, at: line.position(column: 4 + place * cells),
          columns: min(max(cells - 1, 5), line.columns - 4 - place * cells), role: .muted)
      }
      return
    }
    let highest = max(values.max() ?? 0, 1)
    let all = Double(ReportRow.monthRows * Chrome.steps)
    for (place, value) in shown.enumerated() {
      let level = value > 0 ? max(1, Int((value / highest * all).rounded())) : 0
      let below = (ReportRow.monthRows - 1 - index) * Chrome.steps
      guard level > below else { continue }
      frame.put(
        String(repeating: frame.chrome.column(level - below), count: max(1, cells - 1)),
        at: line.position(column: 4 + place * cells), columns: cells - 1, role: frame.appearance.bar
      )
    }
  }
}

extension ReportNumber {
  fileprivate var isExact: Bool { if case .exact = self { true } else { false } }
}

extension String {
  /// With signs that every terminal draws in one column.
  var plainSigns: String {
    String(map { Self.narrow[$0] ?? $0 })
  }

  private static let narrow: [Character: Character] = [
    "\u{2212}": "-", "\u{2013}": "-", "\u{2014}": "-", "\u{00B1}": "=", "\u{203B}": "*",
    "\u{2026}": "~",
  ]
}
