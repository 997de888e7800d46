/// What an indicator had come to before the program was there (基準値): 51 job matches.
package struct Baseline: Record {
  package var indicator = CountedIndicator.jobMatches
  package var value: Int?
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
    Field("value", \.value, required: true, column: Column(2, width: 12)),
    // The last day that the number holds; everything since is counted.
    Field("upTo", \.upTo, days: .past, required: true, uses: .sort, column: Column(3, width: 10)),
    // Where the number was published or written down.
    Field("source", \.source, uses: .search, column: Column(4, width: 30)),
  ]
}

/// The indicators that are told since the organisation began, by their codes.
///
/// A list of its own: the fields of a record cannot ask the indicators, which are made of fields.
package enum CountedIndicator: String, Choice {
  case supportEntries = "support_entries"
  case casesOpened = "cases_opened"
  case recognitions
  case jobMatches = "job_matches"
  case statusChanges = "status_changes"
  case employmentValue = "employment_value"
  case colleagues
  case membersNew = "members_new"
  case volunteerHours = "volunteer_hours"

  package static let catalogueName = "countedIndicator"
}
