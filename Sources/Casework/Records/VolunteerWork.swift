/// Time that a volunteer gave, or was trained for (ボランティアの活動記録).
package struct VolunteerWork: Record {
  package var volunteer = Reference<Volunteer>(RecordID(0))
  package var on: CivilDate?
  package var minutes: Int?
  package var type = VolunteerWorkType.activity
  package var role: VolunteerRole?
  package var salon: Reference<Salon>?
  package var notes: LongText = ""

  package init() {}

  package static let kind = RecordKind.volunteerWork
  package static let letter = "VW"
  package static let plural = "volunteerwork"
  package static let titleFields = names(\.type)
  package static let timelineField: String? = name(\.on)
  package static let defaultSort = "-on"
  package static let fields: [Field<VolunteerWork>] = [
    Field("volunteer", \.volunteer, required: true, uses: .filter, column: Column(1, width: 20)),
    Field("on", \.on, days: .past, required: true, uses: .sort, column: Column(2, width: 10)),
    Field("minutes", \.minutes, required: true, column: Column(3, width: 5), range: 1...6000),
    Field("type", \.type, required: true, uses: .filter, column: Column(4, width: 8)),
    Field("role", \.role, uses: .filter, column: Column(5, width: 14)),
    Field("salon", \.salon, uses: .filter, column: Column(6, width: 20)),
    Field("notes", \.notes, uses: .search, column: Column(7, width: 24)),
  ]
}
