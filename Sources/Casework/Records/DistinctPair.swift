/// Two cases that look like one person's and are not, as somebody found: nobody is asked again.
package struct DistinctPair: Record {
  package var `case` = Reference<Case>(RecordID(0))
  package var other = Reference<Case>(RecordID(0))
  package var on: CivilDate?
  package var reason: LongText = ""
  package var staff: Reference<Staff>?
  /// When it turned out that they are one person after all.
  package var withdrawnOn: CivilDate?
  package var isOpen = true

  package init() {}

  package static let kind = RecordKind.distinctPair
  package static let letter = "DP"
  package static let titleFields = names(\.other)
  package static let timelineField: String? = name(\.on)
  package static let defaultSort = "-on"
  package static let identity = Identity(keys: names(\.case, \.other))
  package static let fields: [Field<DistinctPair>] = [
    Field("case", \.case, required: true, uses: .filter, column: Column(1, width: 20)),
    Field("other", \.other, required: true, uses: .filter, column: Column(2, width: 20)),
    Field("on", \.on, days: .past, required: true, uses: .sort, column: Column(3, width: 10)),
    Field("reason", \.reason, uses: .search, column: Column(4, width: 24)),
    Field("staff", \.staff, column: Column(5, width: 12)),
    Field("withdrawnOn", \.withdrawnOn, days: .past, column: Column(6, width: 10)),
    Field("isOpen", \.isOpen, origin: .derived, uses: [.filter, .noForm]),
  ]

  package func problems(before: DistinctPair?, facts: CaseFacts) -> [FieldProblem] {
    `case` == other ? [FieldProblem(\DistinctPair.other, .sameCase)] : []
  }

  /// What is saved where somebody found two cases to be of two people.
  package static func found(
    _ one: Link, _ other: Link, on day: CivilDate, by staff: Link?
  ) -> Change {
    var values: [String: FieldValue] = [
      name(\.case): .link(one), name(\.other): .link(other), name(\.on): day.fieldValue,
    ]
    if let staff { values[name(\.staff)] = .link(staff) }
    return Change(kind, values: values, command: "twins")
  }
}
