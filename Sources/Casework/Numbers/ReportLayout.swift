/// Which numbers a report tells, in which order and how.
package struct ReportLayout: Hashable, Sendable {
  /// The second half of its label key `report.layout.<code>`.
  package var code: String
  /// What somebody calls it who made it; nil of those that stand ready.
  package var name: String?
  package var length: ReportPeriod.Length
  package var sections: [Section]

  package struct Section: Hashable, Sendable {
    package var code: String
    package var style: Style
    package var items: [Item]

    package init(_ code: String, _ style: Style = .lines, _ items: [Item]) {
      self.code = code
      self.style = style
      self.items = items
    }
  }

  package enum Style: String, Sendable {
    /// A line each, with a bar; groups as lines below.
    case lines
    /// Steps of a way, each with what is left of the one before; groups say where it fails.
    case funnel
    /// A column for each month of the period.
    case months
  }

  package struct Item: Hashable, Sendable {
    package var indicator: Indicator
    /// The field it is told apart by.
    package var grouping: String?

    package init(_ indicator: Indicator, by grouping: String? = nil) {
      self.indicator = indicator
      self.grouping = grouping
    }
  }

  package init(_ code: String, _ length: ReportPeriod.Length, _ sections: [Section]) {
    self.code = code
    self.length = length
    self.sections = sections
  }
}
