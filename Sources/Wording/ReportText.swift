package import Casework
package import Labels

/// A report in words: screen, text, CSV, HTML and XLSX all take them from here.
package struct ReportText: Sendable {
  let words: Words

  package init(_ words: Words) { self.words = words }

  /// What a layout is called; an organisation's own by the name it gave it.
  package func title(_ layout: ReportLayout) -> String {
    layout.name ?? title(layout: layout.code)
  }

  package func title(layout code: String) -> String {
    words.text(ifAny: "report.layout.\(code)") ?? code
  }

  package func title(_ section: ReportSection) -> String { title(section: section.code) }

  package func title(section code: String) -> String {
    words.text(ifAny: "report.section.\(code)") ?? code
  }

  package func name(_ indicator: Indicator) -> String { words(indicator.labelKey) }

  /// What exactly is counted: the indicator's one definition in words.
  package func sentence(_ indicator: Indicator) -> String {
    words("\(indicator.labelKey).about", arguments: indicator.facts)
  }

  /// What a group of a number holds in the field that the number is told apart by.
  package func group(_ part: ReportPart, of line: ReportLine) -> String {
    guard !part.group.isAbsent else { return words("report.noGroup") }
    let shape = field(of: line)?.shape ?? .text
    return ValueText(words).text(part.group, of: shape)
  }

  /// By what a number is told apart; empty where it is not.
  package func grouping(of line: ReportLine) -> String {
    field(of: line).map { ValueText(words).label(of: $0, in: line.indicator.kind) } ?? ""
  }

  /// A number and by what it is told apart: `Lost on the way (by stage)`.
  package func nameWithGrouping(_ line: ReportLine) -> String {
    let grouping = grouping(of: line)
    let name = name(line.indicator)
    return grouping.isEmpty ? name : "\(name) \(words("report.apartBy", grouping))"
  }

  private func field(of line: ReportLine) -> FieldFacts? {
    line.grouping.flatMap { RecordDescription.of(line.indicator.kind)[$0] }
  }

  /// A number of the country or the world, with what it is of and who published it when.
  package func context(_ figure: ContextFigure) -> String {
    words(
      "report.contextFigure", contextName(figure), ReportDigits.grouped(Double(figure.value)),
      figure.asOf, figure.source, ValueText(words).text(figure.published))
  }

  package func contextName(_ figure: ContextFigure) -> String {
    words("contextFigure.\(figure.code)")
  }
}
