/// What a report tells of a period: screen, text, CSV, JSON, HTML and XLSX are views of this value.
package struct Report: Hashable, Sendable {
  package var layout: ReportLayout
  package var period: ReportPeriod
  /// The period it is compared with.
  package var before: ReportPeriod?
  /// The day on which it was counted.
  package var made: CivilDate
  package var organisation: String
  package var sections: [ReportSection]
  /// What is known of the country, at its foot.
  package var context: [ContextFigure]
  /// Whether small numbers were taken out for readers outside the house.
  package var isMasked: Bool

  package init(
    layout: ReportLayout, period: ReportPeriod, before: ReportPeriod?, made: CivilDate,
    organisation: String, sections: [ReportSection], context: [ContextFigure] = [],
    isMasked: Bool = false
  ) {
    self.layout = layout
    self.period = period
    self.before = before
    self.made = made
    self.organisation = organisation
    self.sections = sections
    self.context = context
    self.isMasked = isMasked
  }
}

/// A heading with its numbers.
package struct ReportSection: Hashable, Sendable {
  /// The second half of its label key `report.section.<code>`.
  package var code: String
  package var style: ReportLayout.Style
  package var lines: [ReportLine]

  package init(_ code: String, _ style: ReportLayout.Style, _ lines: [ReportLine]) {
    self.code = code
    self.style = style
    self.lines = lines
  }
}

/// A number of a period beside that of the period before, and how it is made up.
package struct ReportLine: Hashable, Sendable {
  package var indicator: Indicator
  package var value: ReportNumber
  /// Of the period before; nil where nothing is compared.
  package var before: ReportNumber?
  /// What was counted before the program was there, and everything since: 累計 75 (基準 51).
  package var total: ReportTotal?
  /// The field it is told apart by, and its groups, the greatest first unless the field has an order.
  package var grouping: String?
  package var parts: [ReportPart]
  /// A number for each month of the period; empty where months are not told.
  package var months: [ReportNumber]
  /// Of how many records the number is made, where it is not their count.
  ///
  /// It says whether the number would give few of them away; it is not told to readers.
  package var base: ReportBase?
  package var baseBefore: ReportBase?

  package init(
    _ indicator: Indicator, _ value: ReportNumber, before: ReportNumber? = nil,
    total: ReportTotal? = nil, grouping: String? = nil, parts: [ReportPart] = [],
    months: [ReportNumber] = [], base: ReportBase? = nil, baseBefore: ReportBase? = nil
  ) {
    self.base = base
    self.baseBefore = baseBefore
    self.indicator = indicator
    self.value = value
    self.before = before
    self.total = total
    self.grouping = grouping
    self.parts = parts
    self.months = months
  }
}

/// One group of a number.
package struct ReportPart: Hashable, Sendable {
  /// What the records of the group hold in the field; absent for those that hold nothing.
  package var group: FieldValue
  package var value: ReportNumber
  package var before: ReportNumber?
  /// Of how many records it is made, as of a line; nil where nobody knows.
  package var base: ReportBase?
  package var baseBefore: ReportBase?

  package init(
    _ group: FieldValue, _ value: ReportNumber, before: ReportNumber? = nil,
    base: ReportBase? = nil, baseBefore: ReportBase? = nil
  ) {
    self.group = group
    self.value = value
    self.before = before
    self.base = base
    self.baseBefore = baseBefore
  }
}

/// How many records a share, a mean or a sum is made of.
package struct ReportBase: Hashable, Sendable {
  package var records: Int
  /// Those that a share counts.
  package var hits: Int

  package init(records: Int, hits: Int = 0) {
    self.records = records
    self.hits = hits
  }
}

/// A number since the organisation began.
package struct ReportTotal: Hashable, Sendable {
  package var value: ReportNumber
  /// The part of it that was counted before the program was there.
  package var baseline: Double

  package init(_ value: ReportNumber, baseline: Double) {
    self.value = value
    self.baseline = baseline
  }
}

/// A number as a report tells it.
package enum ReportNumber: Hashable, Sendable {
  /// As exact as the store knows it, in the unit of its indicator.
  case exact(Double)
  /// There is nothing to make it from: no record for a median, none due for a share.
  case none
  /// One to four people, or a number that would give such a one away.
  case masked
}

/// A number of the country or the world, with where it was published (Resources/Tables/contextFigure.tsv).
package struct ContextFigure: Hashable, Sendable {
  /// The second half of its label key `contextFigure.<code>`.
  package var code: String
  package var value: Int
  /// The year or day it is of, as its source says it.
  package var asOf: String
  package var source: String
  package var published: CivilDate

  package init(code: String, value: Int, asOf: String, source: String, published: CivilDate) {
    self.code = code
    self.value = value
    self.asOf = asOf
    self.source = source
    self.published = published
  }
}
