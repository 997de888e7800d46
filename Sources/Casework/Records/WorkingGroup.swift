/// A group of several organisations that works on one matter: a working group, a council (分科会).
package struct WorkingGroup: Record {
  package var name = ""
  package var partner: Reference<PartnerOrganisation>?
  package var topic = ""
  package var members: Int?
  package var startedOn: CivilDate?
  package var endedOn: CivilDate?
  package var nextMeeting: CivilDate?
  package var owner: Reference<Staff>?
  package var notes: LongText = ""
  package var isOpen = true

  package init() {}

  package static let kind = RecordKind.workingGroup
  package static let letter = "WG"
  package static let titleFields = names(\.name)
  package static let defaultSort = "name"
  package static let dueField: String? = name(\.nextMeeting)
  package static let picture: RecordPicture? = .month(
    MonthDays(name(\.nextMeeting), title: name(\.name), said: names(\.name, \.partner, \.topic)))
  package static let identity = Identity(names: names(\.name), apart: names(\.partner))
  package static let fields: [Field<WorkingGroup>] = [
    Field("name", \.name, required: true, uses: [.search, .sort], column: Column(1, width: 26)),
    // Who calls it together.
    Field("partner", \.partner, uses: .filter, column: Column(2, width: 20)),
    Field("topic", \.topic, uses: .search, column: Column(3, width: 24)),
    // Counted down on Today until it is over; then the one after it is to be written.
    Field("nextMeeting", \.nextMeeting, uses: .sort, column: Column(4, width: 10)),
    Field("members", \.members, column: Column(6, width: 4), range: 1...100_000),
    Field("startedOn", \.startedOn, column: Column(7, width: 10)),
    Field("endedOn", \.endedOn, days: .past, column: Column(8, width: 10)),
    Field("owner", \.owner, column: Column(5, width: 12)),
    Field("notes", \.notes, uses: .search),
    Field("isOpen", \.isOpen, origin: .derived, uses: [.filter, .noForm]),
  ]

  package func problems(before: WorkingGroup?, facts: CaseFacts) -> [FieldProblem] {
    DateOrder.problems(startedOn, endedOn, field: \WorkingGroup.endedOn)
  }
}
