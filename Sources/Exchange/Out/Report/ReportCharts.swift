import Casework
import Labels
import Wording

/// The drawings of a report. The period is solid, the one before hatched and thinner, what was taken
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
  func bar(_ row: ReportRow, most: Double) -> String {
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

  /// 支援した人: 412人、2024年度 374
  private func sentence(_ row: ReportRow) -> String {
    let now = words(
      "report.said", row.name, text.numberWithUnit(row.value, of: row.indicator))
    guard let before = row.before, let period = report.before else { return now }
    let then = words(
      "report.said", text.shortPeriod(period), text.number(before, of: row.indicator))
    return [now, then].joined(separator: words("list.separator"))
  }

  /// The steps of a way, each as wide as what is left, with its share of the step before and the
  /// greatest of what it is told apart by.
  func funnel(_ section: ReportSection) -> SVGFigure {
    let (step, bar, centre, room) = (46.0, 26.0, 330.0, 250.0)
    let most = section.lines.compactMap { $0.value.exactly }.max() ?? 0
    var figure = SVGFigure(
      width: 720, height: step * Double(section.lines.count) - (step - bar) + 4,
      title: text.title(section), description: description(section))
    let halves = section.lines.map { ($0.value.length(of: most) ?? 0) * room / 2 }
    for (index, line) in section.lines.enumerated() {
      let top = 2 + step * Double(index)
      if index + 1 < section.lines.count, halves[index + 1] > 0 {
        let next = top + step
        figure.polygon(
          "way",
          [
            (centre - halves[index], top + bar), (centre + halves[index], top + bar),
            (centre + halves[index + 1], next), (centre - halves[index + 1], next),
          ])
      }
      if line.value == .masked {
        figure.rectangle("hidden", x: centre - 14, y: top, width: 28, height: bar)
      } else {
        figure.rectangle(
          "now", x: centre - halves[index], y: top, width: max(halves[index] * 2, 1), height: bar)
      }
      label(&figure, line, top + bar / 2 + 4.5, centre, halves[index])
      if index > 0, let share = text.share(line.value, of: section.lines[index - 1].value) {
        figure.text(
          "↓ \(share)", x: centre, y: top - 6.5, size: 11, anchor: "middle", kind: "label share")
      }
    }
    return figure
  }

  private func label(
    _ figure: inout SVGFigure, _ line: ReportLine, _ y: Double, _ centre: Double, _ half: Double
  ) {
    let name = SVGText.fitting(text.name(line.indicator), 190, size: 12.5)
    figure.text(name, x: 0, y: y, size: 12.5, kind: "label name")
    let number = text.number(line.value, of: line.indicator)
    let isInside = SVGText.width(number, size: 14) + 12 < half * 2
    figure.text(
      number, x: isInside || line.value == .masked ? centre : centre + half + 6, y: y, size: 14,
      anchor: isInside || line.value == .masked ? "middle" : "start",
      kind: isInside ? "label inside" : "label number")
    let parts = line.parts.prefix(3).map {
      "\(text.group($0, of: line)) \(text.number($0.value, of: line.indicator))"
    }
    let remark = parts.joined(separator: "  ")
    figure.text(
      SVGText.fitting(remark, 240, size: 11), x: 478, y: y, size: 11, kind: "label muted")
  }

  /// A column a month.
  func columns(_ line: ReportLine) -> SVGFigure {
    let (width, height, base) = (352.0, 132.0, 108.0)
    let names = text.months(of: line, in: report.period)
    let numbers = line.months.map { text.number($0, of: line.indicator) }
    var figure = SVGFigure(
      width: width, height: height, title: words("report.byMonth", text.name(line.indicator)),
      description: zip(text.monthsWithYears(of: line, in: report.period), numbers)
        .map { words("report.said", $0, $1) }.joined(separator: words("list.separator")))
    let most = line.months.compactMap(\.exactly).max() ?? 0
    let pitch = width / Double(max(line.months.count, 1))
    // Of very many months not every one has room for its words.
    let every = max(1, Int((16 / pitch).rounded(.up)))
    let widest = numbers.map { SVGText.width($0, size: 10) }.max() ?? 0
    let size = min(10, max(5.5, 10 * (pitch * Double(every) - 2) / max(widest, 1)))
    let column = min(pitch * 0.68, 40)
    for (index, value) in line.months.enumerated() {
      let middle = pitch * (Double(index) + 0.5)
      let tall = (value.length(of: most) ?? 0) * 86
      if value == .masked {
        figure.rectangle(
          "hidden", x: middle - column / 2, y: base - 8, width: column, height: 8)
      } else if tall > 0 {
        figure.rectangle(
          "now", x: middle - column / 2, y: base - tall, width: column, height: tall)
      }
      guard index % every == 0 else { continue }
      let top = value == .masked ? base - 11 : base - tall - 4
      figure.text(
        numbers[index], x: middle, y: top, size: size, anchor: "middle", kind: "label number")
      figure.text(
        names[index], x: middle, y: base + 14, size: min(10, pitch * Double(every) * 0.36),
        anchor: "middle", kind: "label muted")
    }
    figure.rectangle("axis", x: 0, y: base, width: width, height: 1)
    return figure
  }

  private func description(_ section: ReportSection) -> String {
    let steps = section.lines.enumerated().map { index, line in
      let said = words(
        "report.said", text.name(line.indicator),
        text.numberWithUnit(line.value, of: line.indicator))
      let share = index > 0 ? text.share(line.value, of: section.lines[index - 1].value) : nil
      return share.map { "\(said) (\(words("report.ofStepBefore", $0)))" } ?? said
    }
    return steps.joined(separator: words("list.separator"))
  }
}

extension ReportNumber {
  /// Its part of the longest bar, from 0 to 1; nil where there is nothing to draw.
  func length(of most: Double) -> Double? {
    guard let value = exactly, most > 0, value.isFinite else { return nil }
    return min(max(value / most, 0), 1)
  }
}
