/// A journey for the work: to a conference, to the field, to another organisation (出張).
package struct Mission: Record {
  package var purpose = ""
  package var programme: Reference<FundedProgramme>?
  package var partner: Reference<PartnerOrganisation>?
  package var country: Country?
  package var city = ""
  package var start: CivilDate?
  package var end: CivilDate?
  package var travellers = ""
  package var cost: Int?
  package var findings: LongText = ""
  package var owner: Reference<Staff>?

  package init() {}

  package static let kind = RecordKind.mission
  package static let letter = "MI"
  package static let titleFields = names(\.purpose)
  package static let timelineField: String? = name(\.start)
  package static let defaultSort = "-start"
  package static let picture: RecordPicture? = .month(
    MonthDays(
      name(\.start), until: name(\.end), title: name(\.purpose),
      said: names(\.purpose, \.country, \.city, \.travellers, \.end)))
  package static let fields: [Field<Mission>] = [
    Field("purpose", \.purpose, required: true, uses: .search, column: Column(1, width: 26)),
    Field("programme", \.programme, uses: .filter, column: Column(7, width: 20)),
    Field("partner", \.partner, uses: .filter, column: Column(6, width: 18)),
    Field("country", \.country, required: true, uses: .filter, column: Column(3, width: 10)),
    Field("city", \.city, uses: .search, column: Column(4, width: 12)),
    Field("start", \.start, required: true, uses: .sort, column: Column(2, width: 10)),
    Field("end", \.end, column: Column(8, width: 10)),
    Field("travellers", \.travellers, uses: .search, column: Column(5, width: 16)),
    // Yen.
    Field("cost", \.cost, column: Column(9, width: 9)),
    Field("findings", \.findings, uses: .search),
    Field("owner", \.owner),
  ]

  package func problems(before: Mission?, facts: CaseFacts) -> [FieldProblem] {
    DateOrder.problems(start, end, field: \Mission.end)
  }
}
