/// How records of a kind are looked at where people would rather look than read.
package enum RecordPicture: Hashable, Sendable {
  /// The stages of a choice as columns, with a card for each record.
  case board(StageColumns)
  /// A month, with the records on their days.
  case month(MonthDays)
  /// Bars of what is done of what was aimed at.
  case bars(TargetBars)
  /// The beds of hosts, night by night.
  case beds
}

/// A board: which choice its columns are, and what stands on a card.
package struct StageColumns: Hashable, Sendable {
  package let field: String
  /// The stages that a record goes through, in their order.
  package let path: [String]
  /// The stages that have a column; records of the others are only counted.
  package let columns: [String]
  /// What a card is called by, and what stands below it.
  package let title: String
  package let below: String?
  /// What is read of each record beside.
  package let beside: [String]
  /// Which stand first in a column; nil for the order of the kind's lists.
  package let order: String?

  /// - Parameters:
  ///   - path: without an end that is reached from anywhere.
  ///   - columns: nil for every stage.
  init<R: Record, S: Choice>(
    _ field: FieldKey<R, S>, path: [S], columns: [S]? = nil, title: String? = nil,
    below: String? = nil, beside: [String] = [], order: String? = nil
  ) {
    self.field = R.name(field)
    self.path = path.map(\.rawValue)
    self.columns = (columns ?? Array(S.allCases)).map(\.rawValue)
    self.title = title ?? R.titleFields.first ?? ""
    self.below = below
    self.beside = beside
    self.order = order
  }

  /// The stages on which work goes on are the columns.
  init<R: Record, S: Stage>(
    open field: FieldKey<R, S>, title: String? = nil, below: String? = nil, beside: [String] = [],
    order: String? = nil
  ) {
    self.init(
      field, path: S.path, columns: S.path.filter { !$0.isEnd }, title: title, below: below,
      beside: beside, order: order)
  }
}

/// A month: which day a record stands on, and what is said of it there.
package struct MonthDays: Hashable, Sendable {
  package let day: String
  /// The last day of what goes on for several; nil for what has one.
  package let until: String?
  /// The time of day at which it begins.
  package let hour: String?
  package let title: String
  /// What is said of the selected record.
  package let said: [String]
  /// What is read beside.
  package let beside: [String]
  /// What a month of them comes to.
  package let numbers: [Indicator]
  /// The words for how many a month has, and for a day without one.
  package let countKey: String
  package let freeKey: String

  init(
    _ day: String, until: String? = nil, hour: String? = nil, title: String, said: [String],
    beside: [String] = [], numbers: [Indicator] = [], countKey: String = "calendar.records",
    freeKey: String = "calendar.none"
  ) {
    self.day = day
    self.until = until
    self.hour = hour
    self.title = title
    self.said = said
    self.beside = beside
    self.numbers = numbers
    self.countKey = countKey
    self.freeKey = freeKey
  }
}

/// Bars: what is done of what was aimed at, added up where several records have a name in common.
package struct TargetBars: Hashable, Sendable {
  /// Two numbers of a record, both of the same unit.
  package struct Measure: Hashable, Sendable {
    package let done: String
    package let target: String
  }

  /// What the bars stand together by; nil where they stand in one row.
  package let group: String?
  /// What a bar is called by.
  package let name: String
  package let measures: [Measure]
  /// By when the target is to be reached, where what is done comes day by day.
  package let pace: TargetPaceFacts?

  init(
    of name: String, in group: String? = nil, _ measures: (done: String, target: String)...,
    pace: TargetPaceFacts? = nil
  ) {
    self.name = name
    self.group = group
    self.measures = measures.map { Measure(done: $0.done, target: $0.target) }
    self.pace = pace
  }
}

/// Between which days a target is to be reached, and which records count towards it on which day.
package struct TargetPaceFacts: Hashable, Sendable {
  package let first: String
  package let last: String
  /// The records that count, by the reference that leads back and the day from which they do.
  package let counted: RecordKind
  package let reference: String
  package let day: String
  /// What leaves a record out.
  package let not: FieldFilter
}
