/// A drive for new members, with its goal and its days (キャンペーン).
package struct Campaign: Record {
  package var name = ""
  package var goal: Int?
  package var start: CivilDate?
  package var end: CivilDate?
  package var joined: Int?
  package var monthlyValue: Int?
  package var closedOn: CivilDate?
  package var owner: Reference<Staff>?
  package var notes: LongText = ""
  package var isOpen = true

  package init() {}

  package static let kind = RecordKind.campaign
  package static let letter = "CM"
  package static let titleFields = names(\.name)
  package static let timelineField: String? = name(\.start)
  package static let defaultSort = "-start"
  package static let dueField: String? = name(\.end)
  package static let picture: RecordPicture? = .bars(
    TargetBars(
      of: name(\.name), (name(\.joined), name(\.goal)),
      pace: TargetPaceFacts(
        first: name(\.start), last: name(\.end), counted: .supporter,
        reference: Supporter.name(\.campaign), day: Supporter.name(\.joinedOn),
        not: FieldFilter(\Supporter.status, .equals(SupporterStatus.applied.fieldValue)))))
  package static let identity = Identity(names: names(\.name), apart: names(\.start))
  package static let fields: [Field<Campaign>] = [
    Field("name", \.name, required: true, uses: .search, column: Column(1, width: 26)),
    Field("start", \.start, required: true, uses: .sort, column: Column(2, width: 10)),
    Field("end", \.end, required: true, uses: .sort, column: Column(3, width: 10)),
    // New members.
    Field("goal", \.goal, required: true, column: Column(4, width: 6), range: 1...1_000_000),
    // Kept by the database from the supporters: who joined by it, and what those who stayed give
    // every month.
    Field("joined", \.joined, origin: .derived, column: Column(5, width: 6)),
    Field("monthlyValue", \.monthlyValue, origin: .derived, column: Column(6, width: 10)),
    // When it was looked back on.
    Field("closedOn", \.closedOn, days: .past),
    Field("owner", \.owner, column: Column(7, width: 12)),
    Field("notes", \.notes, uses: .search),
    Field("isOpen", \.isOpen, origin: .derived, uses: [.filter, .noForm]),
  ]

  package func problems(before: Campaign?, facts: CaseFacts) -> [FieldProblem] {
    DateOrder.problems(start, end, field: \Campaign.end)
  }
}
