/// A survey, our own or somebody else's: how it was asked, of how many, and what came out (調査).
package struct Survey: Record {
  package var name = ""
  package var programme: Reference<FundedProgramme>?
  package var partner: Reference<PartnerOrganisation>?
  package var instrument = ""
  package var target = ""
  package var start: CivilDate?
  package var end: CivilDate?
  package var sample: Int?
  package var countries: [Country] = []
  package var findings: LongText = ""
  package var owner: Reference<Staff>?
  package var notes: LongText = ""

  package init() {}

  package static let kind = RecordKind.survey
  package static let letter = "SY"
  package static let titleFields = names(\.name)
  package static let timelineField: String? = name(\.start)
  package static let defaultSort = "-start"
  package static let picture: RecordPicture? = .month(
    MonthDays(
      name(\.start), until: name(\.end), title: name(\.name),
      said: names(\.name, \.partner, \.target, \.end)))
  package static let identity = Identity(names: names(\.name), apart: names(\.start))
  package static let fields: [Field<Survey>] = [
    Field("name", \.name, required: true, uses: .search, column: Column(1, width: 28)),
    Field("programme", \.programme, uses: .filter, column: Column(7, width: 20)),
    // Who asks, or asks with us.
    Field("partner", \.partner, uses: .filter, column: Column(6, width: 18)),
    Field("instrument", \.instrument, column: Column(4, width: 16)),
    Field("target", \.target, uses: .search, column: Column(5, width: 18)),
    Field("start", \.start, required: true, uses: .sort, column: Column(2, width: 10)),
    Field("end", \.end, column: Column(8, width: 10)),
    // How many answered.
    Field("sample", \.sample, column: Column(3, width: 6)),
    Field("countries", \.countries),
    Field("findings", \.findings, uses: .search),
    Field("owner", \.owner),
    Field("notes", \.notes, uses: .search),
  ]

  package func problems(before: Survey?, facts: CaseFacts) -> [FieldProblem] {
    DateOrder.problems(start, end, field: \Survey.end)
  }
}
