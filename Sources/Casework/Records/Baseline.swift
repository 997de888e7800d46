/// What an indicator had come to before the program was there (基準値): 51 job matches.
package struct Baseline: Record {
  package var indicator = CountedIndicator(code: "job_matches")
  package var number: Int?
  package var upTo: CivilDate?
  package var source: LongText = ""

  package init() {}

  package static let kind = RecordKind.baseline
  package static let letter = "BL"
  package static let titleFields = names(\.indicator)
  package static let timelineField: String? = name(\.upTo)
  package static let defaultSort = "-upTo"
  package static let identity = Identity(keys: names(\.indicator, \.upTo))
  package static let fields: [Field<Baseline>] = [
    Field("indicator", \.indicator, required: true, column: Column(1, width: 24)),
    Field("number", \.number, required: true, column: Column(2, width: 12)),
    // The last day that the number holds; everything since is counted.
    Field("upTo", \.upTo, days: .past, required: true, uses: .sort, column: Column(3, width: 10)),
    // Where the number was published or written down.
    Field("source", \.source, uses: .search, column: Column(4, width: 30)),
  ]
}

/// An indicator that is told since the organisation began.
package struct CountedIndicator: TableChoice {
  package let rawValue: String

  package init(code: String) { rawValue = code }

  /// The codes of those indicators, which a test holds to them.
  ///
  /// Indicators are defined by the names of fields, and the field of this choice is one of those: to
  /// ask them here would wait for itself.
  package static let catalogue = Catalogue(
    name: "indicator",
    codes: [
      "support_entries", "cases_opened", "recognitions", "job_matches", "status_changes",
      "employment_value", "colleagues", "members_new", "volunteer_hours",
    ])
}
