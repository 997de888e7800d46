package import Casework
package import Labels
import Wording

/// A report as one page of HTML that needs nothing else: no script, no picture, no address of a
/// network.
///
/// It is well-formed XML too, prints on A4 and is read without colour.
package struct ReportPage {
  private let report: Report
  private let words: Words
  private let text: ReportText
  private let charts: ReportCharts

  package init(_ report: Report, _ words: Words) {
    self.report = report
    self.words = words
    text = ReportText(words)
    charts = ReportCharts(report, words)
  }

  package var html: String {
    let title = "\(text.title(report.layout)) \(text.period(report.period))"
    return """
      <!DOCTYPE html>
      <html lang="\(words.language.rawValue)">
      <head>
      <meta charset="utf-8"/>
      <meta http-equiv="Content-Security-Policy" content="default-src 'none'; style-src 'unsafe-inline'"/>
      <meta name="viewport" content="width=device-width, initial-scale=1"/>
      <title>\(Markup.escaped("\(title) – \(report.organisation)"))</title>
      <style>
      \(ReportStyle.text)
      </style>
      </head>
      <body>
      \(ReportStyle.patterns)
      <main>
      \(cover)
      \(report.sections.enumerated().map(section).joined(separator: "\n"))
      \(foot)
      </main>
      </body>
      </html>

      """
  }

  private var cover: String {
    let compared = report.before.map { "<p>\(Markup.escaped(text.comparison($0)))</p>" } ?? ""
    return """
      <header>
      <p class="organisation">\(Markup.escaped(report.organisation))</p>
      <h1>\(Markup.escaped(text.title(report.layout)))</h1>
      <p class="period">\(Markup.escaped(text.period(report.period)))</p>
      \(compared)
      \(report.isMasked ? "" : "<p class=\"inside\">\(Markup.escaped(words("report.note.exact")))</p>")
      </header>
      \(highlights)
      \(legend)
      """
  }

  /// The first number of each section, large.
  private var highlights: String {
    let tiles = report.sections.compactMap(\.lines.first).filter { $0.value.exactly != nil }
      .prefix(4)
    guard tiles.count > 1 else { return "" }
    let items = tiles.map { line in
      let difference = text.difference(from: line.before, to: line.value, of: line.indicator)
      let small = difference.map { "<span class=\"difference\">\(Markup.escaped($0))</span>" } ?? ""
      return """
        <li><span class="large">\(Markup.escaped(text.numberWithUnit(line.value, of: line.indicator)))\
        </span> \(small)<span class="name">\(Markup.escaped(text.name(line.indicator)))</span></li>
        """
    }
    return "<ul class=\"highlights\">\n\(items.joined(separator: "\n"))\n</ul>"
  }

  /// What the solid and the hatched bars are.
  private var legend: String {
    func entry(_ kind: String, _ name: String) -> String {
      """
      <span class="key"><svg aria-hidden="true" width="22" height="10" viewBox="0 0 22 10">\
      <rect class="\(kind)" x="0.5" y="0.5" width="21" height="9"/></svg> \(Markup.escaped(name))</span>
      """
    }
    let periods =
      [entry("now", text.shortPeriod(report.period))]
      + (report.before.map { [entry("then", text.shortPeriod($0))] } ?? [])
    let hidden =
      report.numbers.contains(.masked) ? [entry("hidden", words("report.maskedKey"))] : []
    return "<p class=\"legend\">\((periods + hidden).joined(separator: " "))</p>"
  }

  private func section(_ index: Int, _ section: ReportSection) -> String {
    let id = "s\(index + 1)"
    let figures: [String] =
      switch section.style {
      case .lines: []
      case .funnel: ["<figure>\(charts.funnel(section).markup(id: "\(id)f"))</figure>"]
      case .months: [monthFigures(section, id)]
      }
    return """
      <section aria-labelledby="\(id)">
      <h2 id="\(id)">\(Markup.escaped(text.title(section)))</h2>
      \(figures.joined(separator: "\n"))
      \(ReportTable(report, section, words).html)
      </section>
      """
  }

  private func monthFigures(_ section: ReportSection, _ id: String) -> String {
    let figures = section.lines.enumerated().filter { !$0.element.months.isEmpty }
      .map { index, line in
        """
        <figure><figcaption>\(Markup.escaped(text.name(line.indicator)))</figcaption>\
        \(charts.columns(line).markup(id: "\(id)m\(index + 1)"))</figure>
        """
      }
    return "<div class=\"months\">\n\(figures.joined(separator: "\n"))\n</div>"
  }

  private var foot: String {
    let context = report.context.map { "<li>\(Markup.escaped(text.context($0)))</li>" }
    let known =
      context.isEmpty
      ? ""
      : """
      <h2>\(Markup.escaped(words("report.context")))</h2>
      <ul>
      \(context.joined(separator: "\n"))
      </ul>
      """
    let made = words("report.madeOn", ValueText(words).text(report.made))
    let notes = (text.notes(on: report) + [made]).map { "<p>\(Markup.escaped($0))</p>" }
    return "<footer>\n\(known)\n\(notes.joined(separator: "\n"))\n</footer>"
  }
}
