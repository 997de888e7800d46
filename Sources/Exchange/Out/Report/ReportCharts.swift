import Casework
import Labels
import Wording

/// The drawings of a report.
///
/// The period is solid, the one before hatched and thinner, what was taken
/// out a dashed box: nothing is told by colour alone, and every number stands there as text.
struct ReportCharts {
  let report: Report
  let words: Words
  let text: ReportText

  init(_ report: Report, _ words: Words) {
    self.report = report
    self.words = words
    text = ReportText(words)
  }

  /// The bar of a row beside its numbers.
  ///
  /// - Parameter most: the number of the longest bar.
  func bar(_ row: ReportedNumber, most: Double) -> String {
    let (width, height) = (150.0, row.place == .line ? 16.0 : 12.0)
    var figure = SVGFigure(width: width, height: height, title: "", description: "")
    let full = width - 1
    if let now = row.value.length(of: most) {
      figure.rectangle(
        row.place == .line ? "now" : "now part", x: 0.5, y: 0.5,
        width: max(full * now - 0.5, 0), height: height * 0.55)
    } else if row.value == .masked {
      figure.rectangle("hidden", x: 0.5, y: 0.5, width: 12, height: height * 0.58 - 1)
    }
    if let then = row.before?.length(of: most) {
      figure.rectangle(
        "then", x: 0.5, y: height * 0.66, width: max(full * then - 0.5, 0.5),
        height: height * 0.3)
    }
    return """
      <svg role="img" width="\(SVGText.number(width))" height="\(SVGText.number(height))" \
      viewBox="0 0 \(SVGText.number(width)) \(SVGText.number(height))">\
      <title>\(Markup.escaped(sentence(row)))</title>\(figure.elements.joined())</svg>
      """
  }

  /// Such as 支援した人 412人、2024年度 374.
  private func sentence(_ row: ReportedNumber) -> String {
    let now = words(
      "report.said", row.name, text.numberWithUnit(row.value, of: row.indicator))
    guard let before = row.before, let period = report.before else { return now }
    let then = words(
      "report.said", text.shortPeriod(period), text.number(before, of: row.indicator))
    return [now, then].joined(separator: words("list.separator"))
  }
}

extension ReportNumber {
  /// Its part of the longest bar, from 0 to 1; nil where there is nothing to draw.
  func length(of most: Double) -> Double? {
    guard let value = exactly, most > 0, value.isFinite else { return nil }
    return min(max(value / most, 0), 1)
  }
}
