/// Which numbers are asked for.
package struct ReportRequest: Hashable, Sendable {
  package var layout: ReportLayout
  package var period: ReportPeriod
  /// The period it is compared with; nil where nothing is compared.
  package var before: ReportPeriod?

  package init(_ layout: ReportLayout, in period: ReportPeriod, comparedWith before: ReportPeriod?)
  {
    self.layout = layout
    self.period = period
    self.before = before
  }
}
