import Casework
import Labels
import Wording

extension ReportCharts {
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
}
