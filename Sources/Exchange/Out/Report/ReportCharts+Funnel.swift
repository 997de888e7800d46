import Casework
import Labels
import Wording

extension ReportCharts {
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
