/// Money that this organisation gives to another for its work (助成先への助成).
package struct GrantGiven: Record {
  package var partner = Reference<PartnerOrganisation>(RecordID(0))
  package var name = ""
  package var purpose: GrantPurpose?
  package var amount: Int?
  package var decidedOn: CivilDate?
  package var start: CivilDate?
  package var end: CivilDate?
  package var programme: Reference<FundedProgramme>?
  package var owner: Reference<Staff>?
  package var notes: LongText = ""

  package init() {}

  package static let kind = RecordKind.grant
  package static let letter = "GR"
  package static let titleFields = names(\.name)
  package static let timelineField: String? = name(\.decidedOn)
  package static let defaultSort = "-decidedOn"
  package static let identity = Identity(
    keys: names(\.partner, \.name), apart: names(\.decidedOn, \.amount))
  package static let fields: [Field<GrantGiven>] = [
    Field("name", \.name, required: true, uses: .search, column: Column(2, width: 26)),
    Field("partner", \.partner, required: true, uses: .filter, column: Column(1, width: 22)),
    Field("purpose", \.purpose, uses: .filter, column: Column(4, width: 12)),
    Field("amount", \.amount, required: true, column: Column(3, width: 11)),
    Field(
      "decidedOn", \.decidedOn, days: .past, required: true, uses: .sort,
      column: Column(5, width: 10)),
    Field("start", \.start),
    Field("end", \.end, column: Column(6, width: 10)),
    // Out of which it is paid.
    Field("programme", \.programme, uses: .filter, column: Column(7, width: 20)),
    Field("owner", \.owner, uses: .filter, column: Column(8, width: 12)),
    Field("notes", \.notes, uses: .search),
  ]

  package func problems(before: GrantGiven?, facts: CaseFacts) -> [FieldProblem] {
    DateOrder.problems(start, end, field: \GrantGiven.end)
  }
}
