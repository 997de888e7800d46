import Casework
import Labels
import Wording

/// The numbers of a section of a page: each with its sentence, its bar, its unit, what it was before
/// and what it is made of.
struct ReportTable {
  private let report: Report
  private let section: ReportSection
  private let words: Words
  private let text: ReportText
  private let charts: ReportCharts
  private let rows: [ReportedNumber]

  init(_ report: Report, _ section: ReportSection, _ words: Words) {
    self.report = report
    self.section = section
    self.words = words
    text = ReportText(words)
    charts = ReportCharts(report, words)
    rows = report.rows(text).filter { $0.section == section && $0.place != .month }
  }

  var html: String {
    let before = report.before.map { period in
      [
        "<th scope=\"col\" class=\"n\">\(escaped(words("report.column.difference")))</th>",
        "<th scope=\"col\" class=\"n\">\(escaped(text.shortPeriod(period)))</th>",
      ].joined()
    }
    return """
      <table>
      <caption>\(escaped(text.title(section)))</caption>
      <thead><tr><th scope="col">\(escaped(words("report.column.number")))</th>\
      \(barHeader)\
      <th scope="col" class="n">\(escaped(text.shortPeriod(report.period)))</th>\
      \(before ?? "")</tr></thead>
      <tbody>
      \(rows.map(row).joined(separator: "\n"))
      </tbody>
      </table>
      """
  }

  private var barHeader: String {
    hasBars ? "<th scope=\"col\" class=\"bar\">\(escaped(words("report.column.bar")))</th>" : ""
  }

  /// A drawing above the table shows the lines already.
  private var hasBars: Bool { section.style == .lines || rows.contains { $0.place == .part } }

  private func row(_ row: ReportedNumber) -> String {
    let isLine = row.place == .line
    let bar = isLine && section.style != .lines ? "" : charts.bar(row, most: most(beside: row))
    return """
      <tr class="\(isLine ? "line" : "part")"><th scope="row">\(name(row))</th>\
      \(hasBars ? "<td class=\"bar\">\(bar)</td>" : "")\
      <td class="n now">\(number(row.value, row.indicator, isMain: true))\(remark(row))</td>\
      \(before(row))</tr>
      """
  }

  private func name(_ row: ReportedNumber) -> String {
    guard row.place == .line else { return escaped(row.name) }
    let grouping = text.grouping(of: row.line)
    let apart =
      row.line.parts.isEmpty || grouping.isEmpty
      ? "" : " <span class=\"by\">\(escaped(words("report.apartBy", grouping)))</span>"
    return """
      \(escaped(row.name))\(apart)<span class="about">\(escaped(text.sentence(row.indicator)))</span>
      """
  }

  private func before(_ row: ReportedNumber) -> String {
    guard report.before != nil else { return "" }
    let difference = text.difference(from: row.before, to: row.value, of: row.indicator) ?? ""
    let before = row.before.map { number($0, row.indicator, isMain: false) } ?? ""
    return "<td class=\"n\">\(escaped(difference))</td><td class=\"n then\">\(before)</td>"
  }

  private func number(
    _ number: ReportNumber, _ indicator: Indicator, isMain: Bool
  ) -> String {
    let shown =
      isMain
      ? text.numberWithUnit(number, of: indicator) : text.number(number, of: indicator)
    guard number == .masked else { return escaped(shown) }
    return "<abbr title=\"\(escaped(words("report.note.masked")))\">\(escaped(shown))</abbr>"
  }

  /// What is said beside a number: its share of the step before, or everything so far.
  private func remark(_ row: ReportedNumber) -> String {
    let remarks = [
      row.step.flatMap { text.share(row.value, of: $0) }.map { words("report.ofStepBefore", $0) },
      row.total.map { text.total($0, of: row.indicator) },
    ].compactMap(\.self)
    return remarks.map { "<span class=\"remark\">\(escaped($0))</span>" }.joined()
  }

  /// The number of the longest bar that this one may be compared with: of the lines on its scale, of
  /// the groups of its line; a hundred for a percentage.
  private func most(beside row: ReportedNumber) -> Double {
    if row.indicator.unit == .percent { return 100 }
    let peers = rows.filter {
      row.place == .part
        ? $0.line == row.line
        : $0.place == .line && $0.indicator.unit.scale == row.indicator.unit.scale
    }
    return peers.flatMap { [$0.value, $0.before].compactMap { $0?.exactly } }.max() ?? 0
  }

  private func escaped(_ text: String) -> String { Markup.escaped(text) }
}
